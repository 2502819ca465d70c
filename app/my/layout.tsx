import type { ReactNode } from 'react';
import { Flash } from '@/components/page/flash';
import { PortalFrame } from '@/components/page/portal-frame';
import { enter } from '../_server/context';
import { takeFlash } from '../_server/flash';
import { frameFor } from '../_server/frame';
import { company } from '../_server/gates';

export default async function MyLayout({ children }: { children: ReactNode }) {
  const session = await enter(company);
  const { t, path, counts, person, notifications, language } = await frameFor(session, 'my');
  return (
    <PortalFrame
      brand={{ href: '/my', mark: t('mark'), name: t('portal') }}
      {...(session.companyName === null ? {} : { whom: session.companyName })}
      nav={[
        { href: '/my', label: t('go.home') },
        { href: '/my/requests', label: t('go.myRequests'), count: counts.returned },
        { href: '/my/notices', label: t('go.myNotices'), count: counts.notices },
        { href: '/my/visits', label: t('go.myVisits'), count: counts.visits },
        { href: '/my/company', label: t('go.myCompany') },
        { href: '/my/people', label: t('go.myPeople') },
      ]}
      path={path}
      labels={{ skip: t('skip'), nav: t('nav') }}
      {...(notifications === undefined ? {} : { notifications })}
      language={language}
      person={person}
    >
      <Flash message={await takeFlash()} />
      {children}
    </PortalFrame>
  );
}
