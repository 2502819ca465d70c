import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { ListViews } from '@/app/_server/views';
import { BulkBar } from '@/components/list/bulk-bar';
import { KeptTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ExportButton, ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { KeptSelect, madeOnce } from '@/components/page/kept';
import { PageHead } from '@/components/page/page-head';
import { Button, LinkButton } from '@/components/ui/button';
import { Select } from '@/components/ui/inputs';
import { MenuButton, MenuLink } from '@/components/ui/menu';
import { EmptyState } from '@/components/ui/notice';
import { companyList, companyStates, leadingIndustries, trioRoles } from '@/lib/companies/inputs';
import { canAssignTrio, canEditCompanies, canImportCompanies, canKeepCarriers } from '@/lib/companies/policy';
import { openFields } from '@/lib/companies/queries/fields';
import { companyChoices, listCompanies } from '@/lib/companies/queries/list';
import { mayServeAs } from '@/lib/companies/rules';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { listViews } from '@/lib/people/queries/views';
import { chooseBulk, previewAssign } from './actions';
import { companyRows } from './rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('title') };
}

const path = '/desk/companies';
const FIRST_YEAR = 1998;
const BULK = 'bulk';

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = companyList.parse(await searchParams);
  const { found, choices, views, fields, may, today } = await read(businessAndAuditor, async (ctx) => {
    const [found, choices, views, fields] = await Promise.all([listCompanies(ctx, params), companyChoices(ctx), listViews(ctx, 'companies'), openFields(ctx)]);
    return {
      found,
      choices,
      views,
      fields,
      may: {
        edit: canEditCompanies(ctx.actor),
        import: canImportCompanies(ctx.actor),
        assign: canAssignTrio(ctx.actor),
        carriers: canKeepCarriers(ctx.actor),
      },
      today: dayOf(ctx.now),
    };
  });
  const [t, list, road, own, locale] = [await getT('companies'), await getT('list'), await getT('road'), await getT('fields'), await getLocale()];
  const segments = await getT('segments');
  const { filters } = params;
  const query = companyList.toSearch(params, { page: 1 });
  const people = (role: 'liaison' | 'mentor') =>
    madeOnce(choices.people, `${role} ${t('nobody')}`, () => [
      { value: 'none', label: t('nobody') },
      ...choices.people.filter((one) => mayServeAs(one.role, role)).map((one) => ({ value: one.id, label: one.name })),
    ]);
  const years = Array.from({ length: yearOf(today) - FIRST_YEAR + 1 }, (_, n) => String(yearOf(today) - n));

  const asked = fields.find((field) => field.id === filters.field);
  const ownFilters = [
    { kind: 'select' as const, name: 'field', label: own('filter'), value: filters.field, all: list('all'), options: fields.map((field) => ({ value: field.id, label: field.name })) },
    asked?.kind === 'choice'
      ? { kind: 'select' as const, name: 'value', label: asked.name, value: filters.value, all: list('all'), options: asked.choices.map((value) => ({ value, label: value })) }
      : { kind: 'text' as const, name: 'value', label: asked?.name ?? own('value'), value: filters.value, placeholder: own('valueHint') },
  ];
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        meta={list(found.over ? 'totalOver' : 'total', { count: found.total })}
        actions={
          <>
            <LinkButton href={`${path}/collection`}>{t('collection')}</LinkButton>
            <LinkButton href={`${path}/ip`}>{t('tabs.ip')}</LinkButton>
            <ExportButton href={`/api/exports/companies${query}`}>{found.over ? list('exportAll') : list('export', { count: found.total })}</ExportButton>
            {may.edit && (
              <MenuButton label={t('more')}>
                {may.import && <MenuLink href="/desk/imports/new">{t('import')}</MenuLink>}
                <MenuLink href={`${path}/segments${query === '' ? '' : `?query=${encodeURIComponent(query)}`}`}>{query === '' ? segments('title') : segments('saveThis')}</MenuLink>
                <MenuLink href={`${path}/bulk${query}`}>{segments('bulk.all', { count: found.total })}</MenuLink>
                <MenuLink href={`${path}/invite`}>{t('invite.title')}</MenuLink>
                <MenuLink href={`${path}/carriers`}>{t('carriers.title')}</MenuLink>
              </MenuButton>
            )}
            {may.edit && (
              <LinkButton href={`${path}/new`} variant="primary">
                {t('create')}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size), ...(filters.tag === undefined ? {} : { tag: filters.tag }) }}
        filters={[
          { kind: 'search', name: 'q', label: list('keyword'), value: filters.q, placeholder: t('keyword') },
          { kind: 'select', name: 'state', label: t('field.state'), value: filters.state, all: list('all'), options: companyStates.map((value) => ({ value, label: t(`states.${value}`) })) },
          { kind: 'select', name: 'carrier', label: t('field.carrier'), value: filters.carrier, all: list('all'), options: choices.carriers.map((one) => ({ value: one.id, label: one.name })) },
          { kind: 'select', name: 'leading', label: t('field.leadingIndustry'), value: filters.leading, all: list('all'), options: leadingIndustries.map((value) => ({ value, label: t(`leading.${value}`) })) },
          { kind: 'select', name: 'liaison', label: t('trio.liaison'), value: filters.liaison, all: list('all'), options: people('liaison') },
          { kind: 'select', name: 'mentor', label: t('trio.mentor'), value: filters.mentor, all: list('all'), options: people('mentor') },
          { kind: 'select', name: 'year', label: t('admittedYear'), value: filters.year, all: list('all'), options: years.map((value) => ({ value, label: value })) },
          ...(fields.length === 0 ? [] : ownFilters),
          {
            kind: 'select',
            name: 'due',
            label: road('list.due'),
            value: filters.due,
            all: list('all'),
            options: [
              { value: 'over', label: road('list.dueOver') },
              { value: 'soon', label: road('list.dueSoon') },
            ],
          },
          { kind: 'date', name: 'asOf', label: road('list.asOf'), value: filters.asOf },
        ]}
      >
        <ListViews page="companies" path={path} query={query} views={views} />
      </FilterBar>
      {filters.tag !== undefined && (
        <p className="mb-3 text-sm">
          {t('tagged', { tag: filters.tag })}{' '}
          <a className="link" href={path + companyList.toSearch(params, { filters: { tag: undefined } })}>
            {list('reset')}
          </a>
        </p>
      )}
      <KeptTable
        caption={t('title')}
        by={companyRows}
        look={{ locale, today, path, byDue: filters.due !== undefined, fields: fields.filter((field) => field.inList), bulk: may.edit ? BULK : null }}
        rows={found.rows}
        sort={sortState(path, companyList, params)}
        empty={
          query === '' ? (
            <EmptyState
              title={t('empty')}
              action={
                may.import && (
                  <>
                    <LinkButton href="/desk/imports/new" variant="primary">
                      {t('import')}
                    </LinkButton>
                    <LinkButton href={`${path}/new`}>{t('create')}</LinkButton>
                  </>
                )
              }
            >
              {t('emptyText')}
            </EmptyState>
          ) : (
            <EmptyState title={list('none')} action={<LinkButton href={path}>{list('reset')}</LinkButton>}>
              {list('emptyFiltered')}
            </EmptyState>
          )
        }
      />
      <Pager {...pagerProps(list, path, companyList, params, found)}>
        <Keys />
        {found.over && (
          <a className="pager-link" href={path + companyList.toSearch(params, { filters: { exact: '1' } })}>
            {list('exact')}
          </a>
        )}
      </Pager>
      {may.edit && (
        <BulkBar id={BULK} action={may.assign ? previewAssign : chooseBulk} hidden={await hiddenFields()} count={t("bulk.count", { n: "{n}" })}>
          {may.assign && (
            <>
              <Select name="role" aria-label={t('bulk.role')} options={trioRoles.map((value) => ({ value, label: t(`trio.${value}`) }))} />
              <KeptSelect
                name="membership"
                label={t('bulk.person')}
                // Those who may be what stands chosen beside come first.
                options={madeOnce(choices.people, t('bulk.staff'), () =>
                  [...choices.people.filter((one) => one.role !== 'mentor'), ...choices.people.filter((one) => one.role === 'mentor')].map((one) => ({
                    value: one.id,
                    label: one.name,
                    group: one.role === 'mentor' ? t('trio.mentor') : t('bulk.staff'),
                  })),
                )}
              />
              <Button type="submit">{t('bulk.preview')}</Button>
              {found.total > found.rows.length && !found.over && (
                <Button type="submit" name="all" value={query}>
                  {t('bulk.all', { count: found.total })}
                </Button>
              )}
            </>
          )}
          <Button type="submit" formAction={chooseBulk}>
            {segments('bulk.act')}
          </Button>
        </BulkBar>
      )}
    </ListPage>
  );
}
