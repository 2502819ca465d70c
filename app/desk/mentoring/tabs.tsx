import { getT } from '@/app/_server/i18n';
import { Tabs } from '@/components/ui/tabs';

/** Mentoring at the desk has two rooms: the visits, and the people who make them. */
export async function MentoringTabs({ current }: { current: 'visits' | 'mentors' }) {
  const t = await getT('mentoring');
  return (
    <Tabs
      label={t('desk.tabs')}
      tabs={[
        { href: '/desk/mentoring', label: t('desk.visits'), current: current === 'visits' },
        { href: '/desk/mentoring/mentors', label: t('desk.mentors'), current: current === 'mentors' },
      ]}
    />
  );
}
