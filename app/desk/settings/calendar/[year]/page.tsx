import type { Metadata } from 'next';
import { desk } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { canEditCalendar } from '@/lib/centers/policy';
import { getCalendarYear } from '@/lib/centers/queries';
import { formatDay } from '@/lib/kernel/date-text';
import { weekdayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';

interface Props {
  params: Promise<{ year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.yearTitle', { year: (await params).year }) };
}

/** Every day of one year that differs from the plain week. */
export default async function YearPage({ params }: Props) {
  const { year: written } = await params;
  const { year, mayEdit } = await read(desk, async (ctx) => ({
    year: found(/^\d{4}$/.test(written) ? await getCalendarYear(ctx, Number(written)) : null),
    mayEdit: canEditCalendar(ctx.actor),
  }));
  const [t, shell, locale] = [await getT('centers'), await getT('shell'), await getLocale()];
  const title = t('calendar.yearTitle', { year: written });
  return (
    <>
      <PageHead
        title={title}
        meta={year.document}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('calendar.title'), href: '/desk/settings/calendar' }, { label: title }] }}
        actions={mayEdit && <LinkButton href={`/desk/settings/calendar/${written}/edit`}>{t('calendar.correct')}</LinkButton>}
      />
      <DataTable
        caption={title}
        columns={[
          { key: 'day', head: t('calendar.day'), cell: (row) => <span className="num">{formatDay(row.day, locale)}</span> },
          { key: 'weekday', head: t('calendar.weekday'), cell: (row) => t(`calendar.weekdays.${weekdayOf(row.day)}`) },
          {
            key: 'kind',
            head: t('calendar.kind'),
            cell: (row) => <StatePill tone={row.kind === 'off' ? 'late' : 'ok'}>{t(`calendar.${row.kind}`)}</StatePill>,
          },
          { key: 'name', head: t('calendar.name'), cell: (row) => row.name },
        ]}
        rows={year.days}
        rowKey={(row) => row.day}
        empty={<EmptyState title={t('calendar.empty')} />}
      />
    </>
  );
}
