import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { IpMarks, IpStatePill, ipKindText, ipNumber } from '@/components/companies/ip-parts';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ExportButton, ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { ipKinds, ipList, ipStates } from '@/lib/companies/inputs/ip';
import { canImportCompanies } from '@/lib/companies/policy';
import { listIp } from '@/lib/companies/queries/ip';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('ip'))('title') };
}

type Row = Awaited<ReturnType<typeof listIp>>['rows'][number];
const path = '/desk/companies/ip';

/** Every right of the center's companies. */
export default async function IpListPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = ipList.parse(await searchParams);
  const { found, mayImport, today } = await read(businessAndAuditor, async (ctx) => ({ found: await listIp(ctx, params), mayImport: canImportCompanies(ctx.actor), today: dayOf(ctx.now) }));
  const [t, companies, list, shell] = [await getT('ip'), await getT('companies'), await getT('list'), await getT('shell')];
  const { filters } = params;
  const query = ipList.toSearch(params, { page: 1 });
  const missing = list('missing');
  const years = Array.from({ length: 12 }, (_, n) => String(yearOf(today) - n));
  const columns: Column<Row>[] = [
    {
      key: 'title',
      head: t('field.title'),
      cell: (row) => (
        <>
          <span className="font-medium">{row.title}</span>
          <Sub>
            <span className="num">{ipNumber(row) ?? missing}</span>
          </Sub>
        </>
      ),
    },
    { key: 'kind', head: t('field.kind'), cell: (row) => ipKindText(t, row.kind) },
    { key: 'company', head: companies('field.name'), cell: (row) => row.company, phone: 'full' },
    {
      key: 'state',
      head: t('field.state'),
      cell: (row) => (
        <>
          <IpStatePill t={t} right={row} today={today} /> <IpMarks t={t} right={row} />
        </>
      ),
      phone: 'bare',
    },
    { key: 'filed', head: t('field.filedOn'), sort: 'filed', cell: (row) => <span className="num">{row.filedOn ?? missing}</span> },
    { key: 'granted', head: t('field.grantedOn'), sort: 'granted', cell: (row) => <span className="num">{row.grantedOn ?? missing}</span> },
    { key: 'expires', head: t('field.expiresOn'), sort: 'expires', cell: (row) => <span className="num">{row.expiresOn ?? missing}</span> },
  ];
  const choices = (values: readonly string[], words: string) => values.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: t('title') }] }}
        meta={list(found.over ? 'totalOver' : 'total', { count: found.total })}
        actions={
          <>
            <ExportButton href={`/api/exports/ip${query}`}>{found.over ? list('exportAll') : list('export', { count: found.total })}</ExportButton>
            {mayImport && <LinkButton href="/desk/imports/new?kind=ip">{t('import')}</LinkButton>}
          </>
        }
      />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size) }}
        filters={[
          { kind: 'search', name: 'q', label: list('keyword'), value: filters.q, placeholder: t('keyword') },
          { kind: 'select', name: 'kind', label: t('field.kind'), value: filters.kind, all: list('all'), options: choices(ipKinds, 'kinds') },
          { kind: 'select', name: 'class', label: t('field.class'), value: filters.class, all: list('all'), options: choices(['1', '2'], 'classes') },
          { kind: 'select', name: 'state', label: t('field.state'), value: filters.state, all: list('all'), options: choices(ipStates, 'states') },
          { kind: 'select', name: 'year', label: t('grantedYear'), value: filters.year, all: list('all'), options: years.map((value) => ({ value, label: value })) },
          { kind: 'select', name: 'pledged', label: t('pledged'), value: filters.pledged, all: list('all'), options: [{ value: '1', label: list('yes') }] },
        ]}
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/desk/companies/${row.companyId}/ip`}
        sort={sortState(path, ipList, params)}
        empty={
          query === '' ? (
            <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          ) : (
            <EmptyState title={list('none')} action={<LinkButton href={path}>{list('reset')}</LinkButton>}>
              {list('emptyFiltered')}
            </EmptyState>
          )
        }
      />
      <Pager {...pagerProps(list, path, ipList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
