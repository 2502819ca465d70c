import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { ipRights } from '@/db/schema/companies-ip';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, ensureVersion, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { ipKept } from '../entries/ip';
import type { RemoveIp, SaveIp } from '../inputs/ip';
import { canKeepIp } from '../policy';
import { memberName } from '../queries/members';
import { expiryOf, ipDatesProblem } from '../rules/ip';
import { checkIpNumber } from '../rules/ip-number';

/** Adds a right, or changes the one named by `right`. The expiry follows from kind and dates. @throws RuleError at the number's field when its kind writes it otherwise */
export async function saveIp(ctx: Ctx, input: z.output<typeof SaveIp>): Promise<{ company: string }> {
  allow(canKeepIp(ctx.actor, input.company));
  const company = await load(ctx, input.company);
  const { company: _c, right: rightId, version, number: typed, ...rest } = input;
  const old = rightId === undefined ? null : await hold(ctx, rightId, company.id);
  if (old !== null) ensureVersion({ ...old, updatedByName: await memberName(ctx, old.updatedBy) }, version);
  const checked = typed === '' ? null : checkIpNumber(input.kind, typed);
  if (checked?.ok === false) throw new RuleError(checked.problem, { field: 'number' });
  const number = checked?.number ?? null;
  const problem = ipDatesProblem(input, dayOf(ctx.now));
  if (problem !== null) throw new RuleError(problem.key, { field: problem.field });
  if (number !== null) {
    const [twin] = await ctx.db
      .select({ title: ipRights.title })
      .from(ipRights)
      .where(and(eq(ipRights.companyId, company.id), eq(ipRights.number, number), old === null ? undefined : ne(ipRights.id, old.id)))
      .limit(1);
    ensure(twin === undefined, 'ip.twice', { field: 'number', params: { title: twin?.title ?? '' } });
  }
  const values = { ...rest, number, expiresOn: expiryOf(input.kind, input), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) };
  const id = old?.id ?? newId();
  if (old === null) await ctx.db.insert(ipRights).values({ centerId: centerOf(ctx.actor), id, companyId: company.id, createdAt: ctx.now, createdBy: membershipOf(ctx.actor), ...values });
  else await ctx.db.update(ipRights).set({ ...values, version: old.version + 1 }).where(eq(ipRights.id, id));
  const { updatedAt: _at, updatedBy: _by, ...after } = values;
  await record(ctx, ipKept, {
    subject: { type: 'ip', id },
    companyId: company.id,
    data: { companyId: company.id, company: company.name, right: id, kind: input.kind, title: input.title, act: old === null ? 'added' : 'changed' },
    before: old === null ? null : Object.fromEntries(Object.keys(after).map((key) => [key, old[key as keyof typeof old]])),
    after,
  });
  return { company: company.id };
}

export async function removeIp(ctx: Ctx, input: z.output<typeof RemoveIp>): Promise<{ company: string }> {
  allow(canKeepIp(ctx.actor, input.company));
  const company = await load(ctx, input.company);
  const row = await hold(ctx, input.right, company.id);
  await ctx.db.delete(ipRights).where(eq(ipRights.id, row.id));
  const { kind, title, number, filedOn, grantedOn } = row;
  await record(ctx, ipKept, {
    subject: { type: 'ip', id: row.id },
    companyId: company.id,
    data: { companyId: company.id, company: company.name, right: row.id, kind: kind as z.output<typeof SaveIp>['kind'], title, act: 'removed' },
    before: { kind, title, number, filedOn, grantedOn },
  });
  return { company: company.id };
}

async function hold(ctx: Ctx, id: string, companyId: string) {
  const [row] = await ctx.db.select().from(ipRights).where(and(eq(ipRights.id, id), eq(ipRights.companyId, companyId))).for('update');
  return found(row);
}

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, id));
  return found(row);
}
