import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { fileContents, files } from '@/db/schema/files';
import { memberships } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import type { Ctx } from '@/lib/kernel/context';

export interface Subject {
  type: string;
  id: string;
}

const view = {
  id: files.id,
  name: files.name,
  size: fileContents.size,
  type: fileContents.type,
  sha256: files.sha256,
  subjectType: files.subjectType,
  subjectId: files.subjectId,
  companyId: files.companyId,
  createdAt: files.createdAt,
  givenBy: files.givenBy,
};

const withContent = and(eq(fileContents.centerId, files.centerId), eq(fileContents.sha256, files.sha256));

export interface FileView {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  type: string;
  sha256: string;
  subjectType: string;
  subjectId: string;
  companyId: string | null;
  createdAt: Date;
  givenBy: string | null;
}

/** One file that hasn't been removed; a foreign one is not found. */
export async function getFile(ctx: Ctx, id: string): Promise<FileView | null> {
  const [row] = await ctx.db
    .select(view)
    .from(files)
    .innerJoin(fileContents, withContent)
    .where(and(eq(files.id, id), isNull(files.removedAt)));
  return row ?? null;
}

export interface FileLine extends FileView {
  givenByName: string | null;
}

const attachedAsked = writtenOnce((db) =>
  db
    .select({ ...view, givenByName: memberships.name })
    .from(files)
    .innerJoin(fileContents, withContent)
    .leftJoin(memberships, and(eq(memberships.centerId, files.centerId), eq(memberships.id, files.givenBy)))
    .where(and(eq(files.subjectType, sql.placeholder('type')), eq(files.subjectId, sql.placeholder('id')), isNull(files.removedAt)))
    .orderBy(asc(files.id))
    .prepare(KEPT),
);

/** What is attached to a subject, in the order it came. */
export async function listFiles(ctx: Ctx, { type, id }: Subject): Promise<FileLine[]> {
  return attachedAsked(ctx.db).execute({ type, id });
}

export async function countFiles(ctx: Ctx, subject: Subject): Promise<number> {
  const [row] = await ctx.db.select({ count: count() }).from(files).where(isOf(subject));
  return row?.count ?? 0;
}

const isOf = (subject: Subject) => and(eq(files.subjectType, subject.type), eq(files.subjectId, subject.id), isNull(files.removedAt));
