import type { ReactNode } from 'react';
import { Flash } from '@/components/page/flash';
import { MentorFrame } from '@/components/page/mentor-frame';
import { enter } from '../_server/context';
import { takeFlash } from '../_server/flash';
import { frameFor } from '../_server/frame';
import { mentor } from '../_server/gates';

export default async function MentorLayout({ children }: { children: ReactNode }) {
  const session = await enter(mentor);
  const { t, path, counts, person, notifications, language } = await frameFor(session, 'mentor');
  return (
    <MentorFrame
      brand={{ href: '/mentor', mark: t('mark'), name: t('mentor') }}
      nav={[
        { href: '/mentor', label: t('go.mentorHome') },
        { href: '/mentor/visits', label: t('go.mentorVisits'), count: counts.visits },
      ]}
      path={path}
      labels={{ skip: t('skip'), nav: t('nav') }}
      {...(notifications === undefined ? {} : { notifications })}
      language={language}
      person={person}
    >
      <Flash message={await takeFlash()} />
      {children}
    </MentorFrame>
  );
}
