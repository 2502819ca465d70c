import { asc, eq, sql } from 'drizzle-orm';
import { savedViews } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import type { Ctx } from '@/lib/kernel/context';
import { keptOffer } from '@/lib/kernel/kept-offer';

export interface View {
  id: string;
  name: string;
  /** What follows the list's path, '?' included; '' for the list as it comes. */
  query: string;
}

const viewsAsked = writtenOnce((db) =>
  db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.page, sql.placeholder('page')))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .prepare(KEPT),
);

/** The reader's own saved views of one list, by name. */
export async function listViews(ctx: Ctx, page: string): Promise<readonly View[]> {
  return keptOffer(ctx, `views ${page}`, () => viewsAsked(ctx.db).execute({ page }));
}
