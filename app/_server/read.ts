import type { Actor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { answerWithPage, enter, type Gate, readAs } from './context';

/**
 * A page's one loader: checks who may enter, then runs its queries in sequence in one REPEATABLE READ READ ONLY
 * transaction that is closed before JSX is returned. Unknown or foreign ids answer 404, closed rooms 403.
 */
export async function read<T>(gate: Exclude<Gate, 'public'>, load: (ctx: Ctx) => Promise<T>): Promise<T> {
  const session = await enter(gate);
  try {
    return await readAs(session.actor, load);
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
