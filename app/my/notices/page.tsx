import type { Metadata } from 'next';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { read } from '@/app/_server/read';
import { Pager } from '@/components/list/pager';
import { DuePill, ProgressPill } from '@/components/notices/notice-parts';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { ownNoticeList } from '@/lib/notices/inputs';
import { countNoticesToDo, listOwnNotices } from '@/lib/notices/queries/own';
import { asks, doorOf, progressOf } from '@/lib/notices/rules';

const path = '/my/notices';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notices'))('my.title') };
}

export default async function MyNoticesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = ownNoticeList.parse(await searchParams);
  const { found, waiting, today } = await read(company, async (ctx) => ({
    found: await listOwnNotices(ctx, params),
    waiting: await countNoticesToDo(ctx),
    today: dayOf(ctx.now),
  }));
  const [t, list, locale] = [await getT('notices'), await getT('list'), await getLocale()];
  const todo = params.filters.show === 'todo';
  return (
    <>
      <PageHead title={t('my.title')} meta={t('my.intro', { count: waiting })} />
      <Tabs
        label={t('my.title')}
        tabs={[
          { href: path, label: t('my.all'), current: !todo },
          { href: `${path}?show=todo`, label: t('my.todo'), count: waiting, current: todo },
        ]}
      />
      {found.rows.length === 0 ? (
        <Card className="mt-4">
          <EmptyState title={t(todo ? 'my.emptyTodo' : 'my.empty')}>{t('my.emptyText')}</EmptyState>
        </Card>
      ) : (
        <div className="mt-4">
          <Card body="rows">
            {found.rows.map((notice) => (
              <a key={notice.id} href={`${path}/${notice.id}`} className="block px-(--pad) py-3 hover:bg-bg">
                <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <span className={notice.readAt === null ? 'font-semibold break-words' : 'break-words'}>{notice.title}</span>
                  {notice.answeredAt === null && notice.dueOn !== null && doorOf(notice, notice, today) === 'open' ? (
                    <DuePill t={t} due={notice.dueOn} today={today} />
                  ) : (
                    <ProgressPill t={t} progress={progressOf(notice, notice, today)} asked={asks(notice)} />
                  )}
                </span>
                <span className="num block text-sm text-ink-2">{t('my.from', { who: notice.sentBy ?? '', when: formatMoment(notice.sentAt, locale) })}</span>
              </a>
            ))}
          </Card>
          <Pager {...pagerProps(list, path, ownNoticeList, params, found)} />
        </div>
      )}
    </>
  );
}
