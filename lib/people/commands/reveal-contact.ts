import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { memberships, persons } from '@/db/schema/people';
import type { Reveal } from '@/lib/audit/inputs';
import { reveal } from '@/lib/audit/reveal';
import type { Ctx } from '@/lib/kernel/context';
import { allow, found } from '@/lib/kernel/errors';
import { canSeePeople } from '../policy';

/** A member's mobile number in full, for a reason that stands in the trail. */
export async function revealPhone(ctx: Ctx, { subject, reason }: z.output<typeof Reveal>): Promise<{ value: string }> {
  allow(canSeePeople(ctx.actor));
  const [row] = await ctx.db
    .select({ id: memberships.id, name: memberships.name, companyId: memberships.companyId, phone: persons.phone })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(eq(memberships.id, subject));
  const { id, name, companyId, phone } = found(row);
  return reveal(ctx, { subject: { type: 'membership', id }, companyId, field: 'phone', of: name, reason, value: phone });
}
