import type { z } from 'zod';
import { createCenter } from '@/lib/centers/commands/center';
import type { Ctx } from '@/lib/kernel/context';
import { inviteMember } from '@/lib/people/commands/invitations';
import { ensureAdmissionRules } from './admission/settings';
import type { OpenCenter } from '../inputs';

/** Opens a center and invites its first administrator, who invites everybody else. */
export async function openCenter(ctx: Ctx, { adminName, adminPhone, ...center }: z.output<typeof OpenCenter>): Promise<{ id: string; name: string }> {
  const { id, inside } = await createCenter(ctx, center);
  await ensureAdmissionRules(inside.db, id);
  await inviteMember(inside, { role: 'administrator', name: adminName, phone: adminPhone, email: null, department: null, company: null });
  return { id, name: center.name };
}
