import { nameIn } from '@/app/_server/i18n';
import type { Drawing } from '@/components/list/data-table';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { type Locale, translator } from '@/lib/kernel/i18n';
import type { PersonRow } from '@/lib/people/queries/members';

/** The rows of the list of people. `path` is its address. */
export function personRows({ locale, path }: { locale: Locale; path: string }): Drawing<PersonRow> {
  const [t, list, shell] = [translator(locale, 'members'), translator(locale, 'list'), translator(locale, 'shell')];
  const place = (row: PersonRow) =>
    row.companyName ?? (row.departmentName === null ? list('missing') : nameIn(locale, { name: row.departmentName, nameEn: row.departmentNameEn ?? '' }));
  return {
    rowKey: (row) => row.id,
    rowHref: (row) => `${path}/${row.id}`,
    columns: [
      {
        key: 'name',
        head: t('name'),
        sort: 'name',
        cell: (row) => (
          <>
            {row.name}
            {row.title !== '' && <Sub>{row.title}</Sub>}
          </>
        ),
      },
      { key: 'role', head: t('role'), sort: 'role', cell: (row) => shell(`roles.${row.role}`) },
      { key: 'place', head: t('place'), cell: place },
      { key: 'phone', head: t('phone'), cell: (row) => <span className="num">{row.phone ?? list('missing')}</span> },
      { key: 'started', head: t('started'), sort: 'started', cell: (row) => <span className="num">{formatDay(dayOf(row.startedAt), locale)}</span> },
      {
        key: 'state',
        head: t('state'),
        cell: (row) => (row.endedAt === null ? <StatePill tone="ok">{t('current')}</StatePill> : <StatePill tone="neutral">{t('ended')}</StatePill>),
      },
    ],
  };
}
