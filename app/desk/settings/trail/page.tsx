import type { Metadata } from 'next';
import { trail } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { trailLines } from '@/app/_server/trail';
import { ListViews } from '@/app/_server/views';
import { TrailList } from '@/components/audit/trail-list';
import { ExportButton, ListPage } from '@/components/list/list-page';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { trailList } from '@/lib/audit/inputs';
import { canExportTrail } from '@/lib/audit/policy';
import { chainHead, listEntries } from '@/lib/audit/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import type { SearchParams } from '@/lib/kernel/list-params';
import { listViews } from '@/lib/people/queries/views';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('audit'))('title') };
}

const path = '/desk/settings/trail';

/** What happened in the center, and that nobody changed it since. */
export default async function TrailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = trailList.parse(await searchParams);
  const { found, head, views, mayExport } = await read(trail, async (ctx) => ({
    found: await listEntries(ctx, params),
    head: await chainHead(ctx),
    views: await listViews(ctx, 'trail'),
    mayExport: canExportTrail(ctx.actor),
  }));
  const [t, list, locale] = [await getT('audit'), await getT('list'), await getLocale()];
  const query = trailList.toSearch(params, { page: 1 });
  const { subject, company, member } = params.filters;
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        meta={
          <MetaLine
            items={[
              list(found.over ? 'totalOver' : 'total', { count: found.total }),
              head === null ? t('note') : t('sealed', { count: head.sequence, when: formatMoment(head.sealedAt, locale) }),
            ]}
          />
        }
        actions={mayExport && <ExportButton href={`/api/exports/trail${query}`}>{found.over ? list('exportAll') : list('export', { count: found.total })}</ExportButton>}
      />
      <TrailList
        t={t}
        list={list}
        path={path}
        lines={await trailLines(found.rows)}
        filters={params.filters}
        keep={{ dir: params.dir, size: String(params.size), subject, company, member }}
        sort={sortState(path, trailList, params)}
        pager={{ ...pagerProps(list, path, trailList, params, found), children: <Keys /> }}
      >
        <ListViews page="trail" path={path} query={query} views={views} />
      </TrailList>
    </ListPage>
  );
}
