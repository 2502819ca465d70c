import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { companyMerges } from '@/db/schema/companies-merges';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { fieldKey } from '../fields';
import { isEmpty, isSame } from '../merge';
import { figureClashes, rightClashes } from '../rules/clashes';
import { factsOf } from './facts';
import { fieldValuesOf, listFields } from './fields';
import { ipOf } from './ip';

/** Merges into a company that stand, the newest first. */
export async function mergesOf(ctx: Ctx, companyId: string) {
  return ctx.db
    .select({ id: companyMerges.id, name: companyMerges.mergedName, at: companyMerges.mergedAt, by: memberships.name, undoable: sql<boolean>`${companyMerges.mergedRow} is not null` })
    .from(companyMerges)
    .leftJoin(memberships, eq(memberships.id, companyMerges.mergedBy))
    .where(and(eq(companyMerges.survivorId, companyId), isNull(companyMerges.undoneAt)))
    .orderBy(desc(companyMerges.mergedAt));
}

/** The file in which a merged one goes on, or null: old addresses lead there. */
export async function mergedInto(ctx: Ctx, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const [row] = await ctx.db.select({ id: companyMerges.survivorId }).from(companyMerges).where(and(eq(companyMerges.mergedId, id), isNull(companyMerges.undoneAt))).limit(1);
  return row?.id ?? null;
}

/** Another file that may be the same company: by nearly the same name. */
export async function likelyDoubles(ctx: Ctx, companyId: string) {
  return ctx.db
    .select({ id: companies.id, name: companies.name, creditCode: companies.creditCode, state: companies.state })
    .from(companies)
    .where(sql`${companies.id} in (select company_alike((select name from companies c where c.center_id = app_center() and c.id = ${companyId}), 20)) and ${companies.id} <> ${companyId}`)
    .limit(6);
}

/** Of what hangs on two files, that of which only one can stand: what each says, where they differ. */
export async function clashesOf(ctx: Ctx, survivor: string, other: string) {
  const fields = await listFields(ctx);
  const values = await fieldValuesOf(ctx, [survivor, other], fields);
  const own = fields.map((field) => ({ field, mine: values.get(survivor)?.[fieldKey(field.id)], theirs: values.get(other)?.[fieldKey(field.id)] }));
  return {
    figures: figureClashes(await factsOf(ctx, survivor), await factsOf(ctx, other)),
    rights: rightClashes(await ipOf(ctx, survivor), await ipOf(ctx, other)),
    own: own.filter(({ mine, theirs }) => !isEmpty(mine) && !isEmpty(theirs) && !isSame(mine, theirs)),
  };
}
