import type { Metadata } from 'next';
import { Card, CardRow } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import { maskPhone } from '@/lib/kernel/phone';
import { getAccount } from '@/lib/people/queries/account';
import { enter, readAs } from '../_server/context';
import { getLocale, getT } from '../_server/i18n';
import { selfOf } from '../_server/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('account.title') };
}

export default async function AccountPage() {
  const session = await enter('signed-in');
  const [t, locale] = [await getT('people'), await getLocale()];
  const account = await readAs(selfOf(session), (ctx) => getAccount(ctx, session.personId));
  const isOn = account.secondFactorAt !== null;
  return (
    <Card body="rows" foot={t('account.identityNote')}>
      <CardRow label={t('account.name')}>{account.name}</CardRow>
      <CardRow label={t('account.phone')}>
        <span className="num">{account.phone === null ? t('account.none') : maskPhone(account.phone)}</span>
      </CardRow>
      <CardRow label={t('account.email')}>{account.email ?? t('account.none')}</CardRow>
      <CardRow label={t('account.passwordChanged')}>
        <span className="num">{account.passwordChangedAt === null ? t('account.none') : formatMoment(account.passwordChangedAt, locale)}</span>
      </CardRow>
      <CardRow label={t('account.secondFactor')}>
        <StatePill tone={isOn ? 'ok' : 'neutral'}>{t(isOn ? 'account.on' : 'account.off')}</StatePill>
      </CardRow>
    </Card>
  );
}
