import type { ReactNode } from 'react';
import { DeskFrame } from '@/components/page/desk-frame';
import { Flash } from '@/components/page/flash';
import { hasRole } from '@/lib/kernel/actor';
import { enter } from '../_server/context';
import { takeFlash } from '../_server/flash';
import { frameFor, searchFor } from '../_server/frame';
import { businessAndAuditor, clerks, desk, trail } from '../_server/gates';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await enter(desk);
  const { t, path, counts, person, notifications, language } = await frameFor(session, 'desk');
  const open = (roles: readonly (typeof desk)[number][]) => hasRole(session.actor, ...roles);
  const item = (key: string, href: string, count?: number) => ({ href, label: t(`go.${key}`), ...(count === undefined ? {} : { count }) });
  const works = open(businessAndAuditor);
  const sections = [
    {
      items: [
        item('desk', '/desk'),
        ...(works ? [item('requests', '/desk/requests', counts.requests), item('companies', '/desk/companies'), item('admission', '/desk/admission', counts.applications)] : []),
      ],
    },
    ...(works ? [{ title: t('sections.service'), items: [item('board', '/desk/requests/board'), item('catalogue', '/desk/catalogue'), item('mentoring', '/desk/mentoring'), item('notices', '/desk/notices')] }] : []),
    ...(works
      ? [{ title: t('sections.data'), items: [item('figures', '/desk/figures'), ...(open(clerks) ? [item('imports', '/desk/imports')] : [])] }]
      : []),
    {
      title: t('sections.manage'),
      items: [
        item('people', '/desk/settings/people'),
        ...(open(trail) ? [item('trail', '/desk/settings/trail')] : []),
        item('settings', '/desk/settings'),
      ],
    },
  ];
  return (
    <DeskFrame
      brand={{ href: '/desk', mark: t('mark'), name: t('product') }}
      nav={sections}
      path={path}
      labels={{ skip: t('skip'), nav: t('nav'), menu: t('menu') }}
      {...(works ? { search: await searchFor() } : {})}
      {...(notifications === undefined ? {} : { notifications })}
      language={language}
      person={person}
    >
      <Flash message={await takeFlash()} />
      {children}
    </DeskFrame>
  );
}
