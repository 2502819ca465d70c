import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { companyContacts } from '@/db/schema/companies';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure } from '@/lib/kernel/errors';
import { parseMobile } from '@/lib/kernel/phone';
import { inviteMembers } from '@/lib/people/commands/invitations';
import type { InviteContacts } from '../inputs';
import { canInviteFor } from '../policy';

/** Makes an invitation as the company's first person for each of these contacts; who belongs already is left out. */
export async function inviteContacts(ctx: Ctx, input: z.output<typeof InviteContacts>): Promise<{ sent: number; skipped: number }> {
  const rows = await ctx.db
    .select({ id: companyContacts.id, companyId: companyContacts.companyId, name: companyContacts.name, phone: companyContacts.phone })
    .from(companyContacts)
    .where(inArray(companyContacts.id, input.contacts));
  ensure(rows.length > 0, 'chooseOne');
  for (const row of rows) allow(canInviteFor(ctx.actor, row.companyId));
  const { sent, skipped } = await inviteMembers(
    ctx,
    rows.map((row) => ({
      role: 'company_owner' as const,
      name: row.name,
      phone: row.phone === null ? null : parseMobile(row.phone),
      email: null,
      department: null,
      company: row.companyId,
    })),
  );
  return { sent: sent.length, skipped: skipped.length };
}
