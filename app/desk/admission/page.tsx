import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { ApplicationStatePill } from '@/components/lifecycle/application-state';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { EmptyState } from '@/components/ui/notice';
import { Toned } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { dayOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { applicationList, applicationViews } from '@/lib/lifecycle/inputs';
import { canFileApplication } from '@/lib/lifecycle/policy';
import { type ApplicationLine, listApplications } from '@/lib/lifecycle/queries/admission';
import { fileApplicationAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('title') };
}

const path = '/desk/admission';

export default async function AdmissionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = applicationList.parse(await searchParams);
  const { found, mayFile, today } = await read(businessAndAuditor, async (ctx) => ({ found: await listApplications(ctx, params), mayFile: canFileApplication(ctx.actor), today: dayOf(ctx.now) }));
  const [t, list] = [await getT('admission'), await getT('list')];
  const show = params.filters.show ?? 'open';
  const missing = list('missing');
  const columns: Column<ApplicationLine>[] = [
    {
      key: 'name',
      head: t('col.name'),
      cell: (row) => (
        <>
          <span className="font-medium">{row.name === '' ? t('states.draft') : row.name}</span>
          <Sub>
            <span className="num">{row.number ?? missing}</span>
          </Sub>
        </>
      ),
    },
    { key: 'state', head: t('col.state'), phone: 'bare', cell: (row) => <ApplicationStatePill state={row.state} label={t(`states.${row.state}`)} /> },
    { key: 'submitted', head: t('col.submitted'), cell: (row) => <span className="num">{row.submittedAt === null ? missing : dayOf(row.submittedAt)}</span> },
    { key: 'contact', head: t('col.contact'), cell: (row) => row.contactName || missing },
    { key: 'reviews', head: t('col.reviews'), align: 'right', cell: (row) => <span className="num">{row.reviews}</span> },
    {
      key: 'condition',
      head: t('col.condition'),
      cell: (row) =>
        row.conditionDueOn === null || row.conditionMetOn !== null ? (
          missing
        ) : (
          <>
            <Toned tone={row.conditionDueOn < today ? 'late' : 'due'}>{row.conditionDueOn}</Toned>
            <Sub>{row.conditionText}</Sub>
          </>
        ),
    },
  ];
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        meta={list(found.over ? 'totalOver' : 'total', { count: found.total })}
        actions={
          mayFile && (
            <PostButton action={fileApplicationAction} hidden={await hiddenFields()} variant="primary">
              {t('new')}
            </PostButton>
          )
        }
      />
      <Tabs label={t('views.label')} tabs={applicationViews.map((view) => ({ href: path + applicationList.toSearch(params, { filters: { show: view }, page: 1 }), label: t(`views.${view}`), current: view === show }))} />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ show, size: String(params.size) }}
        filters={[{ kind: 'search', name: 'q', label: list('keyword'), value: params.filters.q }]}
      />
      <DataTable caption={t('title')} columns={columns} rows={found.rows} rowKey={(row) => row.id} rowHref={(row) => `${path}/${row.id}`} empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>} />
      <Pager {...pagerProps(list, path, applicationList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
