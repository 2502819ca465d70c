import type { Tone } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import type { RequestState } from '@/lib/service-desk/inputs';
import type { OutcomeWords } from '@/lib/service-desk/inputs/item';
import type { Clock } from '@/lib/service-desk/rules';
import { outcomeWord } from '@/lib/service-desk/rules/outcome';

/** How a request's state, clock and place read. `t` is the `service-desk` namespace throughout. */

export interface Placed {
  state: RequestState;
  owner: string | null;
  returnedAt: Date | null;
  completedAt: Date | null;
  withdrawnAt?: Date | null;
  refusedAt?: Date | null;
  decidedAt?: Date | null;
  /** The request it was merged into. */
  duplicateOf?: string | null;
}

export interface Said {
  text: string;
  tone: Tone;
}

const stateTones: Record<RequestState, Tone> = {
  draft: 'neutral',
  confirming: 'due',
  submitted: 'neutral',
  accepted: 'accent',
  returned: 'due',
  refused: 'late',
  decided: 'accent',
  completed: 'ok',
  withdrawn: 'neutral',
};

/** What was merged into another isn't called refused. */
export function stateWords(t: Translate, state: RequestState, duplicateOf: string | null = null): Said {
  if (duplicateOf !== null) return { text: t('states.merged'), tone: 'neutral' };
  return { text: t(`states.${state}`), tone: stateTones[state] };
}

/** How a request came out, in its item's own words. */
export function outcomeSaid(t: Translate, english: boolean, words: OutcomeWords, outcome: 'granted' | 'declined'): Said {
  return { text: outcomeWord(words, outcome, english) ?? t(`outcomes.${outcome}`), tone: outcome === 'granted' ? 'ok' : 'late' };
}

const dayIn = (moment: Date | null | undefined) => (moment === null || moment === undefined ? '' : dayOf(moment));

/** The clock in a few words, for a pill. */
export function clockWords(t: Translate, clock: Clock, request: Placed): Said {
  switch (clock.kind) {
    case 'unknown':
      return { tone: 'neutral', text: t('clock.unknown', { day: clock.earliest }) };
    case 'running':
      return { tone: clock.tone, text: runningWords(t, clock) };
    case 'still':
      return stillWords(t, request);
  }
}

function runningWords(t: Translate, clock: Extract<Clock, { kind: 'running' }>): string {
  const { left, tone, what, dueOn } = clock;
  if (tone === 'late') return left === null || left >= 0 ? t('clock.lateUncounted') : t(`clock.${what}Late`, { days: -left });
  return left === null ? t('clock.leftUncounted', { day: dueOn }) : t(`clock.${what}Left`, { days: left });
}

function stillWords(t: Translate, request: Placed): Said {
  switch (request.state) {
    case 'completed':
      return { tone: 'ok', text: t('clock.completed', { day: dayIn(request.completedAt) }) };
    case 'withdrawn':
      return { tone: 'neutral', text: request.withdrawnAt ? t('clock.withdrawn', { day: dayIn(request.withdrawnAt) }) : t('states.withdrawn') };
    case 'draft':
      return { tone: 'neutral', text: t('clock.draft') };
    case 'confirming':
      return { tone: 'neutral', text: t('clock.confirming') };
    case 'refused':
      return { tone: 'neutral', text: t(request.duplicateOf == null ? 'states.refused' : 'states.merged') };
    case 'decided':
      return { tone: 'due', text: t('clock.decided') };
    case 'submitted':
    case 'accepted':
      return { tone: 'neutral', text: t('clock.stopped') };
    case 'returned':
      return { tone: 'neutral', text: t('clock.returned') };
  }
}

/** Where it is, who has it, until when: one line, and how many working days that leaves. */
export function lineWords(t: Translate, locale: Locale, clock: Clock, request: Placed, reader: 'my' | 'desk'): { line: string; left: Said | null } {
  const prefix = reader === 'my' ? 'line' : 'line.forDesk';
  const long = (day: string) => (day === '' ? t('file.missing') : formatDay(day, locale, 'long'));
  const owner = request.owner ?? 'none';
  if (clock.kind === 'unknown') return { line: t(`${prefix}.${request.state}Unknown`, { owner, day: long(clock.earliest) }), left: null };
  if (clock.kind === 'running') {
    return { line: t(`${prefix}.${request.state}`, { owner, day: long(clock.dueOn) }), left: leftWords(t, clock, prefix) };
  }
  if (request.state === 'draft') return { line: t('line.draft'), left: null };
  // Accepted, and every lane waits for somebody else.
  if (request.state === 'accepted' || request.state === 'submitted') return { line: t(`${prefix}.stopped`, { owner }), left: null };
  if (request.duplicateOf != null) return { line: t('line.merged'), left: null };
  const on = {
    completed: request.completedAt, withdrawn: request.withdrawnAt, returned: request.returnedAt, refused: request.refusedAt, decided: request.decidedAt, confirming: null,
  }[request.state];
  return { line: t(`${prefix}.${request.state}`, { owner: request.owner ?? t('file.missing'), day: long(dayIn(on)) }), left: null };
}

function leftWords(t: Translate, clock: Extract<Clock, { kind: 'running' }>, prefix: string): Said | null {
  if (clock.tone === 'late') {
    const counted = clock.left !== null && clock.left < 0;
    return { tone: 'late', text: counted ? t(`${prefix}.late`, { days: -(clock.left ?? 0) }) : t(`${prefix}.lateUncounted`) };
  }
  return clock.left === null ? null : { tone: clock.tone, text: t('line.left', { days: clock.left }) };
}

/** A grade is stored as 1 … 5. */
export function gradeWords(t: Translate, grade: number): Said {
  return { text: t(`grades.g${grade}`), tone: grade >= 4 ? 'ok' : grade === 3 ? 'neutral' : 'late' };
}
