import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { readMinuteOld } from '@/app/_server/read';
import { DataTable } from '@/components/list/data-table';
import { ListPage } from '@/components/list/list-page';
import { Kept, madeOnce } from '@/components/page/kept';
import { PageHead } from '@/components/page/page-head';
import { Section } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { StatePill, type Tone } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { getCalendar } from '@/lib/centers/queries';
import type { Ctx } from '@/lib/kernel/context';
import { formatDay, formatTime } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import { requestList } from '@/lib/service-desk/inputs';
import { countLanes, countWaits, listBottlenecks, listSupervised, listWorkload } from '@/lib/service-desk/queries/board';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('board.title') };
}

const colours: readonly ['late' | 'due' | 'ok' | 'stopped', Tone][] = [
  ['late', 'late'],
  ['due', 'due'],
  ['ok', 'ok'],
  ['stopped', 'neutral'],
];

async function load(ctx: Ctx) {
  const calendar = await getCalendar(ctx);
  return {
    countedAt: ctx.now,
    lanes: await countLanes(ctx, calendar),
    slow: await listBottlenecks(ctx),
    waits: await countWaits(ctx, calendar),
    supervised: await listSupervised(ctx),
    workload: await listWorkload(ctx),
  };
}
type View = Awaited<ReturnType<typeof load>>;

/** Where the work stands: by lane and colour, where time goes, what is watched, and who has how much. */
export default async function BoardPage() {
  const view = await readMinuteOld(businessAndAuditor, 'board', load);
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const shown = madeOnce(view, 'board', () => view);
  return (
    <ListPage>
      <PageHead title={t('board.title')} meta={t('board.note', { time: formatTime(view.countedAt) })} />
      <Kept name="board" tag="div" attributes={{}} facts={[shown, locale]} draw={() => <Board view={view} t={t} locale={locale} />} />
    </ListPage>
  );
}

/** The same for whoever sees the same figures in the same language. */
function Board({ view, t, locale }: { view: View; t: Translate; locale: Locale }) {
  const called = (one: { name: string; nameEn: string }) => (locale === 'en' && one.nameEn !== '' ? one.nameEn : one.name);
  const { waits } = view;
  const today = dayOf(view.countedAt);
  const spent = view.slow.reduce((sum, { used }) => sum + used, 0) + waits.company + waits.outside + waits.pause;
  return (
    <>
      <DataTable
        caption={t('lanes.title')}
        rows={view.lanes}
        rowKey={(lane) => lane.name}
        columns={[
          {
            key: 'lane',
            head: t('board.lane'),
            cell: (lane) => (
              <a className="link" href={`/desk/requests${requestList.toSearch(requestList.parse({ show: 'open', lane: lane.name }))}`}>
                {called(lane)}
              </a>
            ),
          },
          ...colours.map(([colour, tone]) => ({
            key: colour,
            head: t(`board.${colour}`),
            align: 'right' as const,
            cell: (lane: View['lanes'][number]) => (lane[colour] === 0 ? '0' : <StatePill tone={tone}>{String(lane[colour])}</StatePill>),
          })),
          { key: 'total', head: t('board.total'), align: 'right', cell: (lane) => lane.ok + lane.due + lane.late + lane.stopped },
        ]}
        empty={<EmptyState title={t('board.empty')} />}
      />
      <Section title={t('board.bottlenecks')} aside={spent > 0 && <span className="num text-ink-2">{t('board.waitingShare', { share: Math.round((waits.company * 100) / spent) })}</span>}>
        <p className="mb-2 text-ink-2">{t('board.waits', { ...waits })}</p>
        <DataTable
          caption={t('board.bottlenecks')}
          rows={view.slow}
          rowKey={(lane) => lane.name}
          columns={[
            { key: 'lane', head: t('board.lane'), cell: called },
            { key: 'many', head: t('board.total'), align: 'right', cell: (lane) => lane.many },
            { key: 'median', head: t('board.late60'), align: 'right', cell: (lane) => t('board.median', { days: lane.median }) },
            { key: 'p90', head: t('board.p90Head'), align: 'right', cell: (lane) => t('board.p90', { days: lane.p90 }) },
          ]}
          empty={<EmptyState title={t('board.empty')} />}
        />
      </Section>
      <Section title={t('board.supervision')}>
        <DataTable
          caption={t('board.supervision')}
          rows={view.supervised}
          rowKey={(row) => row.id}
          rowHref={(row) => `/desk/requests/${row.id}`}
          columns={[
            {
              key: 'request',
              head: t('list.request'),
              cell: (row) => (
                <>
                  <b className="font-semibold">{row.title}</b>
                  <Sub>{row.number}</Sub>
                </>
              ),
            },
            { key: 'company', head: t('list.company'), cell: (row) => row.company },
            { key: 'owner', head: t('list.owner'), cell: (row) => row.owner ?? t('list.nobody') },
            { key: 'until', head: t('act.superviseUntil'), cell: (row) => (row.until !== null && row.until < today ? <StatePill tone="late">{formatDay(row.until, locale)}</StatePill> : formatDay(row.until ?? '', locale)) },
          ]}
          empty={<EmptyState title={t('board.noSupervision')} />}
        />
      </Section>
      <Section title={t('board.workload')}>
        <DataTable
          caption={t('board.workload')}
          rows={view.workload}
          rowKey={(row) => row.id}
          rowHref={(row) => `/desk/requests?show=open&owner=${row.id}`}
          columns={[
            { key: 'person', head: t('board.person'), cell: (row) => row.name },
            { key: 'inHand', head: t('board.inHand'), align: 'right', cell: (row) => row.inHand },
            { key: 'week', head: t('board.dueSoon'), align: 'right', cell: (row) => row.week },
            { key: 'late', head: t('board.late'), align: 'right', cell: (row) => (row.late === 0 ? '0' : <StatePill tone="late">{String(row.late)}</StatePill>) },
          ]}
          empty={<EmptyState title={t('list.empty')} />}
        />
      </Section>
    </>
  );
}
