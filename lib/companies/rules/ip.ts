import { addDays, addMonths, type Day } from '@/lib/kernel/dates';
import type { IpKind, IpState } from '../inputs/ip';

/** Ⅰ类 and Ⅱ类 of 国科发火〔2016〕195号; a trademark is neither. */
export function classOf(kind: IpKind): 1 | 2 | null {
  switch (kind) {
    case 'invention': case 'layout': case 'plant': case 'crop': case 'drug': case 'tcm':
      return 1;
    case 'utility': case 'design': case 'software':
      return 2;
    case 'trademark':
      return null;
  }
}

/** 专利法 (2020) 第四十二条 came into force on this day: designs filed from then on last fifteen years, earlier ones ten. */
const DESIGNS_LAST_LONGER: Day = '2021-06-01';

/**
 * The last day a right protects, as far as its kind has a term: patents from the day of filing (专利法第四十二条: invention 20 years,
 * utility model 10, design 15 or 10), layout designs 10 years from filing (条例第十二条), trademarks 10 years from registration
 * (商标法第三十九条), software of a company until the end of the fiftieth year (著作权法第二十三条). Null without the date it runs from.
 */
export function expiryOf(kind: IpKind, { filedOn, grantedOn }: { filedOn: Day | null; grantedOn: Day | null }): Day | null {
  const after = (from: Day | null, years: number) => (from === null ? null : lastDay(from, years));
  switch (kind) {
    case 'invention':
      return after(filedOn, 20);
    case 'utility': case 'layout':
      return after(filedOn, 10);
    case 'design':
      return after(filedOn, filedOn !== null && filedOn >= DESIGNS_LAST_LONGER ? 15 : 10);
    case 'trademark':
      return after(grantedOn, 10);
    case 'software':
      return grantedOn === null ? null : `${Number(grantedOn.slice(0, 4)) + 50}-12-31`;
    case 'plant': case 'crop': case 'drug': case 'tcm':
      return null;
  }
}

/** Ten years from 2009-09-06 end on 2019-09-05; the day after, the right is anybody's. */
function lastDay(from: Day, years: number): Day {
  return addDays(addMonths(from, 12 * years), -1);
}

/** Where a right stands on a day. */
export function ipStateOn(right: { grantedOn: Day | null; expiresOn: Day | null; endedOn: Day | null }, day: Day): IpState {
  if (right.endedOn !== null && right.endedOn <= day) return 'ended';
  if (right.expiresOn !== null && right.expiresOn < day) return 'expired';
  return right.grantedOn !== null && right.grantedOn <= day ? 'valid' : 'filed';
}

/** Which date contradicts another: a field and a key under `errors.`. */
export function ipDatesProblem(right: { filedOn: Day | null; grantedOn: Day | null; endedOn: Day | null }, today: Day): { field: 'filedOn' | 'grantedOn' | 'endedOn'; key: string } | null {
  const { filedOn, grantedOn, endedOn } = right;
  for (const [field, value] of Object.entries({ filedOn, grantedOn, endedOn }) as ['filedOn', Day | null][]) {
    if (value !== null && value < '1950-01-01') return { field, key: 'ip.tooEarly' };
    if (value !== null && value > today) return { field, key: 'ip.later' };
  }
  if (filedOn !== null && grantedOn !== null && grantedOn < filedOn) return { field: 'grantedOn', key: 'ip.grantedBeforeFiled' };
  if (endedOn !== null && filedOn !== null && endedOn < filedOn) return { field: 'endedOn', key: 'ip.endedBeforeFiled' };
  return null;
}

/** How many rights are valid on a day, by class, and how many are only filed. */
export function ipCounts(rights: readonly { kind: IpKind; grantedOn: Day | null; expiresOn: Day | null; endedOn: Day | null }[], day: Day): { first: number; second: number; other: number; filed: number } {
  const counts = { first: 0, second: 0, other: 0, filed: 0 };
  for (const right of rights) {
    const state = ipStateOn(right, day);
    if (state === 'filed') counts.filed += 1;
    if (state !== 'valid') continue;
    const klass = classOf(right.kind);
    counts[klass === 1 ? 'first' : klass === 2 ? 'second' : 'other'] += 1;
  }
  return counts;
}
