import type { ReactNode } from 'react';
import { AdminFrame } from '@/components/page/admin-frame';
import { Flash } from '@/components/page/flash';
import { enter } from '../_server/context';
import { takeFlash } from '../_server/flash';
import { frameFor } from '../_server/frame';
import { operator } from '../_server/gates';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const session = await enter(operator);
  const { t, path, person, language } = await frameFor(session, 'admin');
  return (
    <AdminFrame
      brand={{ href: '/admin', mark: t('mark'), name: t('operator') }}
      nav={[
        {
          items: [
            { href: '/admin', label: t('go.centers') },
            { href: '/admin/people', label: t('go.adminPeople') },
            { href: '/admin/calendar', label: t('go.calendar') },
            { href: '/admin/trail', label: t('go.adminTrail') },
          ],
        },
      ]}
      path={path}
      labels={{ skip: t('skip'), nav: t('nav'), menu: t('menu') }}
      language={language}
      person={person}
    >
      <Flash message={await takeFlash()} />
      {children}
    </AdminFrame>
  );
}
