import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { ListViews } from '@/app/_server/views';
import { PostButton } from '@/components/form/plain-form';
import { BulkBar } from '@/components/list/bulk-bar';
import { FilterBar } from '@/components/list/filter-bar';
import { ExportButton, ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { Queue } from '@/components/service-desk/queue';
import { Button, LinkButton } from '@/components/ui/button';
import { Select } from '@/components/ui/inputs';
import { Toned } from '@/components/ui/pill';
import { getCalendar } from '@/lib/centers/queries';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { addWorkingDays } from '@/lib/kernel/working-days';
import { listViews } from '@/lib/people/queries/views';
import { deskViews, requestList, requestStates } from '@/lib/service-desk/inputs';
import { canServe, holdsOwnQueue } from '@/lib/service-desk/policy';
import { listItemNames } from '@/lib/service-desk/queries/catalogue';
import { countQueue, listRequests } from '@/lib/service-desk/queries/list';
import { findCompanyName, listServing } from '@/lib/service-desk/queries/people';
import { standingToday } from '@/lib/service-desk/rules';
import { acceptManyAction, acceptNextAction, assignManyAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('title') };
}

const path = '/desk/requests';
const BULK = 'accept-many';

/** The working days of the desk, and what stands over the queue by them. */
async function clockOf(ctx: Ctx) {
  const calendar = await getCalendar(ctx);
  const today = dayOf(ctx.now);
  const tomorrow = addWorkingDays(calendar, today, 1);
  return { calendar, today, counts: await countQueue(ctx, tomorrow.kind === 'day' ? tomorrow.day : tomorrow.earliest) };
}

export default async function RequestsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = requestList.parse(await searchParams);
  const { filters } = params;
  const view = await read(businessAndAuditor, async (ctx) => {
    const usual = holdsOwnQueue(ctx.actor) ? 'mine' : 'open';
    const show = filters.show ?? usual;
    const serves = canServe(ctx.actor);
    const [found, { calendar, today, counts }, items, views, company, serving] = await Promise.all([
      listRequests(ctx, { ...params, filters: { ...filters, show } }),
      clockOf(ctx),
      listItemNames(ctx),
      listViews(ctx, 'requests'),
      filters.company === undefined ? null : findCompanyName(ctx, filters.company),
      serves ? listServing(ctx) : [],
    ]);
    return {
      usual,
      show,
      found,
      rows: found.rows.map((row) => standingToday(calendar, row, today)),
      counts,
      items,
      views,
      company,
      serves,
      serving,
      me: membershipOf(ctx.actor),
    };
  });
  const [t, list, shell, locale] = [await getT('service-desk'), await getT('list'), await getT('shell'), await getLocale()];
  const { counts, serves, rows } = view;
  const search = requestList.toSearch(params, { page: 1 });
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        meta={
          <MetaLine
            items={[
              view.company !== null && t('list.filteredBy', { company: view.company }),
              filters.lane !== undefined && t('list.filteredLane', { lane: filters.lane }),
              serves && t('list.mine', { count: counts.mine }),
              counts.mineLate > 0 && <Toned tone="late">{t('list.late', { count: counts.mineLate })}</Toned>,
              counts.mineSoon > 0 && <Toned tone="due">{t('list.soon', { count: counts.mineSoon })}</Toned>,
              counts.toAccept > 0 && t('list.toAccept', { count: counts.toAccept }),
            ]}
          />
        }
        actions={
          <>
            <ExportButton href={`/api/exports/requests${search}`}>
              {view.found.over ? list('exportAll') : list('export', { count: view.found.total })}
            </ExportButton>
            <LinkButton href={`${path}/lanes`}>{t('list.lanes')}</LinkButton>
            {serves && (
              <>
                <LinkButton href={`${path}/spot`}>{t('list.spotLog')}</LinkButton>
                <LinkButton href={`${path}/new`}>{t('list.onBehalf')}</LinkButton>
              </>
            )}
            {serves && (
              <PostButton action={acceptNextAction} hidden={await hiddenFields()} variant="primary">
                {t('list.acceptNext')}
              </PostButton>
            )}
          </>
        }
      />
      <FilterBar
        action={path}
        resetHref={path}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size), company: filters.company, owner: filters.owner, lane: filters.lane }}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        filters={[
          {
            kind: 'select',
            name: 'show',
            label: t('list.show'),
            value: filters.show,
            all: t(`list.shows.${view.usual}`),
            options: deskViews.filter((show) => show !== view.usual).map((show) => ({ value: show, label: t(`list.shows.${show}`) })),
          },
          {
            kind: 'select',
            name: 'item',
            label: t('list.item'),
            value: filters.item,
            all: list('all'),
            options: view.items.map((item) => ({ value: item.id, label: nameIn(locale, item) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('list.state'),
            value: filters.state,
            all: list('all'),
            options: requestStates.filter((state) => state !== 'draft').map((state) => ({ value: state, label: t(`states.${state}`) })),
          },
          { kind: 'search', name: 'q', label: t('list.keyword'), value: filters.q, placeholder: t('list.keywordHint') },
        ]}
      >
        <ListViews page="requests" path={path} query={search} views={view.views} />
      </FilterBar>
      <Queue
        t={t}
        locale={locale}
        rows={rows}
        me={view.me}
        {...(serves ? { bulk: BULK } : {})}
        sort={sortState(path, requestList, params)}
        mine={view.show === 'mine'}
        links={{ accept: `${path}?show=accept`, open: `${path}?show=open` }}
      />
      <Pager {...pagerProps(list, path, requestList, params, view.found)}>
        <Keys />
        {view.found.over && (
          <a className="pager-link" href={path + requestList.toSearch(params, { filters: { exact: '1' } })}>
            {list('exact')}
          </a>
        )}
      </Pager>
      {serves && (
        <BulkBar id={BULK} action={acceptManyAction} hidden={await hiddenFields()} count={t('list.selected')}>
          <Button type="submit" variant="primary">
            {t('list.acceptChosen')}
          </Button>
          <Select
            name="owner"
            aria-label={t('list.assignTo')}
            placeholder={t('list.assignTo')}
            options={view.serving.map((person) => ({ value: person.id, label: person.name, group: shell(`roles.${person.role}`) }))}
          />
          <Button type="submit" formAction={assignManyAction}>
            {t('list.assignChosen')}
          </Button>
        </BulkBar>
      )}
    </ListPage>
  );
}
