import { isDeepStrictEqual } from 'node:util';
import { type Actor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { currentTime } from '@/lib/kernel/env';
import { answerWithPage, enter, type Gate, letsIn, readAs } from './context';
import { minuteOld } from './minute-old';
import { getSession, takeAlong } from './session';

/**
 * A page's one loader: checks who may enter, then runs its queries in sequence in one REPEATABLE READ READ ONLY
 * transaction that is closed before JSX is returned. Unknown or foreign ids answer 404, closed rooms 403.
 */
export async function read<T>(gate: Exclude<Gate, 'public'>, load: (ctx: Ctx) => Promise<T>): Promise<T> {
  const early = await readWithSession(gate, load);
  if (early !== null) return early.value;
  const session = await enter(gate);
  try {
    return await readAs(session.actor, load, session.offerStamp);
  } catch (error) {
    answerWithPage(error);
  }
}

/**
 * The same in one journey to the database instead of two: in the name of whoever the session belonged to a moment ago, and
 * together with the question whose it is now. What was found counts only where the answer, of the same transaction, is the
 * very same session; otherwise it is thrown away unseen. Null then, and where nobody knows whose the session was.
 */
async function readWithSession<T>(gate: Exclude<Gate, 'public'>, load: (ctx: Ctx) => Promise<T>): Promise<{ value: T } | null> {
  const coming = getSession();
  if (!(coming instanceof Promise)) return null;
  const question = await takeAlong(coming, (expected) => gate === 'signed-in' || letsIn(gate, expected));
  if (question === null) return null;
  const { actor, offerStamp } = question.expected;
  const reading = readAs(
    actor,
    (ctx) => {
      question.ask(ctx.db);
      return load(ctx);
    },
    offerStamp,
  );
  const [read] = await Promise.allSettled([reading]);
  question.otherwise();
  if (!isDeepStrictEqual(await coming, question.expected)) return null;
  if (read.status === 'rejected') answerWithPage(read.reason);
  return { value: read.value };
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
