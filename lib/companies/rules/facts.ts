import { type Day, yearOf } from '@/lib/kernel/dates';
import { type FactKey, factKeys, type FactState, unitOf } from '../inputs/facts';
import { type ScaleVerdict, scaleOf } from './scale';

export type Figures = Partial<Record<FactKey, bigint>>;
/** Figures of an earlier year are a slip of the pen. */
export const FIRST_FACT_YEAR = 1990;

/** Why a company can have no figures of a year: a key under `errors.`. The one rule of forms, pages and sheets; null when it may. */
export function yearProblem(year: number, known: { thisYear: number; establishedOn: Day | null }): { key: string; params?: Record<string, string> } | null {
  if (year < FIRST_FACT_YEAR) return { key: 'facts.tooEarly', params: { first: String(FIRST_FACT_YEAR) } };
  if (year > known.thisYear) return { key: 'facts.future' };
  const since = known.establishedOn === null ? null : yearOf(known.establishedOn);
  return since !== null && year < since ? { key: 'facts.beforeEstablished', params: { since: String(since) } } : null;
}

export type FactProblem = { field: FactKey | 'word'; key: string; params?: Record<string, string | number> };

/** 其中项: the first can't be more than the second (统计报表逻辑校验). */
export const partsOf: readonly (readonly [FactKey, FactKey])[] = [
  ['mainRevenue', 'revenue'],
  ['exports', 'revenue'],
  ['highTechRevenue', 'totalIncome'],
  ['rdAccountingDomestic', 'rdAccounting'],
  ['rdHnteDomestic', 'rdHnte'],
  ['rdDeductionDomestic', 'rdDeduction'],
  ['rdStaff', 'staff'],
  ['scienceStaff', 'staff'],
  ['college', 'staff'],
  ['returned', 'staff'],
  ['freshGraduates', 'staff'],
  ['master', 'college'],
  ['phd', 'college'],
];

/** Three rounded figures may miss each other by a thousand yuan apiece. */
const ROUNDING = 3n * 100_000n;

/** What contradicts itself within one year. `figures` holds what is typed over what is known. */
export function contradictions(figures: Figures): FactProblem[] {
  const found: FactProblem[] = [];
  for (const [part, whole] of partsOf) {
    const [small, large] = [figures[part], figures[whole]];
    if (small !== undefined && large !== undefined && small > large) found.push({ field: part, key: `facts.above.${whole}` });
  }
  const { college, master, phd, totalAssets, liabilities, netAssets } = figures;
  if (college !== undefined && master !== undefined && phd !== undefined && master <= college && phd <= college && master + phd > college) {
    found.push({ field: 'master', key: 'facts.above.college' });
  }
  if (totalAssets !== undefined && liabilities !== undefined && netAssets !== undefined) {
    const off = totalAssets - liabilities - netAssets;
    if (off > ROUNDING || off < -ROUNDING) found.push({ field: 'netAssets', key: 'facts.balance' });
  }
  return found;
}

/** True when one is about ten thousand times the other: yuan were typed where 万元 were asked, or the other way round. */
export function isUnitSuspicious(value: bigint, last: bigint): boolean {
  const [now, then] = [abs(value), abs(last)];
  if (now === 0n || then === 0n) return false;
  const within = (large: bigint, small: bigint) => large >= small * 2_000n && large <= small * 50_000n;
  return within(now, then) || within(then, now);
}

/** True when a figure moved by more than half against the year before; exactly half is no jump, and nothing jumps from nothing. */
export function isJump(value: bigint, last: bigint): boolean {
  if (last === 0n) return false;
  return 2n * abs(value - last) > abs(last);
}

/**
 * What must be asked before typed figures are kept: contradictions refuse; a suspicious unit wants the unit confirmed; a jump wants a word.
 */
export function askedOf(given: { typed: Figures; known: Figures; last: Figures; word: string; sure: boolean }): FactProblem | null {
  const { typed, known, last, word, sure } = given;
  const [contradiction] = contradictions({ ...known, ...typed }).filter(({ field }) => touches(field, typed));
  if (contradiction !== undefined) return contradiction;
  const against = factKeys.flatMap((key) => {
    const [value, before] = [typed[key], last[key]];
    return value === undefined || before === undefined ? [] : [{ key, value, before }];
  });
  const unit = sure ? undefined : against.find(({ key, value, before }) => unitOf(key) === 'money' && isUnitSuspicious(value, before));
  if (unit !== undefined) return { field: unit.key, key: 'facts.unit' };
  if (word !== '') return null;
  const jumps = jumpsIn(typed, last);
  const [jump] = jumps;
  return jump === undefined ? null : { field: jump, key: 'facts.jump', params: { count: jumps.length } };
}

/** Which of the typed figures moved by more than half. */
export function jumpsIn(typed: Figures, last: Figures): FactKey[] {
  return factKeys.filter((key) => {
    const [value, before] = [typed[key], last[key]];
    return value !== undefined && before !== undefined && isJump(value, before);
  });
}

/** A contradiction is the typist's business only where they typed one side of it. */
function touches(field: FactProblem['field'], typed: Figures): boolean {
  if (field === 'word') return true;
  if (field === 'netAssets') return ['totalAssets', 'liabilities', 'netAssets'].some((key) => typed[key as FactKey] !== undefined);
  return [field, ...partsOf.filter(([part]) => part === field).map(([, whole]) => whole)].some((key) => typed[key] !== undefined);
}

export interface Statement {
  id: string;
  state: FactState;
  value: bigint;
}

/** What a new statement does to the rows there are: one to write or none, one to verify, some to lay aside. */
export interface Move {
  insert: 'proposed' | 'verified' | null;
  verify: string | null;
  supersede: string[];
}

/**
 * A company's word waits for staff; staff's own word holds at once, and holds the company's row where both say the same.
 * Saying again what is already said changes nothing.
 */
export function moveFor(rows: readonly Statement[], value: bigint, by: 'company' | 'staff'): Move {
  const verified = rows.find((row) => row.state === 'verified');
  const open = rows.find((row) => row.state === 'proposed');
  const nothing: Move = { insert: null, verify: null, supersede: [] };
  if (by === 'company') {
    if (open?.value === value) return nothing;
    const supersede = open === undefined ? [] : [open.id];
    return { ...nothing, insert: verified?.value === value ? null : 'proposed', supersede };
  }
  if (verified?.value === value) return { ...nothing, supersede: open === undefined ? [] : [open.id] };
  const old = verified === undefined ? [] : [verified.id];
  if (open?.value === value) return { ...nothing, verify: open.id, supersede: old };
  return { insert: 'verified', verify: null, supersede: [...old, ...(open === undefined ? [] : [open.id])] };
}

/** What a form remembers of one value: which rows stood and waited when it was drawn. Empty where nothing was said yet. */
export function seenOf(rows: readonly { id: string; state: FactState }[]): string {
  const of = (state: FactState) => rows.find((row) => row.state === state)?.id ?? '';
  const [verified, open] = [of('verified'), of('proposed')];
  return verified === '' && open === '' ? '' : `${verified}/${open}`;
}

/** A share in hundredths of a percent, cut; null where there is no whole. */
export function shareOf(part: bigint | undefined, whole: bigint | undefined): number | null {
  return part === undefined || whole === undefined || whole <= 0n ? null : Number((part * 10_000n) / whole);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

interface Dated extends Statement {
  year: number;
  key: FactKey;
}

function pick(rows: readonly Omit<Dated, 'id'>[], year: number, ...states: readonly FactState[]): Figures {
  const figures: Figures = {};
  for (const state of states) {
    for (const row of rows) if (row.year === year && row.state === state) figures[row.key] = row.value;
  }
  return figures;
}

/** The value that holds for each key of a year: the verified one, else what waits. */
export function holding(rows: readonly Omit<Dated, 'id'>[], year: number): Figures {
  return pick(rows, year, 'proposed', 'verified');
}

/** What a company last said, over what is verified: its own form begins with it. */
export function stated(rows: readonly Omit<Dated, 'id'>[], year: number): Figures {
  return pick(rows, year, 'verified', 'proposed');
}

/** What staff vouch for. Their form begins with it, so that saving never verifies by accident what waits beside it. */
export function vouched(rows: readonly Omit<Dated, 'id'>[], year: number): Figures {
  return pick(rows, year, 'verified');
}

/** All that a form of one year remembers, as it travels in one hidden field. */
export function seenText(rows: readonly Dated[]): string {
  return factKeys.flatMap((key) => {
    const seen = seenOf(rows.filter((row) => row.key === key));
    return seen === '' ? [] : [`${key}:${seen}`];
  }).join(',');
}

/** Which years a table has across: every one with a figure and the four up to `last`, newest first, at most eight. */
export function yearsShown(rows: readonly { year: number }[], last: number): number[] {
  return [...new Set([last, last - 1, last - 2, last - 3, ...rows.map((row) => row.year)])].sort((a, b) => b - a).slice(0, 8);
}

/** 划型 by the latest year that has any of the figures it needs. */
export function scaleOfCompany(division: string | null, rows: readonly Omit<Dated, 'id'>[]): { verdict: ScaleVerdict; year: number | null } {
  const year = Math.max(...rows.filter((row) => ['staff', 'revenue', 'totalAssets'].includes(row.key) && row.state !== 'disputed').map((row) => row.year), 0);
  const { staff, revenue, totalAssets } = holding(rows, year);
  return { verdict: scaleOf(division, { staff, revenue, assets: totalAssets }), year: year === 0 ? null : year };
}
