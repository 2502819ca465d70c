import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { StandingPill } from '@/components/notices/notice-parts';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Toned } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { noticeList } from '@/lib/notices/inputs';
import { canSendNotices } from '@/lib/notices/policy';
import { listNotices, type NoticeRow } from '@/lib/notices/queries/desk';
import { asks, shareOf, standingOf } from '@/lib/notices/rules';
import { startNoticeAction } from './actions';

const path = '/desk/notices';
const shows = ['draft', 'running', 'overdue', 'closed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notices'))('title') };
}

export default async function NoticesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = noticeList.parse(await searchParams);
  const { found, overdue, maySend, today } = await read(businessAndAuditor, async (ctx) => ({
    found: await listNotices(ctx, params),
    overdue: (await listNotices(ctx, { ...noticeList.parse({ show: 'overdue' }), size: 20 })).total,
    maySend: canSendNotices(ctx.actor),
    today: dayOf(ctx.now),
  }));
  const [t, list, locale] = [await getT('notices'), await getT('list'), await getLocale()];
  const { filters } = params;
  const query = noticeList.toSearch(params, { page: 1 });
  const start = maySend && (
    <PostButton action={startNoticeAction} hidden={await hiddenFields()} variant="primary">
      {t('list.new')}
    </PostButton>
  );
  const share = (row: NoticeRow, part: number) => {
    const percent = shareOf(part, row.recipients);
    if (row.state === 'draft' || percent === null) return t('none');
    return (
      <>
        <span className="num">{t('share', { share: percent })}</span>
        <Sub>
          <span className="num">{t('list.of', { part, whole: row.recipients })}</span>
        </Sub>
      </>
    );
  };
  const columns: Column<NoticeRow>[] = [
    {
      key: 'title',
      head: t('fields.title'),
      width: '38%',
      cell: (row) => (
        <>
          <span className="font-medium break-words">{row.title === '' ? t('list.untitled') : row.title}</span>
          <Sub>
            <span className="num">{[row.number, row.sentBy].filter((part) => part !== null).join(' · ')}</span>
          </Sub>
        </>
      ),
    },
    { key: 'state', head: t('fields.state'), phone: 'bare', cell: (row) => <StandingPill t={t} standing={standingOf(row, today)} /> },
    { key: 'time', head: t('fields.createdAt'), sort: 'time', phone: 'hide', cell: (row) => <span className="num whitespace-nowrap">{formatMoment(row.createdAt, locale)}</span> },
    { key: 'due', head: t('fields.due'), sort: 'due', cell: (row) => <span className="num">{asks(row) ? (row.dueOn ?? t('none')) : t('list.asksNone')}</span> },
    { key: 'read', head: t('fields.read'), align: 'right', cell: (row) => share(row, row.read) },
    { key: 'answered', head: t('fields.answered'), align: 'right', cell: (row) => (asks(row) ? share(row, row.answered) : t('none')) },
  ];
  return (
    <ListPage>
      <PageHead
        title={t('title')}
        meta={
          <MetaLine
            items={[
              list(found.over ? 'totalOver' : 'total', { count: found.total }),
              overdue > 0 && (
                <a key="overdue" href={`${path}?show=overdue`}>
                  <Toned tone="late">{t('list.total', { count: overdue })}</Toned>
                </a>
              ),
            ]}
          />
        }
        actions={start}
      />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size) }}
        filters={[
          { kind: 'search', name: 'q', label: list('keyword'), value: filters.q, placeholder: t('list.keyword') },
          { kind: 'select', name: 'show', label: t('list.show'), value: filters.show, all: list('all'), options: shows.map((value) => ({ value, label: t(`list.shows.${value}`) })) },
          { kind: 'select', name: 'mine', label: t('list.mine'), value: filters.mine, all: list('all'), options: [{ value: '1', label: t('list.mineYes') }] },
        ]}
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        sort={sortState(path, noticeList, params)}
        empty={
          query === '' ? (
            <EmptyState title={t('list.empty')} action={start}>
              {t('list.emptyText')}
            </EmptyState>
          ) : (
            <EmptyState title={list('none')} action={<LinkButton href={path}>{list('reset')}</LinkButton>}>
              {list('emptyFiltered')}
            </EmptyState>
          )
        }
      />
      <Pager {...pagerProps(list, path, noticeList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
