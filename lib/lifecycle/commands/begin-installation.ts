import { sql } from 'drizzle-orm';
import { createCenter } from '@/lib/centers/commands/center';
import { centerOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { makeFirstPerson } from '@/lib/people/commands/first-person';
import type { SetUp } from '@/lib/people/inputs';
import { ensureAdmissionRules } from './admission/settings';
import type { Browser, Opened } from '@/lib/people/commands/sign-in';

/**
 * The first page of an empty installation: its first center, and the person who administers it and runs the platform.
 * Of several who press at once, one succeeds; afterwards nobody can.
 * @throws RuleError people.installationBegun
 */
export async function beginInstallation(ctx: Ctx, input: SetUp, browser: Browser): Promise<Opened> {
  const { actor } = ctx;
  if (actor.kind !== 'operator') throw new Error('an installation is begun by its operator to be');
  const first = await makeFirstPerson({ ...ctx, actor }, input);
  const [begun] = await ctx.db
    .select({ yes: sql<boolean>`begun.yes` })
    .from(sql`auth_begin_installation(${actor.personId}::uuid, ${ctx.now.toISOString()}::timestamptz) as begun(yes)`);
  ensure(begun?.yes === true, 'people.installationBegun');
  const { centerName: name, centerNameEn: nameEn, shortName, slug } = input;
  const { inside } = await createCenter(ctx, { name, nameEn, shortName, slug, address: '', phone: '' });
  await ensureAdmissionRules(inside.db, centerOf(inside.actor));
  return first.administer(inside, browser);
}
