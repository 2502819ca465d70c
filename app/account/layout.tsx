import type { ReactNode } from 'react';
import { Flash } from '@/components/page/flash';
import { PublicFrame } from '@/components/page/public-frame';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { enter } from '../_server/context';
import { takeFlash } from '../_server/flash';
import { getLocale, getT } from '../_server/i18n';
import { setLocale } from '../_server/preferences';
import { AccountTabs } from './account-tabs';

/** A person's own sign-in, whatever role they act in, also while they still owe a password or a second factor. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const session = await enter('signed-in');
  const [t, shell, locale] = [await getT('people'), await getT('shell'), await getLocale()];
  const owes = { must_change_password: t('account.mustChange'), must_enrol: t('account.mustEnrol'), open: null, choose_membership: null }[session.state];
  const pages = [
    { href: '/account', label: t('account.nav.overview') },
    { href: '/account/password', label: t('account.nav.password') },
    { href: '/account/second-factor', label: t('account.nav.secondFactor') },
    { href: '/account/sessions', label: t('account.nav.sessions') },
    { href: '/account/preferences', label: t('account.nav.preferences') },
    { href: '/account/notifications', label: (await getT('notifications'))('settings.nav') },
  ];
  return (
    <PublicFrame
      brand={{ href: '/', mark: shell('mark'), name: shell('product') }}
      labels={{ skip: shell('skip') }}
      language={{ action: setLocale, to: locale === 'en' ? 'zh-CN' : 'en', label: shell('language.label'), title: shell('language.title') }}
      wide
    >
      <Flash message={await takeFlash()} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl">{t('account.title')}</h1>
        {owes === null && <LinkButton href="/">{t('account.back')}</LinkButton>}
      </div>
      {owes !== null && (
        <div className="mb-4">
          <Notice tone="due">{owes}</Notice>
        </div>
      )}
      <AccountTabs label={t('account.tabs')} pages={pages} />
      <div className="mt-5 grid gap-5">{children}</div>
    </PublicFrame>
  );
}
