import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { ListViews } from '@/app/_server/views';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ExportButton, ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { placeOf, topicsOf, VisitStatePill } from '@/components/mentoring/visit-parts';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Toned } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatMoment } from '@/lib/kernel/date-text';
import type { SearchParams } from '@/lib/kernel/list-params';
import { visitList, visitStates, visitTopics } from '@/lib/mentoring/inputs';
import { mentorChoices } from '@/lib/mentoring/queries/mentors';
import { countOpenVisits, listVisits, type Visit } from '@/lib/mentoring/queries/visits';
import { listViews } from '@/lib/people/queries/views';
import { MentoringTabs } from './tabs';

const path = '/desk/mentoring';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('desk.title') };
}

export default async function VisitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = visitList.parse(await searchParams);
  const { found, open, mentors, views } = await read(businessAndAuditor, async (ctx) => ({
    found: await listVisits(ctx, params),
    open: await countOpenVisits(ctx),
    mentors: await mentorChoices(ctx),
    views: await listViews(ctx, 'visits'),
  }));
  const [t, list, locale] = [await getT('mentoring'), await getT('list'), await getLocale()];
  const { filters } = params;
  const query = visitList.toSearch(params, { page: 1 });
  const only = (state: Visit['state']) => path + visitList.toSearch(params, { filters: { state } });
  const columns: Column<Visit>[] = [
    {
      key: 'number',
      head: t('fields.number'),
      sort: 'number',
      cell: (row) => (
        <>
          <span className="num whitespace-nowrap">{row.number}</span>
          <Sub>{row.mentor}</Sub>
        </>
      ),
    },
    {
      key: 'company',
      head: t('fields.company'),
      phone: 'full',
      cell: (row) => (
        <a href={`/desk/companies/${row.companyId}`} className="link">
          {row.company}
        </a>
      ),
    },
    {
      key: 'visited',
      head: t('fields.visitedAt'),
      sort: 'visited',
      cell: (row) => (
        <>
          <span className="num whitespace-nowrap">{formatMoment(row.visitedAt, locale)}</span>
          <Sub>
            {t('minutes', { minutes: row.minutes })} · {placeOf(t, row)}
          </Sub>
        </>
      ),
    },
    { key: 'topics', head: t('fields.topics'), cell: (row) => topicsOf(t, row) },
    { key: 'advice', head: t('fields.advice'), phone: 'full', width: '38%', cell: (row) => <span className="line-clamp-2">{row.advice}</span> },
    { key: 'state', head: t('fields.state'), phone: 'bare', cell: (row) => <VisitStatePill t={t} state={row.state} /> },
  ];
  return (
    <ListPage>
      <PageHead
        title={t('desk.title')}
        meta={
          <MetaLine
            items={[
              list(found.over ? 'totalOver' : 'total', { count: found.total }),
              open.recorded > 0 && (
                <a href={only('recorded')}>
                  <Toned tone="due">{t('desk.total', { count: open.recorded })}</Toned>
                </a>
              ),
              open.disputed > 0 && (
                <a href={only('disputed')}>
                  <Toned tone="late">{t('desk.disputed', { count: open.disputed })}</Toned>
                </a>
              ),
            ]}
          />
        }
        actions={<ExportButton href={`/api/exports/visits${query}`}>{found.over ? list('exportAll') : list('export', { count: found.total })}</ExportButton>}
      />
      <MentoringTabs current="visits" />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size) }}
        filters={[
          { kind: 'search', name: 'q', label: t('fields.company'), value: filters.q, placeholder: t('desk.keyword') },
          { kind: 'select', name: 'mentor', label: t('fields.mentor'), value: filters.mentor, all: list('all'), options: mentors.map((one) => ({ value: one.id, label: one.name })) },
          { kind: 'select', name: 'state', label: t('fields.state'), value: filters.state, all: list('all'), options: visitStates.map((value) => ({ value, label: t(`states.${value}`) })) },
          { kind: 'select', name: 'topic', label: t('desk.topic'), value: filters.topic, all: list('all'), options: visitTopics.map((value) => ({ value, label: t(`topics.${value}`) })) },
          { kind: 'date', name: 'from', label: t('desk.from'), value: filters.from },
          { kind: 'date', name: 'to', label: t('desk.to'), value: filters.to },
        ]}
      >
        <ListViews page="visits" path={path} query={query} views={views} />
      </FilterBar>
      <DataTable
        caption={t('desk.visits')}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/visits/${row.id}`}
        sort={sortState(path, visitList, params)}
        empty={
          query === '' ? (
            <EmptyState title={t('desk.empty')} action={<LinkButton href="/desk/companies">{t('desk.companies')}</LinkButton>}>
              {t('desk.emptyNote')}
            </EmptyState>
          ) : (
            <EmptyState title={list('none')} action={<LinkButton href={path}>{list('reset')}</LinkButton>}>
              {list('emptyFiltered')}
            </EmptyState>
          )
        }
      />
      <Pager {...pagerProps(list, path, visitList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
