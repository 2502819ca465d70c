import { membershipOf } from './actor';
import type { Ctx } from './context';

const MOST_PEOPLE = 2_000;

interface Offer {
  stamp: string;
  values: Map<string, unknown>;
}
const offers = new Map<string, Offer>();

/**
 * What pages offer for choice (people, departments, items, one's own views) and count by (the calendar): asked once and kept for
 * one membership until the center's stamp is another one. The database writes a new stamp with each change of the tables named in
 * `offer_changed` (after.sql): what is kept may come from these alone. `name` says what it is, and all that it hangs on besides.
 * Where no stamp was read (writes, background work, exports) it is loaded. Many readers share the value: it is not to be changed.
 */
export async function keptOffer<T>(ctx: Pick<Ctx, 'actor' | 'offerStamp'>, name: string, load: () => Promise<T>): Promise<T> {
  const membership = membershipOf(ctx.actor);
  const stamp = ctx.offerStamp ?? '';
  if (membership === null || stamp === '') return load();
  const values = valuesOf(membership, stamp);
  // Under one name stands what one place of the code put there.
  if (values.has(name)) return values.get(name) as T;
  // Not before it is there: a reader whose connection breaks must not break those who came after.
  const value = await load();
  // Of a page that was given up meanwhile nothing is kept: its transaction has ended, and with it what it may see.
  if (ctx.offerStamp === stamp) values.set(name, value);
  return value;
}

function valuesOf(membership: string, stamp: string): Map<string, unknown> {
  const own = offers.get(membership);
  if (own?.stamp === stamp) return own.values;
  if (offers.size >= MOST_PEOPLE) offers.clear();
  const values = new Map<string, unknown>();
  offers.set(membership, { stamp, values });
  return values;
}
