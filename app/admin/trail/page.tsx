import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { chosenCenter } from '@/app/_server/operator';
import { read } from '@/app/_server/read';
import { trailLines } from '@/app/_server/trail';
import { TrailList } from '@/components/audit/trail-list';
import { ListPage } from '@/components/list/list-page';
import { PageHead } from '@/components/page/page-head';
import { Tabs } from '@/components/ui/tabs';
import { operatorTrailList } from '@/lib/audit/inputs';
import { listEntries } from '@/lib/audit/queries';
import { found as ensureFound } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('admin.trailTitle') };
}

const path = '/admin/trail';

/** What happened to a center's people and settings; its business isn't here. */
export default async function OperatorTrailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const params = operatorTrailList.parse(search);
  const { centers, center, found } = await read(operator, async (ctx) => {
    const chosen = ensureFound(await chosenCenter(ctx, search.center));
    return { ...chosen, found: await listEntries(chosen.inside, { ...params, filters: { ...params.filters, subject: undefined, company: undefined, member: undefined } }) };
  });
  const [t, words, list, locale] = [await getT('audit'), await getT('centers'), await getT('list'), await getLocale()];
  return (
    <ListPage>
      <PageHead title={words('admin.trailTitle')} meta={`${nameIn(locale, center)} · ${list(found.over ? 'totalOver' : 'total', { count: found.total })}`} />
      <Tabs label={words('admin.center')} tabs={centers.map((row) => ({ href: `${path}?center=${row.id}`, label: nameIn(locale, row), current: row.id === center.id }))} />
      <TrailList
        t={t}
        list={list}
        path={path}
        entryHref={(id) => `${path}/${id}?center=${center.id}`}
        lines={await trailLines(found.rows)}
        filters={params.filters}
        keep={{ dir: params.dir, size: String(params.size), center: center.id }}
        sort={sortState(path, operatorTrailList, params)}
        pager={{ ...pagerProps(list, path, operatorTrailList, params, found), children: <Keys /> }}
      />
    </ListPage>
  );
}
