import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { StatePill, Toned, type Tone } from '@/components/ui/pill';
import { formatDay, formatMoment } from '@/lib/kernel/date-text';
import type { Locale, Translate } from '@/lib/kernel/i18n';

export interface LaneShown {
  id: string;
  stage: number;
  name: string;
  nameEn: string;
  state: 'waiting' | 'open' | 'stopped' | 'agreed' | 'disagreed' | 'cancelled';
  department: string | null;
  departmentEn: string | null;
  role: string | null;
  owner: string | null;
  days: number;
  dueOn: string | null;
  nextDueOn: string | null;
  usedDays: number | null;
  decidedAt: Date | null;
  decider: string | null;
  /** Where its own clock stands today; null while it doesn't run. */
  span: { left: number | null; tone: 'ok' | 'due' | 'late' } | null;
}

interface Round {
  stages: readonly { position: number; name: string; nameEn: string }[];
  lanes: readonly LaneShown[];
  opinions: readonly { id: string; laneId: string; kind: string; body: string; author: string | null; insteadOf: string | null; at: Date }[];
  stops: readonly { id: string; laneId: string; kind: string; party: string; reason: string; toOn: string | null }[];
}

const tones: Record<LaneShown['state'], Tone> = { waiting: 'neutral', open: 'accent', stopped: 'due', agreed: 'ok', disagreed: 'late', cancelled: 'neutral' };

interface Props {
  t: Translate;
  /** The `shell` namespace. */
  roles: Translate;
  locale: Locale;
  round: Round;
  /** The request was taken up again and isn't accepted yet: these are the lanes of its round before. */
  before?: boolean;
  /** What may be done beneath a lane. */
  under?: (lane: LaneShown) => ReactNode;
}

/** Where each lane is, who has it, until when. */
export function Lanes({ t, roles, locale, round, before, under }: Props) {
  const english = locale === 'en';
  const called = (one: { name: string; nameEn: string }) => (english && one.nameEn !== '' ? one.nameEn : one.name);
  const party = (lane: LaneShown) =>
    lane.department !== null ? (english && lane.departmentEn ? lane.departmentEn : lane.department) : lane.role !== null ? roles(`roles.${lane.role}`) : t('parties.holder');
  return (
    <Card title={t(before ? 'lanes.titleBefore' : 'lanes.title')} note={t(before ? 'lanes.noteBefore' : 'lanes.note')} id="lanes" body="bare">
      {round.stages.map((stage) => (
        <section key={stage.position} className="border-t border-line">
          <h3 className="bg-bg px-(--pad) py-1.5 text-sm font-medium text-ink-2">{t('lanes.stage', { n: stage.position + 1, name: called(stage) })}</h3>
          <ul className="divide-y divide-line">
            {round.lanes
              .filter((lane) => lane.stage === stage.position)
              .map((lane) => (
                <li key={lane.id} className="px-(--pad) py-3">
                  <div className="flex flex-wrap items-center justify-between gap-2">
                    <b className="font-medium">{called(lane)}</b>
                    <StatePill tone={tones[lane.state]}>{t(`laneStates.${lane.state}`)}</StatePill>
                  </div>
                  <p className="text-sm text-ink-2">
                    {party(lane)} · {lane.owner ?? t('lanes.nobody')} · {t('lanes.days', { days: lane.days })} <LaneClock t={t} locale={locale} lane={lane} />
                  </p>
                  <LaneBar lane={lane} />
                  {round.stops
                    .filter((stop) => stop.laneId === lane.id && stop.toOn === null)
                    .map((stop) => (
                      <p key={stop.id} className="text-sm text-due">
                        {t(`stops.${stop.kind}`, { party: stop.party, reason: stop.reason })}
                      </p>
                    ))}
                  {round.opinions
                    .filter((opinion) => opinion.laneId === lane.id)
                    .map((opinion) => (
                      <p key={opinion.id} className="mt-1 text-sm break-words whitespace-pre-wrap">
                        <span className="text-ink-2">
                          {opinion.insteadOf === null ? opinion.author : t('lanes.insteadOf', { who: opinion.author, away: opinion.insteadOf })} ·{' '}
                          <span className="num">{formatMoment(opinion.at, locale)}</span> · {t('lanes.returned', { kind: opinion.kind })}
                        </span>
                        {opinion.body !== '' && <span className="block">{opinion.body}</span>}
                      </p>
                    ))}
                  {under?.(lane)}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

/** How much of its days a lane has used; the words beside it say the same. */
function LaneBar({ lane }: { lane: LaneShown }) {
  const over = lane.decidedAt !== null;
  if (!over && lane.span === null) return null;
  const used = over ? lane.days : lane.days - (lane.span?.left ?? lane.days);
  const tone = over ? (lane.state === 'agreed' ? 'ok' : 'late') : lane.span?.tone;
  return (
    <div className="bar my-1.5 max-w-md" aria-hidden="true">
      <i className={tone} style={{ width: `${Math.min(100, Math.max(4, Math.round((used * 100) / Math.max(1, lane.days))))}%` }} />
    </div>
  );
}

function LaneClock({ t, locale, lane }: { t: Translate; locale: Locale; lane: LaneShown }) {
  if (lane.decidedAt !== null) return lane.usedDays === null ? null : <>· {t('lanes.used', { used: lane.usedDays })}</>;
  if (lane.span === null || lane.dueOn === null) return null;
  const { left, tone } = lane.span;
  return (
    <>
      · {t('lanes.due', { day: formatDay(lane.dueOn, locale) })}
      {left !== null && (
        <>
          {' · '}
          <Toned tone={tone}>{left < 0 ? t('lanes.dueLate', { late: -left }) : t('lanes.dueLeft', { left })}</Toned>
        </>
      )}
    </>
  );
}
