import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearList } from '@/components/centers/calendar-tables';
import { MissingYear } from '@/components/centers/missing-year';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { listCalendarYears, missingYearWarning } from '@/lib/centers/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.title') };
}

/** The calendar every center counts by. */
export default async function SharedCalendarPage() {
  const { years, missing } = await read(operator, async (ctx) => ({ years: await listCalendarYears(ctx), missing: await missingYearWarning(ctx) }));
  const t = await getT('centers');
  const base = '/admin/calendar';
  return (
    <>
      <PageHead
        title={t('calendar.title')}
        meta={t('calendar.adminNote')}
        actions={
          <LinkButton href={`${base}/new`} variant="primary">
            {t('calendar.enter')}
          </LinkButton>
        }
      />
      {missing !== null && <MissingYear t={t} year={missing} act base={base} />}
      <YearList t={t} years={years} own={null} base={base} />
    </>
  );
}
