import type { Metadata } from 'next';
import { desk } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { MissingYear } from '@/components/centers/missing-year';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { canEditCalendar } from '@/lib/centers/policy';
import { listCalendarYears, missingYearWarning } from '@/lib/centers/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.title') };
}

export default async function CalendarPage() {
  const { years, missing, mayEdit } = await read(desk, async (ctx) => ({
    years: await listCalendarYears(ctx),
    missing: await missingYearWarning(ctx),
    mayEdit: canEditCalendar(ctx.actor),
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
      <DataTable
        caption={t('calendar.title')}
        columns={[
          { key: 'year', head: t('calendar.year'), cell: (row) => <span className="num">{row.year}</span> },
          { key: 'document', head: t('calendar.document'), cell: (row) => row.document },
          { key: 'off', head: t('calendar.offDays'), align: 'right', cell: (row) => <span className="num">{t('calendar.days', { count: row.off })}</span> },
          { key: 'work', head: t('calendar.workDays'), align: 'right', cell: (row) => <span className="num">{t('calendar.days', { count: row.work })}</span> },
        ]}
        rows={years}
        rowKey={(row) => String(row.year)}
        rowHref={(row) => `/desk/settings/calendar/${row.year}`}
        empty={<EmptyState title={t('calendar.empty')}>{t('calendar.emptyText')}</EmptyState>}
      />
    </>
  );
}
