import { type Day, dayOf } from '@/lib/kernel/dates';
import type { NoticeState } from './inputs';

interface Demand {
  wantsText: boolean;
  wantsFiles: boolean;
}

interface Asked extends Demand {
  state: NoticeState;
  dueOn: Day | null;
}

interface Answered {
  readAt: Date | null;
  answeredAt: Date | null;
  firstAnsweredAt: Date | null;
}

/** Whether anything is asked of a company at all. */
export function asks(notice: Demand): boolean {
  return notice.wantsText || notice.wantsFiles;
}

/** Where a notice stands, as people say it. */
export type Standing = 'draft' | 'told' | 'running' | 'overdue' | 'closed';

export function standingOf(notice: Asked, today: Day): Standing {
  switch (notice.state) {
    case 'draft':
      return 'draft';
    case 'closed':
      return 'closed';
    case 'sent':
      if (!asks(notice) || notice.dueOn === null) return 'told';
      return notice.dueOn < today ? 'overdue' : 'running';
  }
}

export function standingTone(standing: Standing): 'ok' | 'due' | 'late' | 'neutral' | 'accent' {
  switch (standing) {
    case 'draft':
    case 'closed':
      return 'neutral';
    case 'told':
      return 'ok';
    case 'running':
      return 'accent';
    case 'overdue':
      return 'late';
  }
}

/** What one company has done about a notice. `lateAnswer` came after the day it was asked for. */
export type Progress = 'unread' | 'read' | 'late' | 'answered' | 'lateAnswer';

export function progressOf(notice: Asked, recipient: Answered, today: Day): Progress {
  if (recipient.firstAnsweredAt !== null) return notice.dueOn !== null && dayOf(recipient.firstAnsweredAt) > notice.dueOn ? 'lateAnswer' : 'answered';
  if (asks(notice) && notice.dueOn !== null && notice.dueOn < today) return 'late';
  return recipient.readAt === null ? 'unread' : 'read';
}

/**
 * Whether a company may still write: the first answer as long as the notice isn't closed, however late; a change of it
 * until the last day. 'fixed' is an answer that stands.
 */
export type Door = 'none' | 'open' | 'fixed' | 'closed';

export function doorOf(notice: Asked, recipient: Pick<Answered, 'answeredAt'>, today: Day): Door {
  if (!asks(notice) || notice.state === 'draft') return 'none';
  if (notice.state === 'closed') return recipient.answeredAt === null ? 'closed' : 'fixed';
  if (recipient.answeredAt === null) return 'open';
  return notice.dueOn !== null && notice.dueOn < today ? 'fixed' : 'open';
}

/** Once a day is a reminder; more is noise. */
export function mayRemindAgain(notice: { remindedOn: Day | null }, today: Day): boolean {
  return notice.remindedOn !== today;
}

/** Whole percent, rounded down so that 100 % means everybody. Null of nobody. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}

/** Signs no disk takes, and the names Windows keeps for itself. */
const UNSAFE = /[<>:"/\\|?*]|\p{Cc}/gu;
const KEPT = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST_FOLDER = 60;

/** A company's name as a folder on any disk. */
export function folderName(name: string): string {
  const cleaned = Array.from(name.replace(UNSAFE, '_').trim()).slice(0, LONGEST_FOLDER).join('').replace(/[. ]+$/, '').replace(/^\.+/, '');
  const safe = cleaned === '' ? '_' : cleaned;
  return KEPT.test(safe) ? `_${safe}` : safe;
}

/** Gives out paths that differ for every disk, also one that knows no capitals: the second of a name becomes "name (2)". */
export function pathGiver(): (path: string) => string {
  const taken = new Set<string>();
  const free = (path: string) => {
    const key = path.normalize('NFC').toLowerCase();
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  };
  return (path) => {
    if (free(path)) return path;
    const dot = path.lastIndexOf('.');
    const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
    for (let n = 2; ; n += 1) {
      const next = `${path.slice(0, cut)} (${n})${path.slice(cut)}`;
      if (free(next)) return next;
    }
  };
}
