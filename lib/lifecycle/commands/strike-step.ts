import type { z } from 'zod';
import { strikeStep } from '@/lib/companies/commands/road';
import type { StrikeStep } from '@/lib/companies/inputs';
import { revokeDocument } from '@/lib/documents/commands';
import { listDocumentsOf } from '@/lib/documents/queries';
import type { Ctx } from '@/lib/kernel/context';

/** A row of a road struck as a mistake, and with a graduation its certificate: it stays verifiable, and says that it is void. */
export async function strikeRoadStep(ctx: Ctx, input: z.output<typeof StrikeStep>): Promise<{ company: string }> {
  const { company, kind, onDay } = await strikeStep(ctx, input);
  if (kind !== 'graduated') return { company };
  for (const paper of await listDocumentsOf(ctx, { type: 'company', id: company })) {
    const isItsOwn = paper.kind === 'certificate' && paper.issuedOn === onDay && paper.revokedAt === null && !paper.superseded;
    if (isItsOwn) await revokeDocument(ctx, { id: paper.id, reason: input.reason });
  }
  return { company };
}
