import { Readable } from 'node:stream';
import type { ReadStream } from 'node:fs';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { fileContents, files } from '@/db/schema/files';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { discard, type Incoming, keep, openStored, receive } from '@/lib/kernel/storage';
import { fileAdded, fileAddedInside, fileAddedUnsent, fileRemoved, fileRemovedInside, fileRemovedUnsent } from './entries';
import { countFiles, type FileView, getFile, type Subject } from './queries';
import { cleanName, MOST_FILES_HERE } from './rules';

/** Who besides the center may fetch a file: nobody, the company, or the company and its mentor. */
export type FileAudience = 'center' | 'company' | 'mentor';

export interface Place {
  subject: Subject;
  companyId: string | null;
  audience: FileAudience;
  /** It lies with something its company hasn't sent yet: the desk hears nothing of it. */
  unsent?: boolean;
}

export interface Given extends Incoming {
  name: string;
  type: string;
}

/**
 * Attaches received files to a subject whose owner has already said that this actor may. The same file given twice to
 * one subject is one file. @returns their ids in the order given
 */
export async function addFiles(ctx: Ctx, place: Place, given: readonly Given[]): Promise<string[]> {
  const here = await countFiles(ctx, place.subject);
  ensure(here + given.length <= MOST_FILES_HERE, 'file.tooManyHere', { params: { max: MOST_FILES_HERE } });
  const ids: string[] = [];
  for (const file of given) {
    const known = await sameFile(ctx, place.subject, file);
    if (known !== null) {
      ids.push(known);
      continue;
    }
    const id = await attach(ctx, place, file);
    ids.push(id);
    await record(ctx, place.unsent === true ? fileAddedUnsent : place.audience === 'center' ? fileAddedInside : fileAdded, {
      subject: place.subject,
      companyId: place.companyId,
      data: { name: file.name },
      after: { file: id, sha256: file.sha256, size: file.size },
    });
  }
  return ids;
}

/**
 * Keeps something the product made itself (an export, a report), to be fetched at /api/files/<id>. Without a subject it
 * is an export: its maker's alone. The capability that made it leaves the entry.
 */
export async function storeGenerated(
  ctx: Ctx,
  file: { name: string; type: string; bytes: Uint8Array | AsyncIterable<Uint8Array> },
  place?: Partial<Place>,
): Promise<string> {
  const source = file.bytes instanceof Uint8Array ? Readable.from([file.bytes]) : file.bytes;
  const incoming = await receive(source, Number.MAX_SAFE_INTEGER);
  if (incoming === null) throw new Error('a generated file was not written');
  const company = ctx.actor.kind === 'member' ? ctx.actor.companyId : null;
  return attach(
    ctx,
    {
      subject: place?.subject ?? { type: 'export', id: newId() },
      companyId: place?.companyId ?? company,
      audience: place?.audience ?? (company === null ? 'center' : 'company'),
    },
    { ...incoming, name: cleanName(file.name), type: file.type },
  );
}

export interface OpenedFile extends FileView {
  stream: ReadStream;
}

/** @throws NotFoundError for a foreign file, RuleError when its bytes are gone */
export async function openFile(ctx: Ctx, id: string): Promise<OpenedFile> {
  const file = found(await getFile(ctx, id));
  const stream = await openStored(centerOf(ctx.actor), file.sha256);
  if (stream === null) throw new RuleError('file.gone');
  return { ...file, stream };
}

/** Hangs what hangs on one subject on another as well: the same bytes, rows of their own. What is done with one leaves the other. */
export async function copyFiles(ctx: Ctx, from: Subject, to: Subject): Promise<void> {
  const rows = await ctx.db.select().from(files).where(and(eq(files.subjectType, from.type), eq(files.subjectId, from.id), isNull(files.removedAt))).orderBy(asc(files.id));
  if (rows.length === 0) return;
  await ctx.db.insert(files).values(rows.map((row) => ({ ...row, id: newId(), subjectType: to.type, subjectId: to.id, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) })));
}

/** Takes a file away from its subject; the bytes stay, since others may hold the same and the trail names them. */
export async function removeFile(ctx: Ctx, id: string, { unsent = false } = {}): Promise<void> {
  const file = found(await getFile(ctx, id));
  const [removed] = await ctx.db
    .update(files)
    .set({ removedAt: ctx.now })
    .where(and(eq(files.centerId, centerOf(ctx.actor)), eq(files.id, id), isNull(files.removedAt)))
    .returning({ audience: files.audience });
  if (removed === undefined) return;
  await record(ctx, unsent ? fileRemovedUnsent : removed.audience === 'center' ? fileRemovedInside : fileRemoved, {
    subject: { type: file.subjectType, id: file.subjectId },
    companyId: file.companyId,
    data: { name: file.name },
    before: { file: id, sha256: file.sha256 },
  });
}

async function sameFile(ctx: Ctx, subject: Subject, file: Given): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.subjectType, subject.type),
        eq(files.subjectId, subject.id),
        eq(files.sha256, file.sha256),
        eq(files.name, file.name),
        isNull(files.removedAt),
      ),
    );
  if (row === undefined) return null;
  await discard(file.path);
  return row.id;
}

/** The bytes get their place before the row commits: a row never points at nothing. */
async function attach(ctx: Ctx, { subject, companyId, audience }: Place, file: Given): Promise<string> {
  const centerId = centerOf(ctx.actor);
  const membershipId = membershipOf(ctx.actor);
  const { sha256, size, type, name } = file;
  await keep(centerId, file);
  await ctx.db.insert(fileContents).values({ centerId, sha256, size, type, createdAt: ctx.now }).onConflictDoNothing();
  const id = newId();
  await ctx.db.insert(files).values({
    centerId,
    id,
    sha256,
    name,
    subjectType: subject.type,
    subjectId: subject.id,
    companyId,
    givenBy: membershipId,
    audience,
    createdAt: ctx.now,
    createdBy: membershipId,
  });
  return id;
}
