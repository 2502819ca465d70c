import { inArray, isNull, sql } from 'drizzle-orm';
import { insertRows } from '@/db/insert-rows';
import { carriers, companies, companyRoad } from '@/db/schema/companies';
import { recordAll } from '@/lib/audit/commands';
import { undoKept } from '@/lib/imports/kept';
import type { AskedRow, LeftRow, Plain, PlannedRow, WrittenRow, Wrote } from '@/lib/imports/registry';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { nameKey } from '@/lib/kernel/text';
import { companyStepped } from '../entries';
import type { RoadKnowledge } from '../plan-road';
import { canImportCompanies } from '../policy';
import { companiesMeant, isComing } from '../queries/meant';
import { stepsOf } from '../queries/road';
import { type RoadKind, roadProblem } from '../road';

/** What the steps of a sheet are held against. */
export async function roadKnowledge(ctx: Ctx, rows: readonly AskedRow[]): Promise<RoadKnowledge> {
  const known = await companiesMeant(ctx, rows);
  const ids = [...new Set([...known.byCode.values(), ...[...known.byName.values()].flat()].map((one) => one.id))].filter((id) => !isComing(id));
  const open = await ctx.db.select({ id: carriers.id, name: carriers.name }).from(carriers).where(isNull(carriers.closedOn));
  return { companies: known, steps: await stepsOf(ctx, ids), carriers: new Map(open.map((one) => [nameKey(one.name), one.id])), today: dayOf(ctx.now) };
}

/** Writes the steps a person confirmed. What the register says of each company follows by itself. */
export async function importRoad(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<readonly Wrote[]> {
  allow(canImportCompanies(ctx.actor));
  ensure(rows.every((row) => !isComing(String(row.values.companyId))), 'company.stillComing');
  const ids = [...new Set(rows.map((row) => String(row.values.companyId)))];
  if (ids.length === 0) return [];
  // Held in one order, so that nobody else steps while these are written.
  const planned = await ctx.db.select({ id: companies.id, state: companies.state, admitted_on: companies.admittedOn, carrier_id: companies.carrierId }).from(companies).where(inArray(companies.id, ids)).orderBy(companies.id).for('update');
  const before = await stepsOf(ctx, ids);
  const next = new Map(ids.map((id) => [id, Math.max(-1, ...(before.get(id) ?? []).map((step) => step.position)) + 1]));
  const text = (value: Plain | undefined) => (typeof value === 'string' && value !== '' ? value : null);
  const steps = rows.map(({ values, targetId }) => {
    const companyId = String(values.companyId);
    const position = next.get(companyId) ?? 0;
    next.set(companyId, position + 1);
    return {
      centerId: centerOf(ctx.actor), id: targetId ?? newId(), companyId, kind: values.kind as RoadKind, onDay: String(values.onDay), basis: 'exact' as const, position,
      carrierId: text(values.carrierId), room: text(values.room), area: typeof values.area === 'number' ? values.area : null, untilOn: text(values.untilOn), reason: text(values.reason) ?? '',
      createdAt: ctx.now, createdBy: membershipOf(ctx.actor),
    };
  });
  await insertRows(ctx.db, companyRoad, steps);
  await recordAll(
    ctx,
    companyStepped,
    rows.map(({ values }) => {
      const companyId = String(values.companyId);
      return {
        subject: { type: 'company', id: companyId },
        companyId,
        data: { companyId, company: String(values.company), kind: values.kind as RoadKind, day: String(values.onDay), carrier: text(values.carrier) ?? '', until: text(values.untilOn) ?? '', reason: text(values.reason) ?? '', told: 'no' as const },
      };
    }),
    { quiet: true },
  );
  await progress(rows.length);
  const prospects = planned.filter(({ state }) => state === 'prospect').map(({ state: _, ...plan }) => plan);
  const firstOf = new Map([...rows].reverse().map((row) => [String(row.values.companyId), row.row]));
  return [
    ...rows.map(({ row }, index) => ({ row, table: companyRoad, id: steps[index]?.id ?? '', before: null })),
    // A prospect's day and place are plans: they stand in the register alone, and give way to what the road says.
    ...prospects.map((plan) => ({ row: firstOf.get(plan.id) ?? 0, table: companies, id: plan.id, before: plan, only: ['admitted_on', 'carrier_id'] })),
  ];
}

/** Steps are struck, as by hand. They stay where the rest would make no road without them, and where the company has gone on since. */
export const roadUndo = undoKept({
  tables: [{ table: companyRoad, end: (ctx) => ({ struckAt: ctx.now, struckBy: membershipOf(ctx.actor), struckReason: '' }) }, { table: companies }],
  holds: (row) => String(row.values.companyId),
  builtOn: neededSince,
});

const goesOn = ['requests', 'documents', 'visits', 'company_road', 'applications', 'graduation_evidence', 'memberships', 'invitations'];

async function neededSince(ctx: Ctx, free: readonly WrittenRow[], since: Date, all: readonly WrittenRow[]): Promise<LeftRow[]> {
  const ids = [...new Set(free.map((row) => String(row.values.companyId)))];
  if (ids.length === 0) return [];
  await ctx.db.select({ id: companies.id }).from(companies).where(inArray(companies.id, ids)).orderBy(companies.id).for('update');
  const roads = await stepsOf(ctx, ids);
  const built = await ctx.db
    .select({ id: sql<string>`t.company_id`, what: sql<string>`t.what` })
    .from(sql`company_touched(${sql.param(ids)}::uuid[], ${since.toISOString()}::timestamptz) as t`);
  return ids.flatMap((id) => {
    const mine = free.filter((row) => row.values.companyId === id);
    const going = new Set(mine.flatMap((row) => row.kept.map((kept) => kept.id)));
    const rest = (roads.get(id) ?? []).filter((step) => !going.has(step.id));
    const why = built.filter((one) => one.id === id && goesOn.includes(one.what)).map((one) => one.what);
    // Steps of one company came together and go together.
    if (roadProblem(rest, dayOf(ctx.now)) !== null || mine.length < all.filter((row) => row.values.companyId === id).length) why.push('road');
    return why.length === 0 ? [] : mine.map(({ row }) => ({ row, why }));
  });
}
