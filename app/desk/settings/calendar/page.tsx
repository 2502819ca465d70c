import type { Metadata } from 'next';
import { desk } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearList } from '@/components/centers/calendar-tables';
import { MissingYear } from '@/components/centers/missing-year';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { canEditCalendar } from '@/lib/centers/policy';
import { listCalendarYears, missingYearWarning } from '@/lib/centers/queries';
import { centerOf } from '@/lib/kernel/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.title') };
}

export default async function CalendarPage() {
  const { years, missing, mayEdit, center } = await read(desk, async (ctx) => ({
    years: await listCalendarYears(ctx),
    missing: await missingYearWarning(ctx),
    mayEdit: canEditCalendar(ctx.actor),
    center: centerOf(ctx.actor),
  }));
  const [t, shell] = [await getT('centers'), await getT('shell')];
  return (
    <>
      <PageHead
        title={t('calendar.title')}
        meta={t('calendar.note')}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('settings.title'), href: '/desk/settings' }, { label: t('calendar.title') }] }}
        actions={
          mayEdit && (
            <LinkButton href="/desk/settings/calendar/new" variant="primary">
              {t('calendar.enter')}
            </LinkButton>
          )
        }
      />
      {missing !== null && <MissingYear t={t} year={missing} act={mayEdit} />}
      <YearList t={t} years={years} own={center} base="/desk/settings/calendar" />
    </>
  );
}
