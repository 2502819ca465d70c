import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { documents } from '@/db/schema/documents';
import { hashOf, record } from '@/lib/audit/commands';
import { getFile } from '@/lib/files/queries';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { yearOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { documentIssued, documentRevoked, documentSuperseded, scanAttached } from './entries';
import { documentKinds, IssueDocument, type RevokeDocument } from './inputs';
import { nextNumber } from './numbers';
import { canAttachScan, canRevokeDocument } from './policy';
import { hashedFacts, type StoredContent, writeCode } from './rules';

export type DocumentToIssue = z.input<typeof IssueDocument>;

export interface Issued {
  id: string;
  number: string;
  /** 128 bits; the QR code leads to /verify/<code>. */
  code: string;
  /** Typed together with the number. */
  checkCode: string;
}

/**
 * Issues a numbered paper: what it says is frozen and hashed. Who may is decided by the capability that issues it.
 * Call it late in the command: others who want a number of the kind wait until the transaction ends.
 */
export async function issueDocument(ctx: Ctx, given: DocumentToIssue): Promise<Issued> {
  return issue(ctx, IssueDocument.parse(given), 1);
}

/** Issues the paper anew; the old number then says which one replaced it. @throws RuleError when it no longer stands */
export async function supersedeDocument(ctx: Ctx, oldId: string, given: DocumentToIssue): Promise<Issued> {
  const old = await standing(ctx, oldId);
  const issued = await issue(ctx, IssueDocument.parse(given), old.revision + 1);
  await ctx.db.update(documents).set({ supersededBy: issued.id }).where(isOne(ctx, oldId));
  await record(ctx, documentSuperseded, { ...about(old), data: { ...facts(old), by: issued.number } });
  return issued;
}

/** What the paper says is decided anew (or, after all, isn't): it says so until it is superseded. The entry is the decision's. */
export async function setAsideDocument(ctx: Ctx, id: string, since: Date | null): Promise<void> {
  await ctx.db.select({ done: sql`document_set_aside(${id}::uuid, ${since}::timestamptz)` }).from(sql`(select 1) as once`);
}

/** The paper stays readable and its number says that it is void. */
export async function revokeDocument(ctx: Ctx, input: z.output<typeof RevokeDocument>): Promise<void> {
  const old = await standing(ctx, input.id);
  allow(canRevokeDocument(ctx.actor, old));
  await ctx.db.update(documents).set({ revokedAt: ctx.now }).where(isOne(ctx, input.id));
  await record(ctx, documentRevoked, { ...about(old), data: { ...facts(old), reason: input.reason } });
}

/** Keeps the scan that carries the real seal, and its hash, so that a copy can be held against it. */
export async function attachScan(ctx: Ctx, input: { document: string; file: string }): Promise<void> {
  const row = found((await ctx.db.select().from(documents).where(isOne(ctx, input.document)).for('update'))[0]);
  allow(canAttachScan(ctx.actor));
  const file = found(await getFile(ctx, input.file));
  ensure(file.type === 'application/pdf' || file.type.startsWith('image/'), 'document.scanType');
  await ctx.db
    .update(documents)
    .set({ scanFileId: file.id, scanSha256: file.sha256 })
    .where(isOne(ctx, input.document));
  await record(ctx, scanAttached, { ...about(row), data: facts(row), after: { scan: file.sha256 } });
}

async function issue(ctx: Ctx, paper: z.output<typeof IssueDocument>, revision: number): Promise<Issued> {
  const { kind, title, party, companyId, subject, issuedOn } = paper;
  const id = newId();
  const number = await nextNumber(ctx, documentKinds[kind], yearOf(issuedOn));
  const content: StoredContent = { ...paper.content, party };
  const [code, checkCode] = [writeCode(randomBytes(16)), writeCode(randomBytes(5))];
  await ctx.db.insert(documents).values({
    centerId: centerOf(ctx.actor),
    id,
    kind,
    number,
    title,
    companyId,
    party,
    issuedOn,
    content,
    contentHash: hashOf(hashedFacts({ kind, number, title, issuedOn, revision, content })),
    code,
    checkCode,
    subjectType: subject.type,
    subjectId: subject.id,
    revision,
    createdAt: ctx.now,
    createdBy: membershipOf(ctx.actor),
  });
  await record(ctx, documentIssued, { ...about({ id, companyId }), data: facts({ id, number, title, companyId }) });
  return { id, number, code, checkCode };
}

const isOne = (ctx: Ctx, id: string) => and(eq(documents.centerId, centerOf(ctx.actor)), eq(documents.id, id));

async function standing(ctx: Ctx, id: string) {
  const row = found((await ctx.db.select().from(documents).where(isOne(ctx, id)).for('update'))[0]);
  ensure(row.revokedAt === null, 'document.alreadyRevoked');
  ensure(row.supersededBy === null, 'document.alreadySuperseded');
  return row;
}

function about(row: { id: string; companyId: string | null }) {
  return { subject: { type: 'document', id: row.id }, companyId: row.companyId };
}

function facts(row: { id: string; number: string; title: string; companyId: string | null }) {
  return { documentId: row.id, number: row.number, title: row.title, companyId: row.companyId };
}
