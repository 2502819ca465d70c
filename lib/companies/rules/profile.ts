import type { Day } from '@/lib/kernel/dates';
import type { ProposeChange } from '../inputs/profile';
import type { z } from 'zod';
import { isUnitSuspicious } from './facts';

/** Registered or paid-in capital a thousand times and more beyond the other: one of them was typed in yuan. */
export function isCapitalSuspicious(paidIn: bigint | null, registered: bigint | null): boolean {
  if (paidIn === null || registered === null || registered === 0n || paidIn === 0n) return false;
  return paidIn >= registered * 1_000n || registered >= paidIn * 10_000n;
}

const WAN = 10_000n;
/** 10亿元 in fen. A company in incubation that stands on more was, as a rule, written down in yuan. */
const LARGEST = 100_000_000_000n;

/**
 * What registered capital was probably meant to be, in fen, where what was typed doesn't go with what is paid in, with what it was
 * before, or with any company of an incubator; null where nothing is strange about it.
 */
export function capitalMeant(registered: bigint | null, known: { paidIn: bigint | null; before: bigint | null }): bigint | null {
  if (registered === null || registered <= 0n) return null;
  const { paidIn, before } = known;
  const strange = isCapitalSuspicious(paidIn, registered) || (before !== null && isUnitSuspicious(registered, before)) || registered >= LARGEST;
  if (!strange) return null;
  const other = before !== null && before > 0n ? before : paidIn;
  return other !== null && other > registered ? registered * WAN : registered / WAN;
}

/** The keys a proposal may hold, by the register's own columns. */
export const proposable = [
  'name', 'legalRepresentative', 'registeredCapitalFen', 'address', 'paidInCapitalFen', 'industryDivision', 'techField', 'founderTraits', 'taxpayerKind', 'registrationType',
] as const;
export type Proposable = (typeof proposable)[number];
type Value = string | null | readonly string[];
export type Register = Readonly<Record<Proposable, string | bigint | null | readonly string[]>>;

/** As a proposal keeps it: amounts by their digits, an empty text as nothing. */
export function kept(value: Register[Proposable]): Value {
  if (typeof value === 'bigint') return value.toString();
  return value === '' ? null : value;
}

/** What a company would change, as it stands and as it should be. */
export function changesOf(now: Register, typed: z.output<typeof ProposeChange>): Record<string, { from: Value; to: Value }> {
  const wanted: Register = { ...typed, registeredCapitalFen: typed.registeredCapital, paidInCapitalFen: typed.paidInCapital };
  return Object.fromEntries(
    proposable.flatMap((key) => {
      const [from, to] = [kept(now[key]), kept(wanted[key])];
      return isSame(from, to) ? [] : [[key, { from, to }]];
    }),
  );
}

/** Which fields of a proposal no longer stand as the company saw them. */
export function movedOn(now: Register, changes: Readonly<Record<string, { from: Value }>>): Proposable[] {
  return proposable.filter((key) => changes[key] !== undefined && !isSame(kept(now[key]), changes[key].from));
}

function isSame(one: Value, other: Value): boolean {
  const text = (value: Value) => (Array.isArray(value) ? [...value].sort().join(',') : (value ?? ''));
  return text(one) === text(other);
}

/**
 * Why a company can't have been renamed on that day, a message key under `errors.`: it hasn't come, the company didn't exist, or the
 * name that goes wasn't borne yet. Null when it can.
 */
export function renamingProblem(on: Day, known: { today: Day; establishedOn: Day | null; lastUntil: Day | null }): string | null {
  const { today, establishedOn, lastUntil } = known;
  if (on > today) return 'company.renamedLater';
  if (establishedOn !== null && on < establishedOn) return 'company.renamedBeforeFounded';
  return lastUntil !== null && on < lastUntil ? 'company.renamedBeforeLast' : null;
}

/** ****1234: the last four digits tell one account from another. */
export function maskAccount(number: string): string {
  return `****${number.slice(-4)}`;
}
