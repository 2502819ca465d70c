import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { read } from '@/app/_server/read';
import { ListViews } from '@/app/_server/views';
import { CompanyStatePill } from '@/components/companies/state';
import { PostButton } from '@/components/form/plain-form';
import { BulkBar } from '@/components/list/bulk-bar';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill, Toned } from '@/components/ui/pill';
import { companyList, companyStates, leadingIndustries } from '@/lib/companies/inputs';
import { companyChoices, type CompanyRow, listCompanies } from '@/lib/companies/queries/list';
import { listSegments, paramsOf } from '@/lib/companies/queries/segments';
import { mayServeAs } from '@/lib/companies/rules';
import { yearOf, dayOf } from '@/lib/kernel/dates';
import { allow, found } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { canEditNotice } from '@/lib/notices/policy';
import { getNotice } from '@/lib/notices/queries/desk';
import { reachOf, silentAmong } from '@/lib/notices/queries/recipients';
import { listViews } from '@/lib/people/queries/views';
import { chooseRecipientsAction } from '../../actions';

interface Props {
  params: Promise<{ notice: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notices'))('choose.title') };
}

const FIRST_YEAR = 1998;

/** Narrows the register and shows, before anything is sent, how many and whom it would reach. */
export default async function RecipientsPage({ params, searchParams }: Props) {
  const { notice: id } = await params;
  const search = await searchParams;
  const view = await read(business, async (ctx) => {
    const notice = found(await getNotice(ctx, id));
    allow(canEditNotice(ctx.actor, notice));
    // Opened for the first time: what was chosen before, or the companies that are here.
    const before = notice.chosen?.by === 'filter' ? notice.chosen.query : '?state=incubating';
    const list = Object.keys(search).length > 0 ? companyList.parse(search) : paramsOf(before);
    const query = companyList.toSearch(list, { page: 1 });
    const page = await listCompanies(ctx, list);
    return {
      notice,
      list,
      query,
      page,
      reach: await reachOf(ctx, { by: 'filter', query }),
      silent: await silentAmong(ctx, page.rows.map((row) => row.id)),
      choices: await companyChoices(ctx),
      views: await listViews(ctx, 'companies'),
      segments: await listSegments(ctx),
      today: dayOf(ctx.now),
    };
  });
  const [t, companies, list] = [await getT('notices'), await getT('companies'), await getT('list')];
  const { notice, page, reach, silent, choices } = view;
  const { filters } = view.list;
  const path = `/desk/notices/${notice.id}/recipients`;
  const missing = list('missing');
  const people = (role: 'liaison' | 'mentor') => [
    { value: 'none', label: companies('nobody') },
    ...choices.people.filter((one) => mayServeAs(one.role, role)).map((one) => ({ value: one.id, label: one.name })),
  ];
  const years = Array.from({ length: yearOf(view.today) - FIRST_YEAR + 1 }, (_, n) => String(yearOf(view.today) - n));
  const columns: Column<CompanyRow>[] = [
    { key: 'name', head: companies('field.name'), sort: 'name', cell: (row) => <span className="font-medium">{row.name}</span> },
    { key: 'state', head: companies('field.state'), phone: 'bare', cell: (row) => <CompanyStatePill state={row.state} label={companies(`states.${row.state}`)} /> },
    {
      key: 'account',
      head: t('choose.account'),
      phone: 'bare',
      cell: (row) => (silent.has(row.id) ? <StatePill tone="due">{t('choose.noAccount')}</StatePill> : <StatePill tone="ok">{t('choose.hasAccount')}</StatePill>),
    },
    { key: 'liaison', head: companies('trio.liaison'), cell: (row) => row.trio.liaison?.name ?? missing },
    { key: 'tags', head: t('choose.tag'), phone: 'hide', cell: (row) => (row.tags.length === 0 ? missing : row.tags.join(' · ')) },
  ];
  return (
    <ListPage>
      <PageHead
        crumbs={{
          label: t('crumbs'),
          items: [{ label: t('title'), href: '/desk/notices' }, { label: notice.title === '' ? t('draft.title') : notice.title, href: `/desk/notices/${notice.id}` }, { label: t('choose.title') }],
        }}
        title={t('choose.title')}
        meta={
          <MetaLine
            items={[
              <span key="count" role="status">
                {t('choose.count', { count: reach.companies })}
              </span>,
              reach.silent > 0 && (
                <Toned key="silent" tone="due">
                  {t('choose.silentCount', { count: reach.silent })}
                </Toned>
              ),
            ]}
          />
        }
        actions={
          <>
            <LinkButton href={`/desk/notices/${notice.id}`} variant="quiet">
              {(await getT('shell'))('form.cancel')}
            </LinkButton>
            {reach.companies > 0 && (
              <PostButton action={chooseRecipientsAction} hidden={await hiddenFields()} values={{ notice: notice.id, by: 'filter', query: view.query }} variant="primary">
                {t('choose.useFilter', { count: reach.companies })}
              </PostButton>
            )}
          </>
        }
      />
      <p className="mb-3 max-w-[80ch] text-ink-2">{t('choose.intro')}</p>
      {view.segments.length > 0 && (
        <p className="mb-3 flex flex-wrap items-center gap-2 text-sm">
          <span className="text-ink-2">{t('choose.segments')}</span>
          {view.segments.map((segment) => (
            <a key={segment.id} className="pill" href={path + (segment.query === '' ? '?state=' : segment.query)}>
              {segment.name}
            </a>
          ))}
        </p>
      )}
      <FilterBar
        action={path}
        resetHref={`${path}?state=`}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: view.list.sort, dir: view.list.dir, size: String(view.list.size) }}
        filters={[
          { kind: 'search', name: 'q', label: list('keyword'), value: filters.q, placeholder: companies('keyword') },
          { kind: 'select', name: 'state', label: companies('field.state'), value: filters.state, all: list('all'), options: companyStates.map((value) => ({ value, label: companies(`states.${value}`) })) },
          { kind: 'select', name: 'carrier', label: companies('field.carrier'), value: filters.carrier, all: list('all'), options: choices.carriers.map((one) => ({ value: one.id, label: one.name })) },
          { kind: 'select', name: 'leading', label: companies('field.leadingIndustry'), value: filters.leading, all: list('all'), options: leadingIndustries.map((value) => ({ value, label: companies(`leading.${value}`) })) },
          { kind: 'select', name: 'liaison', label: companies('trio.liaison'), value: filters.liaison, all: list('all'), options: people('liaison') },
          { kind: 'select', name: 'mentor', label: companies('trio.mentor'), value: filters.mentor, all: list('all'), options: people('mentor') },
          { kind: 'select', name: 'year', label: companies('admittedYear'), value: filters.year, all: list('all'), options: years.map((value) => ({ value, label: value })) },
          { kind: 'search', name: 'tag', label: t('choose.tag'), value: filters.tag },
        ]}
      >
        <ListViews page="companies" path={path} query={view.query} views={view.views} />
      </FilterBar>
      <DataTable
        caption={t('choose.preview')}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        sort={sortState(path, companyList, view.list)}
        select={{ form: 'ticked', name: 'companies[]', all: list('selectAll'), row: (row) => list('select', { name: row.name }) }}
        empty={
          <EmptyState title={list('none')} action={<LinkButton href={`${path}?state=`}>{list('reset')}</LinkButton>}>
            {list('emptyFiltered')}
          </EmptyState>
        }
      />
      <Pager {...pagerProps(list, path, companyList, view.list, page)} />
      <BulkBar id="ticked" action={chooseRecipientsAction} hidden={await hiddenFields()} count={t('choose.tickedCount', { n: '{n}' })}>
        <input type="hidden" name="notice" value={notice.id} />
        <input type="hidden" name="by" value="ticked" />
        <Button type="submit">{t('choose.useTicked')}</Button>
      </BulkBar>
    </ListPage>
  );
}
