import { and, count, eq } from 'drizzle-orm';
import { carriers, companies } from '@/db/schema/companies';
import type { Ctx } from '@/lib/kernel/context';

/** The center's carriers, each with how many companies are in it now. */
export async function listCarriers(ctx: Ctx) {
  return ctx.db
    .select({
      id: carriers.id,
      name: carriers.name,
      kind: carriers.kind,
      campus: carriers.campus,
      closedOn: carriers.closedOn,
      companies: count(companies.id),
    })
    .from(carriers)
    .leftJoin(companies, and(eq(companies.carrierId, carriers.id), eq(companies.state, 'incubating')))
    .groupBy(carriers.centerId, carriers.id)
    .orderBy(carriers.kind, carriers.name);
}
