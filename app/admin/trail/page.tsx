import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { chosenCenter } from '@/app/_server/operator';
import { read } from '@/app/_server/read';
import { trailLines } from '@/app/_server/trail';
import { TrailList, trailColumns } from '@/components/audit/trail-list';
import { DataTable } from '@/components/list/data-table';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { EmptyState } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { OPERATORS, operatorTrailList } from '@/lib/audit/inputs';
import { listEntries } from '@/lib/audit/queries';
import { found as ensureFound } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { listOperatorEntries } from '@/lib/people/queries/operator-trail';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('admin.trailTitle') };
}

const path = '/admin/trail';

/** What happened to a center's people and settings (its business isn't here), and to the operators' own sign-in. */
export default async function OperatorTrailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const params = operatorTrailList.parse(search);
  const own = params.filters.center === OPERATORS;
  const { centers, center, found } = await read(operator, async (ctx) => {
    const chosen = ensureFound(await chosenCenter(ctx, own ? undefined : search.center));
    if (own) return { ...chosen, found: await listOperatorEntries(ctx, params) };
    return { ...chosen, found: await listEntries(chosen.inside, { ...params, filters: { ...params.filters, subject: undefined, company: undefined, member: undefined } }) };
  });
  const [t, words, list, locale] = [await getT('audit'), await getT('centers'), await getT('list'), await getLocale()];
  const tabs = [
    ...centers.map((row) => ({ href: `${path}?center=${row.id}`, label: nameIn(locale, row), current: !own && row.id === center.id })),
    { href: `${path}?center=${OPERATORS}`, label: words('admin.ownTrail'), current: own },
  ];
  const lines = await trailLines(found.rows);
  const total = list(found.over ? 'totalOver' : 'total', { count: found.total });
  if (own) {
    return (
      <ListPage>
        <PageHead title={words('admin.trailTitle')} meta={`${words('admin.ownTrail')} · ${total}`} />
        <Tabs label={words('admin.center')} tabs={tabs} />
        <DataTable caption={words('admin.ownTrail')} columns={trailColumns(t)} rows={lines} rowKey={(row) => row.id} empty={<EmptyState title={t('empty')} />} />
        <Pager {...pagerProps(list, path, operatorTrailList, params, found)} />
      </ListPage>
    );
  }
  return (
    <ListPage>
      <PageHead title={words('admin.trailTitle')} meta={`${nameIn(locale, center)} · ${total}`} />
      <Tabs label={words('admin.center')} tabs={tabs} />
      <TrailList
        t={t}
        list={list}
        path={path}
        entryHref={(id) => `${path}/${id}?center=${center.id}`}
        lines={lines}
        filters={params.filters}
        keep={{ dir: params.dir, size: String(params.size), center: center.id }}
        sort={sortState(path, operatorTrailList, params)}
        pager={{ ...pagerProps(list, path, operatorTrailList, params, found), children: <Keys /> }}
      />
    </ListPage>
  );
}
