import { type Actor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { currentTime } from '@/lib/kernel/env';
import { answerWithPage, enter, type Gate, readAs } from './context';
import { minuteOld } from './minute-old';

/**
 * A page's one loader: checks who may enter, then runs its queries in sequence in one REPEATABLE READ READ ONLY
 * transaction that is closed before JSX is returned. Unknown or foreign ids answer 404, closed rooms 403.
 */
export async function read<T>(gate: Exclude<Gate, 'public'>, load: (ctx: Ctx) => Promise<T>): Promise<T> {
  const session = await enter(gate);
  try {
    return await readAs(session.actor, load, session.offerStamp);
  } catch (error) {
    answerWithPage(error);
  }
}

/** The same for what is dear to count: up to a minute old (see `minuteOld`), and asked for nothing while it is. */
export async function readMinuteOld<T>(gate: Exclude<Gate, 'public'>, name: string, load: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { actor, offerStamp } = await enter(gate);
  try {
    return await minuteOld(membershipOf(actor) ?? '', name, currentTime(), () => readAs(actor, load, offerStamp));
  } catch (error) {
    answerWithPage(error);
  }
}

/** The same for pages open to anybody; `centerId` narrows it to one center's public rows. */
export async function readPublic<T>(centerId: string | null, load: (ctx: Ctx) => Promise<T>): Promise<T> {
  const nobody: Actor = { kind: 'public', centerId };
  try {
    return await readAs(nobody, load);
  } catch (error) {
    answerWithPage(error);
  }
}
