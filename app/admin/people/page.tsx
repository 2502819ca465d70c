import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { chosenCenter } from '@/app/_server/operator';
import { read } from '@/app/_server/read';
import { DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { memberRoles } from '@/lib/kernel/actor';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found as ensureFound } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { operatorPeopleList } from '@/lib/people/inputs';
import { listPeople } from '@/lib/people/queries/members';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('admin.peopleTitle') };
}

const path = '/admin/people';

/** The people of one center at a time, without the companies they act for. */
export default async function OperatorPeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const params = operatorPeopleList.parse(search);
  const { centers, center, found } = await read(operator, async (ctx) => {
    const chosen = ensureFound(await chosenCenter(ctx, search.center));
    return { ...chosen, found: await listPeople(chosen.inside, { ...params, filters: { ...params.filters, department: undefined, left: undefined } }) };
  });
  const [t, words, list, shell, locale] = [await getT('members'), await getT('centers'), await getT('list'), await getT('shell'), await getLocale()];
  const { filters } = params;
  return (
    <ListPage>
      <PageHead title={words('admin.peopleTitle')} meta={`${nameIn(locale, center)} · ${list(found.over ? 'totalOver' : 'total', { count: found.total })}`} />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size) }}
        filters={[
          {
            kind: 'select',
            name: 'center',
            label: words('admin.center'),
            value: filters.center,
            all: nameIn(locale, centers[0] ?? center),
            options: centers.slice(1).map((row) => ({ value: row.id, label: nameIn(locale, row) })),
          },
          {
            kind: 'select',
            name: 'role',
            label: t('role'),
            value: filters.role,
            all: list('all'),
            options: memberRoles.map((role) => ({ value: role, label: shell(`roles.${role}`) })),
          },
          { kind: 'search', name: 'q', label: list('keyword'), value: filters.q, placeholder: t('keyword') },
        ]}
      />
      <DataTable
        caption={words('admin.peopleTitle')}
        columns={[
          { key: 'name', head: t('name'), sort: 'name', cell: (row) => row.name },
          { key: 'role', head: t('role'), sort: 'role', cell: (row) => shell(`roles.${row.role}`) },
          {
            key: 'place',
            head: t('department'),
            cell: (row) => (row.departmentName === null ? list('missing') : nameIn(locale, { name: row.departmentName, nameEn: row.departmentNameEn ?? '' })),
          },
          { key: 'phone', head: t('phone'), cell: (row) => <span className="num">{row.phone ?? list('missing')}</span> },
          { key: 'started', head: t('started'), sort: 'started', cell: (row) => <span className="num">{formatDay(dayOf(row.startedAt), locale)}</span> },
          {
            key: 'state',
            head: t('state'),
            cell: (row) => (row.endedAt === null ? <StatePill tone="ok">{t('current')}</StatePill> : <StatePill tone="neutral">{t('ended')}</StatePill>),
          },
        ]}
        rows={found.rows}
        rowKey={(row) => row.id}
        sort={sortState(path, operatorPeopleList, params)}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
      <Pager {...pagerProps(list, path, operatorPeopleList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
