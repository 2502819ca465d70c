import { and, eq, isNull } from 'drizzle-orm';
import { memberships, oneTimeLinks } from '@/db/schema/people';
import { membershipOf, personOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { linkUrl } from '@/lib/kernel/tokens';
import type { LinkPurpose } from '../inputs';

export interface IssuedLink {
  url: string;
  purpose: LinkPurpose;
  name: string;
  expiresAt: Date;
}

/** A link the actor issued themselves and that wasn't used yet, to show once more as address and QR; null for any other. */
export async function getIssuedLink({ db, actor }: Ctx, id: string): Promise<IssuedLink | null> {
  const issuer = membershipOf(actor) ?? personOf(actor);
  if (issuer === null) return null;
  const [row] = await db
    .select({ purpose: oneTimeLinks.purpose, personId: oneTimeLinks.personId, expiresAt: oneTimeLinks.expiresAt })
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.createdBy, issuer), isNull(oneTimeLinks.usedAt)));
  if (row === undefined) return null;
  const [member] = await db.select({ name: memberships.name }).from(memberships).where(eq(memberships.personId, row.personId)).limit(1);
  return { url: linkUrl('link', id), purpose: row.purpose, name: member?.name ?? '', expiresAt: row.expiresAt };
}
