import type { Metadata } from 'next';
import { toString as drawQr } from 'qrcode';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { CopyButton, PrintButton } from '@/components/ui/copy-button';
import { QrImage } from '@/components/ui/facts';
import { keyUri, proposedSecret, recoveryCodesOf } from '@/lib/people/commands/second-factor';
import { type Account, getAccount } from '@/lib/people/queries/account';
import { later, RECOVERY_SHOWN_MINUTES } from '@/lib/people/rules';
import { currentTime } from '@/lib/kernel/env';
import { enter, readAs } from '../../_server/context';
import { getT } from '../../_server/i18n';
import { type Session, selfOf } from '../../_server/session';
import { enrolAction, removeSecondFactorAction, renewCodesAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('secondFactor.title') };
}

const hidden = { membership: null, formKey: '' };

export default async function SecondFactorPage() {
  const session = await enter('signed-in');
  const account = await readAs(selfOf(session), (ctx) => getAccount(ctx, session.personId));
  return account.secondFactorAt === null ? <Enrol session={session} account={account} /> : <Enrolled session={session} account={account} since={account.secondFactorAt} />;
}

interface Props {
  session: Session;
  account: Account;
}

async function Enrol({ session, account }: Props) {
  const [t, shell] = [await getT('people'), await getT('shell')];
  const secret = proposedSecret(session.personId, session.id, account.secondFactorAt);
  const uri = keyUri(secret, shell('product'), account.phone ?? account.email ?? account.name);
  const svg = await drawQr(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
  return (
    <Card title={t('secondFactor.title')} note={t('secondFactor.note')}>
      <h3 className="font-semibold">{t('secondFactor.step1')}</h3>
      <p className="mb-3 text-sm text-ink-2">{t('secondFactor.step1Note')}</p>
      <QrImage svg={svg} label={t('secondFactor.qr')} size={196} />
      <p className="mt-3 text-sm text-ink-2">
        {t('secondFactor.manual')} <span className="code break-all">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <h3 className="mt-5 mb-2 font-semibold">{t('secondFactor.step2')}</h3>
      <Form
        action={enrolAction}
        hidden={hidden}
        labels={{ submit: t('secondFactor.submit'), pending: t('secondFactor.pending'), errorTitle: t('secondFactor.errorTitle') }}
      >
        <TextField name="code" label={t('secondFactor.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} required />
      </Form>
    </Card>
  );
}

async function Enrolled({ session, account, since }: Props & { since: Date }) {
  const t = await getT('people');
  const { recoverySetAt } = account;
  const isFresh = recoverySetAt !== null && later(recoverySetAt, { minutes: RECOVERY_SHOWN_MINUTES }) > currentTime();
  const labels = (submit: string) => ({ submit: t(submit), pending: t('secondFactor.pending'), errorTitle: t('passwordPage.errorTitle') });
  // Neither is what people come here for: no main button.
  const quiet = (
    <div className="form-foot">
      <SubmitButton variant="default" />
    </div>
  );
  const proof = <TextField name="currentPassword" type="password" label={t('password.current')} autoComplete="current-password" maxLength={200} required />;
  return (
    <>
      {isFresh && <Codes codes={recoveryCodesOf(session.personId, recoverySetAt)} />}
      <Card title={t('secondFactor.activeTitle')}>{t('secondFactor.active', { at: since, left: account.recoveryLeft })}</Card>
      <Card title={t('secondFactor.renewTitle')} note={t('secondFactor.renewNote')}>
        <Form id="renew" action={renewCodesAction} hidden={hidden} labels={labels('secondFactor.renew')} footer={quiet}>
          {proof}
        </Form>
      </Card>
      <Card title={t('secondFactor.removeTitle')} note={t('secondFactor.removeNote')}>
        <Form id="remove" action={removeSecondFactorAction} hidden={hidden} labels={labels('secondFactor.remove')} footer={quiet}>
          {proof}
        </Form>
      </Card>
    </>
  );
}

async function Codes({ codes }: { codes: readonly string[] }) {
  const t = await getT('people');
  return (
    <Card now title={t('secondFactor.codesTitle')} note={t('secondFactor.codesNote', { minutes: RECOVERY_SHOWN_MINUTES })}>
      <ul className="code grid list-none grid-cols-2 gap-2 p-0 text-base">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-4 flex gap-2">
        <CopyButton text={codes.join('\n')} copied={t('secondFactor.copied')} failed={t('secondFactor.copyFailed')}>
          {t('secondFactor.copy')}
        </CopyButton>
        <PrintButton>{t('secondFactor.print')}</PrintButton>
      </div>
    </Card>
  );
}
