import type { ReactNode } from 'react';
import { Flash } from '@/components/page/flash';
import { PortalFrame } from '@/components/page/portal-frame';
import { enter } from '../_server/context';
import { takeFlash } from '../_server/flash';
import { frameFor } from '../_server/frame';
import { applicant } from '../_server/gates';
import { getLocale, getT } from '../_server/i18n';

export default async function ApplyLayout({ children }: { children: ReactNode }) {
  const session = await enter(applicant);
  // Whoever applies reads the answer on the application itself: there is no bell.
  const { t, path, person, language } = await frameFor(session, 'admin');
  const [admission, locale] = [await getT('admission'), await getLocale()];
  const center = locale === 'en' ? session.centerNameEn : session.centerName;
  return (
    <PortalFrame
      path={path}
      brand={{ href: '/apply', mark: t('mark'), name: admission('apply.portal') }}
      {...(center === null ? {} : { whom: center })}
      nav={[{ href: '/apply', label: admission('apply.title') }]}
      labels={{ skip: t('skip'), nav: t('nav') }}
      language={language}
      person={person}
    >
      <Flash message={await takeFlash()} />
      {children}
    </PortalFrame>
  );
}
