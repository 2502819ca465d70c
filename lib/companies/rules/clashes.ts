import { isEmpty } from '../merge';

interface Figure {
  id: string;
  year: number;
  key: string;
  value: bigint;
  state: string;
}

/** Figures of one year and key that stand in both files and differ, by what both are: of two verified ones, or two that wait, one stands. */
export function figureClashes<F extends Figure>(survivor: readonly F[], other: readonly F[]): { mine: F; theirs: F }[] {
  return other.flatMap((theirs) => {
    if (theirs.state !== 'verified' && theirs.state !== 'proposed') return [];
    const mine = survivor.find((one) => one.year === theirs.year && one.key === theirs.key && one.state === theirs.state);
    return mine === undefined || mine.value === theirs.value ? [] : [{ mine, theirs }];
  });
}

/** What a right says that two registrations of it can say differently; the last day follows from these. */
export const rightFields = ['kind', 'title', 'filedOn', 'grantedOn', 'endedOn', 'acquired', 'owner', 'pledged', 'usedBefore', 'note'] as const;
export type RightField = (typeof rightFields)[number];
type Right = { number: string | null } & Readonly<Record<RightField, unknown>>;

/** Rights under one number that both files registered, and in what the two differ. */
export function rightClashes<R extends Right>(survivor: readonly R[], other: readonly R[]): { mine: R; theirs: R; differ: RightField[] }[] {
  return other.flatMap((theirs) => {
    const mine = theirs.number === null ? undefined : survivor.find((one) => one.number === theirs.number);
    const differ = mine === undefined ? [] : rightFields.filter((key) => mine[key] !== theirs[key] && !(isEmpty(mine[key]) && isEmpty(theirs[key])));
    return mine === undefined || differ.length === 0 ? [] : [{ mine, theirs, differ }];
  });
}
