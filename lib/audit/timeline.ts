import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import { entries } from '@/db/schema/audit';
import type { Ctx } from '@/lib/kernel/context';
import { type Locale, sentence } from '@/lib/kernel/i18n';

export interface Happened {
  id: string;
  occurredAt: Date;
  name: string;
  actorName: string;
  data: Record<string, unknown>;
}

/** What happened to a company, or to one subject, newest first, as far as the reader may know of it; never before and after. */
export async function timelineOf(
  ctx: Ctx,
  about: { companyId: string } | { subject: { type: string; id: string } },
  page: { limit?: number; before?: string } = {},
): Promise<Happened[]> {
  const where: SQL | undefined =
    'companyId' in about
      ? eq(entries.companyId, about.companyId)
      : and(eq(entries.subjectType, about.subject.type), eq(entries.subjectId, about.subject.id));
  return ctx.db
    .select({ id: entries.id, occurredAt: entries.occurredAt, name: entries.name, actorName: entries.actorName, data: entries.data })
    .from(entries)
    .where(and(where, page.before === undefined ? undefined : lt(entries.id, page.before)))
    .orderBy(desc(entries.id))
    .limit(page.limit ?? 20);
}

/** The sentence of what happened; its bare name where a sentence was taken out of use. */
export function told(locale: Locale, happened: Happened): string {
  return sentence(locale, happened);
}
