import type { Metadata } from 'next';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { type Column, DataTable } from '@/components/list/data-table';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { importList } from '@/lib/imports/inputs';
import { listImports } from '@/lib/imports/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import type { SearchParams } from '@/lib/kernel/list-params';
import { stateTone } from './state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('imports'))('title') };
}

type Row = Awaited<ReturnType<typeof listImports>>['rows'][number];
const path = '/desk/imports';

export default async function ImportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = importList.parse(await searchParams);
  const found = await read(clerks, (ctx) => listImports(ctx, params));
  const [t, takeover, list, locale] = [await getT('imports'), await getT('takeover'), await getT('list'), await getLocale()];
  const columns: Column<Row>[] = [
    {
      key: 'file',
      head: t('file'),
      cell: (row) => (
        <>
          {row.file}
          <Sub>{t(`kinds.${row.kind}`)}</Sub>
        </>
      ),
    },
    { key: 'state', head: t('state'), cell: (row) => <StatePill tone={stateTone(row.state)}>{t(`states.${row.state}`)}</StatePill>, phone: 'bare' },
    {
      key: 'counts',
      head: t('counts'),
      cell: (row) =>
        row.counts.new === undefined
          ? list('missing')
          : t('summary', { fresh: row.counts.new, changed: row.counts.changed ?? 0, unchanged: row.counts.unchanged ?? 0, refused: row.counts.refused ?? 0 }),
    },
    { key: 'by', head: t('by'), cell: (row) => row.by ?? list('missing') },
    { key: 'when', head: t('when'), cell: (row) => <span className="num">{formatMoment(row.createdAt, locale)}</span> },
  ];
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        actions={
          <>
            <LinkButton href="/api/exports/templates/companies" download>
              {t('template')}
            </LinkButton>
            <LinkButton href={`${path}/takeover`}>{takeover('title')}</LinkButton>
            <LinkButton href={`${path}/new`} variant="primary">
              {t('start')}
            </LinkButton>
          </>
        }
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        empty={
          <EmptyState
            title={t('empty')}
            action={
              <LinkButton href={`${path}/new`} variant="primary">
                {t('start')}
              </LinkButton>
            }
          >
            {t('emptyText')}
          </EmptyState>
        }
      />
      {found.total > 0 && (
        <Pager {...pagerProps(list, path, importList, params, found)}>
          <Keys />
        </Pager>
      )}
    </ListPage>
  );
}
