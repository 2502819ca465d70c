import { membershipOf } from './actor';
import type { Ctx } from './context';

const MOST_PEOPLE = 2_000;

interface Offer {
  stamp: string;
  values: Map<string, Promise<unknown>>;
}
const offers = new Map<string, Offer>();

/**
 * What pages offer for choice (people, departments, items, one's own views) and count by (the calendar): asked once and kept for
 * one membership until the center's stamp is another one. The database writes a new stamp with each change of the tables named in
 * `offer_changed` (after.sql): what is kept may come from these alone. `name` says what it is, and all that it hangs on besides.
 * Where no stamp was read (writes, background work, exports) it is loaded. Many readers share the value: it is not to be changed.
 */
export function keptOffer<T>(ctx: Pick<Ctx, 'actor' | 'offerStamp'>, name: string, load: () => Promise<T>): Promise<T> {
  const membership = membershipOf(ctx.actor);
  const stamp = ctx.offerStamp ?? '';
  if (membership === null || stamp === '') return load();
  const own = offers.get(membership);
  const values = own?.stamp === stamp ? own.values : new Map<string, Promise<unknown>>();
  // Under one name stands what one place of the code put there.
  const known = values.get(name);
  if (known !== undefined) return known as Promise<T>;
  const value = load();
  values.set(name, value);
  value.catch(() => values.delete(name));
  if (own?.values !== values) {
    if (offers.size >= MOST_PEOPLE) offers.clear();
    offers.set(membership, { stamp, values });
  }
  return value;
}
