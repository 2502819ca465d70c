import { eq, inArray } from 'drizzle-orm';
import { insertRows } from '@/db/insert-rows';
import { ipRights } from '@/db/schema/companies-ip';
import { recordAll } from '@/lib/audit/commands';
import { imagesOf, undoKept } from '@/lib/imports/kept';
import type { AskedRow, Plain, PlannedRow, Wrote } from '@/lib/imports/registry';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { ipKept } from '../entries/ip';
import type { IpKind } from '../inputs/ip';
import { type IpKey, ipKeys } from '../ip-sheet';
import type { IpKnowledge } from '../plan-ip';
import { canImportCompanies } from '../policy';
import { companiesMeant, isComing } from '../queries/meant';
import { expiryOf } from '../rules/ip';

const PART = 1_000;

/** What the rows of a list of rights are compared with. */
export async function ipKnowledge(ctx: Ctx, rows: readonly AskedRow[]): Promise<IpKnowledge> {
  const companies = await companiesMeant(ctx, rows);
  const ids = [...new Set([...companies.byCode.values(), ...[...companies.byName.values()].flat()].map((one) => one.id).filter((id) => !isComing(id)))];
  const rights = [];
  for (let start = 0; start < ids.length; start += PART) rights.push(...(await ctx.db.select().from(ipRights).where(inArray(ipRights.companyId, ids.slice(start, start + PART)))));
  return {
    companies,
    today: dayOf(ctx.now),
    rights: rights.map((row) => ({
      id: row.id,
      companyId: row.companyId,
      facts: { ...Object.fromEntries(ipKeys.map((key) => [key, plain(row[key as keyof typeof row])])), company: null, creditCode: null },
    })),
  };
}

function plain(value: unknown): Plain {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Writes the rows a person confirmed, in the transaction of `ctx`. */
export async function importIp(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<readonly Wrote[]> {
  allow(canImportCompanies(ctx.actor));
  ensure(rows.every((row) => !isComing(String(row.values.companyId))), 'company.stillComing');
  const by = membershipOf(ctx.actor);
  const wrote: Wrote[] = [];
  let done = 0;
  for (let start = 0; start < rows.length; start += PART) {
    const part = rows.slice(start, start + PART).map((row) => ({ ...row, id: row.targetId ?? newId() }));
    const stamp = { updatedAt: ctx.now, updatedBy: by };
    const images = await imagesOf(ctx, ipRights, inArray(ipRights.id, part.filter((row) => row.verdict === 'changed').map((row) => row.id)));
    wrote.push(...part.map(({ row, id }) => ({ row, table: ipRights, id, before: images.get(id) ?? null })));
    await insertRows(
      ctx.db,
      ipRights,
      part
        .filter((row) => row.verdict === 'new')
        .map((row) => ({ ...full(row.values), centerId: centerOf(ctx.actor), id: row.id, companyId: String(row.values.companyId), version: 1, createdAt: ctx.now, createdBy: by, ...stamp })),
    );
    const old = new Map((await ctx.db.select().from(ipRights).where(inArray(ipRights.id, part.filter((row) => row.verdict === 'changed').map((row) => row.id)))).map((row) => [row.id, row]));
    for (const row of part) {
      const now = old.get(row.id);
      if (now === undefined || row.verdict !== 'changed') continue;
      const kept = Object.fromEntries(ipKeys.map((key) => [key, plain(now[key as keyof typeof now])]));
      const wanted = Object.fromEntries(Object.keys(row.before ?? {}).map((key) => [key, row.values[key] ?? null]));
      await ctx.db.update(ipRights).set({ ...full({ ...kept, ...wanted }), ...stamp, version: now.version + 1 }).where(eq(ipRights.id, row.id));
    }
    await recordAll(
      ctx,
      ipKept,
      part.map((row) => ({
        subject: { type: 'ip', id: row.id },
        companyId: String(row.values.companyId),
        data: { companyId: String(row.values.companyId), company: String(row.values.company ?? ''), right: row.id, kind: row.values.kind as IpKind, title: String(row.values.title ?? ''), act: 'imported' as const },
        ...(row.before === null ? {} : { before: row.before }),
        after: row.values,
      })),
      { quiet: true },
    );
    done += part.length;
    await progress(done);
  }
  return wrote;
}

export const ipUndo = undoKept({ tables: [{ table: ipRights }], holds: (row) => String(row.values.companyId) });

/** A right's columns from a row's values, those that say nothing at their first value. */
function full(values: Readonly<Record<string, Plain>>) {
  const text = (key: IpKey) => (typeof values[key] === 'string' ? values[key] : null);
  const [kind, filedOn, grantedOn] = [String(values.kind) as IpKind, text('filedOn'), text('grantedOn')];
  return {
    kind,
    number: text('number'),
    title: String(values.title),
    filedOn,
    grantedOn,
    acquired: (text('acquired') ?? 'own') as 'own',
    owner: text('owner') ?? '',
    expiresOn: expiryOf(kind, { filedOn, grantedOn }),
    endedOn: text('endedOn'),
    pledged: values.pledged === 'yes',
    usedBefore: values.usedBefore === 'yes',
    note: text('note') ?? '',
  };
}
