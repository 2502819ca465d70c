import { DataTable } from '@/components/list/data-table';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import type { CalendarDay } from '@/lib/centers/rules';
import { formatDay } from '@/lib/kernel/date-text';
import { weekdayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';

interface Year {
  year: number;
  document: string;
  byCenter: string | null;
  off: number;
  work: number;
}

/** The years that are entered, and whose they are to correct; `t` is the `centers` namespace, `own` the reader's center. */
export function YearList({ t, years, own, base }: { t: Translate; years: Year[]; own: string | null; base: string }) {
  const by = ({ byCenter }: Year) => (byCenter === null ? 'byProduct' : byCenter === own ? 'byUs' : 'byCenter');
  return (
    <DataTable
      caption={t('calendar.title')}
      columns={[
        { key: 'year', head: t('calendar.year'), cell: (row) => <span className="num">{row.year}</span> },
        { key: 'document', head: t('calendar.document'), cell: (row) => row.document },
        { key: 'by', head: t('calendar.by'), cell: (row) => t(`calendar.${by(row)}`) },
        { key: 'off', head: t('calendar.offDays'), align: 'right', cell: (row) => <span className="num">{t('calendar.days', { count: row.off })}</span> },
        { key: 'work', head: t('calendar.workDays'), align: 'right', cell: (row) => <span className="num">{t('calendar.days', { count: row.work })}</span> },
      ]}
      rows={years}
      rowKey={(row) => String(row.year)}
      rowHref={(row) => `${base}/${row.year}`}
      empty={<EmptyState title={t('calendar.empty')}>{t('calendar.emptyText')}</EmptyState>}
    />
  );
}

/** Every day of one year that differs from the plain week. */
export function YearDays({ t, locale, caption, days }: { t: Translate; locale: Locale; caption: string; days: CalendarDay[] }) {
  return (
    <DataTable
      caption={caption}
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
      rows={days}
      rowKey={(row) => row.day}
      empty={<EmptyState title={t('calendar.empty')} />}
    />
  );
}
