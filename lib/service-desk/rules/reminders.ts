import { warnOn } from '@/lib/approvals/rules';
import type { Day } from '@/lib/kernel/dates';
import type { Calendar } from '@/lib/kernel/working-days';
import { CONTACT_DAYS } from '../rules';

/** The two days of a bad rating's repair, and how far up has been told of each: nobody, whoever holds it, their manager. */
export interface RepairDays {
  contactDueOn: Day;
  contactedAt: Date | null;
  contactWarned: number;
  dueOn: Day;
  /** Working days it has: five, or fifteen with a reason. */
  days: number;
  repairedAt: Date | null;
  warned: number;
}

/** Whoever holds it, then their manager; the director learns of a bad rating from the figures. */
const HIGHEST = 2;

/** When the next one is told of a day. The row's own day counts, also while a year that it needs isn't entered. */
function nextTold(calendar: Calendar, dueOn: Day, promised: number, warned: number): Day | null {
  if (warned >= HIGHEST) return null;
  return warnOn(calendar, dueOn, promised, warned) ?? dueOn;
}

function tellFrom(calendar: Calendar, dueOn: Day, promised: number, warned: number, today: Day): { from: number; to: number; next: Day | null } {
  let to = warned;
  let next = nextTold(calendar, dueOn, promised, to);
  while (next !== null && next <= today) {
    to += 1;
    next = nextTold(calendar, dueOn, promised, to);
  }
  return { from: warned, to, next };
}

const earlier = (one: Day | null, other: Day | null): Day | null => (one === null ? other : other === null || one < other ? one : other);

/** The day on which somebody is to be told next of a repair; null once it is done, or everybody knows. */
export function repairWarnOn(calendar: Calendar, repair: RepairDays): Day | null {
  if (repair.repairedAt !== null) return null;
  const contact = repair.contactedAt === null ? nextTold(calendar, repair.contactDueOn, CONTACT_DAYS, repair.contactWarned) : null;
  return earlier(contact, nextTold(calendar, repair.dueOn, repair.days, repair.warned));
}

export interface RepairSteps {
  /** What is to be told now; the levels above `from` up to `to` haven't been. */
  told: { what: 'contact' | 'repair'; dueOn: Day; from: number; to: number }[];
  contactWarned: number;
  warned: number;
  warnOn: Day | null;
}

/** Who is to be told of a repair's days on a day: each once, also where days passed unwatched. */
export function repairSteps(calendar: Calendar, repair: RepairDays, today: Day): RepairSteps {
  const { contactDueOn, contactedAt, dueOn, days, repairedAt, contactWarned, warned } = repair;
  if (repairedAt !== null) return { told: [], contactWarned, warned, warnOn: null };
  const still = { from: contactWarned, to: contactWarned, next: null };
  const contact = contactedAt === null ? tellFrom(calendar, contactDueOn, CONTACT_DAYS, contactWarned, today) : still;
  const whole = tellFrom(calendar, dueOn, days, warned, today);
  return {
    told: [{ what: 'contact' as const, dueOn: contactDueOn, from: contact.from, to: contact.to }, { what: 'repair' as const, dueOn, from: whole.from, to: whole.to }].filter(({ from, to }) => to > from),
    contactWarned: contact.to,
    warned: whole.to,
    warnOn: earlier(contact.next, whole.next),
  };
}
