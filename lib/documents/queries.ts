import { and, desc, eq, sql } from 'drizzle-orm';
import { centers } from '@/db/schema/centers';
import { documents } from '@/db/schema/documents';
import { hashOf } from '@/lib/audit/commands';
import type { Ctx } from '@/lib/kernel/context';
import type { DocumentContent } from './inputs';
import { hashedFacts, type StoredContent } from './rules';

/** One paper as it is printed, or null. */
export async function getDocument(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(documents).where(eq(documents.id, id));
  if (row === undefined) return null;
  const supersededBy = row.supersededBy === null ? null : await numberOf(ctx, row.supersededBy);
  const { content, ...rest } = row;
  return { ...rest, content: content as StoredContent, supersededBy };
}
export type DocumentView = NonNullable<Awaited<ReturnType<typeof getDocument>>>;

async function numberOf(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ id: documents.id, number: documents.number }).from(documents).where(eq(documents.id, id));
  return row ?? null;
}

export interface DocumentLine {
  id: string;
  kind: string;
  number: string;
  title: string;
  issuedOn: string;
  revokedAt: Date | null;
  superseded: boolean;
  hasScan: boolean;
}

/** The papers issued for a subject, newest first. */
export async function listDocumentsOf(ctx: Ctx, subject: { type: string; id: string }): Promise<DocumentLine[]> {
  const rows = await ctx.db
    .select({
      id: documents.id,
      kind: documents.kind,
      number: documents.number,
      title: documents.title,
      issuedOn: documents.issuedOn,
      revokedAt: documents.revokedAt,
      supersededBy: documents.supersededBy,
      scanSha256: documents.scanSha256,
    })
    .from(documents)
    .where(and(eq(documents.subjectType, subject.type), eq(documents.subjectId, subject.id)))
    .orderBy(desc(documents.id));
  return rows.map(({ supersededBy, scanSha256, ...row }) => ({ ...row, superseded: supersededBy !== null, hasScan: scanSha256 !== null }));
}

/** All a stranger who holds the paper may know. */
export interface Verified {
  centerName: string;
  centerNameEn: string;
  kind: string;
  number: string;
  title: string;
  partyMasked: string;
  issuedOn: string;
  /** Whether the record still says what it said when the paper was issued. */
  matches: boolean;
  outcome: NonNullable<DocumentContent['outcome']> | null;
  supersededNumber: string | null;
  setAsideAt: Date | null;
  revokedAt: Date | null;
  scanSha256: string | null;
}

/** By the 128-bit code in the QR. */
export async function verifyByCode(ctx: Ctx, code: string): Promise<Verified | null> {
  return verify(ctx, sql`document_verify(${code}, null, null, null)`);
}

/** By the number and check code printed on the paper; whoever calls this limits how often. */
export async function verifyByNumber(ctx: Ctx, asked: { center: string; number: string; check: string }): Promise<Verified | null> {
  return verify(ctx, sql`document_verify(null, ${asked.center}::uuid, ${asked.number}, ${asked.check})`);
}

async function verify(ctx: Ctx, source: ReturnType<typeof sql>): Promise<Verified | null> {
  const [row] = await ctx.db
    .select({
      centerName: sql<string>`center_name`,
      centerNameEn: sql<string>`center_name_en`,
      kind: sql<string>`kind`,
      number: sql<string>`number`,
      title: sql<string>`title`,
      partyMasked: sql<string>`party_masked`,
      issuedOn: sql<string>`issued_on::text`,
      content: sql<unknown>`content`,
      contentHash: sql<string>`content_hash`,
      revision: sql<number>`revision`,
      supersededNumber: sql<string | null>`superseded_number`,
      setAsideAt: sql<Date | null>`set_aside_at`.mapWith(documents.createdAt),
      revokedAt: sql<Date | null>`revoked_at`.mapWith(documents.createdAt),
      scanSha256: sql<string | null>`scan_sha256`,
    })
    .from(source);
  if (row === undefined) return null;
  const { content, contentHash, revision, ...shown } = row;
  const { outcome = null } = content as StoredContent;
  return { ...shown, outcome, matches: hashOf(hashedFacts({ ...row, content, revision })) === contentHash };
}

/** The centers whose papers can be looked up, for the choice beside number and check code. */
export async function listIssuers(ctx: Ctx): Promise<{ id: string; name: string; nameEn: string }[]> {
  return ctx.db.select({ id: centers.id, name: centers.name, nameEn: centers.nameEn }).from(centers).orderBy(centers.name, centers.id);
}
