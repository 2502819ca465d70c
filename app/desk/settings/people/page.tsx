import type { Metadata } from 'next';
import { desk } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { ListViews } from '@/app/_server/views';
import { KeptTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ExportButton, ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState, Notice } from '@/components/ui/notice';
import { departmentChoices } from '@/lib/centers/queries';
import { memberRoles } from '@/lib/kernel/actor';
import type { SearchParams } from '@/lib/kernel/list-params';
import { peopleList } from '@/lib/people/inputs';
import { listPeople } from '@/lib/people/queries/members';
import { listViews } from '@/lib/people/queries/views';
import { personRows } from './rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('members'))('title') };
}

const path = '/desk/settings/people';

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = peopleList.parse(await searchParams);
  const [found, departments, views] = await read(desk, (ctx) => Promise.all([listPeople(ctx, params), departmentChoices(ctx), listViews(ctx, 'people')]));
  const [t, list, shell, locale] = [await getT('members'), await getT('list'), await getT('shell'), await getLocale()];
  const { filters } = params;
  const query = peopleList.toSearch(params, { page: 1 });
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        meta={list(found.over ? 'totalOver' : 'total', { count: found.total })}
        actions={
          <>
            <ExportButton href={`/api/exports/people${query}`}>{list('exportAll')}</ExportButton>
            <LinkButton href={`${path}/invitations`}>{t('pending')}</LinkButton>
            <LinkButton href={`${path}/invite`} variant="primary">
              {t('invite')}
            </LinkButton>
          </>
        }
      />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size) }}
        filters={[
          {
            kind: 'select',
            name: 'role',
            label: t('role'),
            value: filters.role,
            all: list('all'),
            options: memberRoles.map((role) => ({ value: role, label: shell(`roles.${role}`) })),
          },
          {
            kind: 'select',
            name: 'department',
            label: t('department'),
            value: filters.department,
            all: list('all'),
            options: departments.map((row) => ({ value: row.id, label: nameIn(locale, row) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            value: filters.state === 'current' ? undefined : filters.state,
            all: t('current'),
            options: [
              { value: 'ended', label: t('ended') },
              { value: 'all', label: t('every') },
            ],
          },
          { kind: 'search', name: 'q', label: list('keyword'), value: filters.q, placeholder: t('keyword') },
        ]}
      >
        <ListViews page="people" path={path} query={query} views={views} />
      </FilterBar>
      {filters.left === '1' && (
        <div className="mb-4">
          <Notice tone="due" title={t('left')}>
            {t('leftNote')}
          </Notice>
        </div>
      )}
      <KeptTable
        caption={t('title')}
        by={personRows}
        look={{ locale, path }}
        rows={found.rows}
        sort={sortState(path, peopleList, params)}
        empty={
          <EmptyState title={t('empty')} action={<LinkButton href={path}>{list('reset')}</LinkButton>}>
            {t('emptyText')}
          </EmptyState>
        }
      />
      <Pager {...pagerProps(list, path, peopleList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
