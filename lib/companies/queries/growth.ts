import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { companyFacts } from '@/db/schema/companies-facts';
import { ipRights } from '@/db/schema/companies-ip';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { growthOf, type GrowthYear } from '../growth';
import { stepsOf } from './road';

/** The years of one company, from its road, its yearly facts and its rights. */
export async function growthOfCompany(ctx: Ctx, company: { id: string; area: number | null }): Promise<GrowthYear[]> {
  const steps = (await stepsOf(ctx, [company.id])).get(company.id) ?? [];
  const facts = await ctx.db
    .select({ year: companyFacts.year, key: companyFacts.key, value: companyFacts.value, state: companyFacts.state })
    .from(companyFacts)
    .where(and(eq(companyFacts.companyId, company.id), inArray(companyFacts.key, ['revenue', 'staff']), inArray(companyFacts.state, ['verified', 'proposed'])));
  const rights = await ctx.db.select({ grantedOn: ipRights.grantedOn }).from(ipRights).where(and(eq(ipRights.companyId, company.id), isNotNull(ipRights.grantedOn)));
  return growthOf({
    steps,
    facts: facts.map(({ year, key, value, state }) => ({ year, key: key === 'staff' ? 'staff' : 'revenue', value, verified: state === 'verified' })),
    granted: rights.flatMap((row) => (row.grantedOn === null ? [] : [row.grantedOn])),
    area: company.area,
    today: dayOf(ctx.now),
  });
}
