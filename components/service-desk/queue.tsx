import { type Column, type Drawing, KeptTable, type SortState } from '@/components/list/data-table';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { type Locale, type Translate, translator } from '@/lib/kernel/i18n';
import type { Clock } from '@/lib/service-desk/rules';
import { type ColouredLane, LaneProgress } from './lane-progress';
import { clockWords, type Placed, stateWords } from './words';

export interface QueueRow extends Placed {
  id: string;
  number: string | null;
  title: string;
  item: string;
  itemEn: string;
  companyId: string;
  company: string;
  room: string | null;
  ownerId: string | null;
  submittedAt: Date | null;
  rounds: number;
  clock: Clock;
  repair: 'open' | 'done' | 'rated' | null;
  laneWaits: boolean;
  supervisedUntil: string | null;
  lanes: readonly ColouredLane[];
}

interface Props {
  t: Translate;
  locale: Locale;
  rows: readonly QueueRow[];
  /** The reader's membership: their own rows say so. */
  me: string | null;
  /** The id of the bulk bar; without it rows carry no ticks. */
  bulk?: string;
  sort?: SortState;
  /** The list shows what is in the reader's hands: then an empty one says where to look next. */
  mine?: boolean;
  links: { accept: string; open: string };
  /** Leaves out what a short list beside others doesn't need. */
  short?: boolean;
}

interface Look {
  locale: Locale;
  bulk: string | null;
  sortable: boolean;
  short: boolean;
}

/** What a row shows, and nothing that changes without being seen: whoever may see it sees the same. */
function shownOf(row: QueueRow, me: string | null) {
  const { id, number, title, item, itemEn, company, room, state, owner, rounds, clock, repair, laneWaits, supervisedUntil, lanes, submittedAt } = row;
  const { returnedAt, completedAt, withdrawnAt, refusedAt, decidedAt, duplicateOf } = row;
  const isMine = me !== null && row.ownerId === me;
  const place = { state, owner, returnedAt, completedAt, withdrawnAt, refusedAt, decidedAt, duplicateOf };
  return { id, number, title, item, itemEn, company, room, isMine, rounds, clock, repair, laneWaits, supervisedUntil, lanes, submittedAt, ...place };
}
type ShownRow = ReturnType<typeof shownOf>;

function queueRows({ locale, bulk, sortable, short }: Look): Drawing<ShownRow> {
  const t = translator(locale, 'service-desk');
  const holder = (row: ShownRow) => {
    if (row.state === 'returned') return t('list.companyHas');
    if (row.owner === null) return t('list.nobody');
    return row.isMine ? `${row.owner} · ${t('list.me')}` : row.owner;
  };
  const columns: Column<ShownRow>[] = [
    {
      key: 'request',
      head: t('list.request'),
      cell: (row) => (
        <>
          <b className="font-semibold">{row.title}</b>
          <Sub>
            {[
              locale === 'en' ? row.itemEn : row.item,
              row.number,
              row.rounds > 0 && t('list.rounds', { count: row.rounds }),
              row.laneWaits && t('list.laneWaits'),
              row.supervisedUntil !== null && t('list.supervised'),
              row.repair === 'open' && t('list.badRating'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Sub>
        </>
      ),
    },
    {
      key: 'company',
      head: t('list.company'),
      cell: (row) => (
        <>
          {row.company}
          {row.room !== null && row.room !== '' && <Sub>{row.room}</Sub>}
        </>
      ),
    },
    {
      key: 'state',
      head: t('list.progress'),
      cell: (row) => {
        if (row.lanes.length > 0) return <LaneProgress t={t} locale={locale} lanes={row.lanes} />;
        const state = stateWords(t, row.state, row.duplicateOf);
        return <StatePill tone={state.tone}>{state.text}</StatePill>;
      },
    },
    { key: 'owner', head: t('list.owner'), cell: holder },
    {
      key: 'due',
      head: t('list.due'),
      ...(sortable ? { sort: 'due' } : {}),
      cell: (row) => {
        const { text, tone } = clockWords(t, row.clock, row);
        return (
          <>
            <StatePill tone={tone}>{text}</StatePill>
            {row.clock.kind === 'running' && <Sub>{formatDay(row.clock.dueOn, locale)}</Sub>}
          </>
        );
      },
    },
    {
      key: 'submitted',
      head: t('list.submitted'),
      ...(sortable ? { sort: 'submitted' } : {}),
      align: 'right',
      phone: 'hide',
      cell: (row) => <span className="num whitespace-nowrap">{row.submittedAt === null ? t('file.missing') : formatDay(dayOf(row.submittedAt), locale)}</span>,
    },
  ];
  return {
    columns: short ? columns.filter(({ key }) => key !== 'submitted' && key !== 'owner') : columns,
    rowKey: (row) => row.id,
    rowHref: (row) => `/desk/requests/${row.id}`,
    ...(bulk === null ? {} : { select: { form: bulk, name: 'ids[]', all: translator(locale, 'list')('selectAll'), row: (row) => t('list.select', { number: row.number }) } }),
  };
}

/** The desk's queue, by what is due next. */
export function Queue({ t, locale, rows, me, bulk, sort, mine, links, short }: Props) {
  return (
    <KeptTable
      caption={t('list.caption')}
      by={queueRows}
      look={{ locale, bulk: bulk ?? null, sortable: sort !== undefined, short: short === true }}
      rows={rows.map((row) => shownOf(row, me))}
      {...(sort === undefined ? {} : { sort })}
      empty={
        <EmptyState
          title={t('list.empty')}
          action={
            mine && (
              <>
                <LinkButton href={links.accept} variant="primary">
                  {t('list.showAccept')}
                </LinkButton>
                <LinkButton href={links.open}>{t('list.showOpen')}</LinkButton>
              </>
            )
          }
        >
          {mine ? t('list.emptyMine') : t('list.emptyAll')}
        </EmptyState>
      }
    />
  );
}
