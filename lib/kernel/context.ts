import type { Db } from '@/db/client';
import type { Actor } from './actor';

/**
 * The one parameter that travels from a page or an action down to the table.
 * `db` is a transaction that row-level security has already narrowed to `actor`; `now` is the one clock.
 */
export interface Ctx<A extends Actor = Actor> {
  actor: A;
  db: Db;
  now: Date;
  requestId: string;
  /** The client's address as far as a trusted proxy vouches for it; goes into the trail. */
  address?: string | null;
  /** Of pages alone: the stamp of what the center offers for choice, as it stood when the session was read; see `keptOffer`. */
  offerStamp?: string | null;
}
