import { type Column, DataTable, type SortState } from '@/components/list/data-table';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
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
  selectAll?: string;
  /** The id of the bulk bar; without it rows carry no ticks. */
  bulk?: string;
  sort?: SortState;
  /** The list shows what is in the reader's hands: then an empty one says where to look next. */
  mine?: boolean;
  links: { accept: string; open: string };
  /** Leaves out what a short list beside others doesn't need. */
  short?: boolean;
}

/** The desk's queue, by what is due next. */
export function Queue({ t, locale, rows, me, selectAll, bulk, sort, mine, links, short }: Props) {
  const holder = (row: QueueRow) => {
    if (row.state === 'returned') return t('list.companyHas');
    if (row.owner === null) return t('list.nobody');
    return row.ownerId === me ? `${row.owner} · ${t('list.me')}` : row.owner;
  };
  const columns: Column<QueueRow>[] = [
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
      ...(sort === undefined ? {} : { sort: 'due' }),
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
      ...(sort === undefined ? {} : { sort: 'submitted' }),
      align: 'right',
      phone: 'hide',
      cell: (row) => <span className="num whitespace-nowrap">{row.submittedAt === null ? t('file.missing') : formatDay(dayOf(row.submittedAt), locale)}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('list.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/desk/requests/${row.id}`}
      columns={short ? columns.filter(({ key }) => key !== 'submitted' && key !== 'owner') : columns}
      {...(sort === undefined ? {} : { sort })}
      {...(bulk === undefined
        ? {}
        : { select: { form: bulk, name: 'ids[]', all: selectAll ?? '', row: (row: QueueRow) => t('list.select', { number: row.number }) } })}
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
