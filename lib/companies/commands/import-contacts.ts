import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { companyContacts } from '@/db/schema/companies';
import { imagesOf, undoKept } from '@/lib/imports/kept';
import type { AskedRow, Plain, PlannedRow, WrittenRow, Wrote } from '@/lib/imports/registry';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure } from '@/lib/kernel/errors';
import type { ContactKnowledge } from '../plan-contacts';
import { canImportCompanies } from '../policy';
import { companiesMeant, isComing } from '../queries/meant';
import { saveContact } from './contacts';

const PART = 2_000;

/** What the people of a sheet are compared with. */
export async function contactKnowledge(ctx: Ctx, rows: readonly AskedRow[]): Promise<ContactKnowledge> {
  const companies = await companiesMeant(ctx, rows);
  const ids = [...new Set([...companies.byCode.values(), ...[...companies.byName.values()].flat()].map((one) => one.id))].filter((id) => !isComing(id));
  const contacts: ContactKnowledge['contacts'][number][] = [];
  for (let start = 0; start < ids.length; start += PART) {
    const part = await ctx.db.select().from(companyContacts).where(inArray(companyContacts.companyId, ids.slice(start, start + PART))).orderBy(companyContacts.position, companyContacts.id);
    for (const row of part) {
      contacts.push({ id: row.id, companyId: row.companyId, name: row.name, facts: { title: row.title === '' ? null : row.title, phone: row.phone, email: row.email, primary: row.isPrimary ? 'yes' : 'no' } });
    }
  }
  return { companies, contacts };
}

/** Writes people by the same command as a form does, one by one: each keeps its entry and its company's one main contact. */
export async function importContacts(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<readonly Wrote[]> {
  allow(canImportCompanies(ctx.actor));
  const ids = [...new Set(rows.map((row) => String(row.values.companyId)))];
  const images = new Map<string, Record<string, unknown>>();
  for (const part of parts(ids)) for (const [id, image] of await imagesOf(ctx, companyContacts, inArray(companyContacts.companyId, part))) images.set(id, image);
  let done = 0;
  for (const { values, targetId: id, verdict } of rows) {
    const targetId = verdict === 'new' ? null : id;
    const company = String(values.companyId);
    ensure(!isComing(company), 'company.stillComing');
    const [old] = targetId === null ? [] : await ctx.db.select().from(companyContacts).where(eq(companyContacts.id, targetId));
    const said = (key: string, now: string | null): string | null => (values[key] === undefined ? now : text(values[key]));
    const input = {
      company,
      contact: targetId ?? undefined,
      name: old?.name ?? String(values.name),
      title: said('title', old?.title ?? '') ?? '',
      phone: said('phone', old?.phone ?? null),
      email: said('email', old?.email ?? null),
      isPrimary: values.primary === 'yes' || (values.primary === undefined && old?.isPrimary === true),
      version: old?.version,
    };
    await saveContact(ctx, input, id ?? undefined);
    done += 1;
    if (done % 50 === 0 || done === rows.length) await progress(done);
  }
  const wrote: Wrote[] = [];
  for (const part of parts(ids)) wrote.push(...(await wroteContacts(ctx, part, rows, images)));
  return wrote;
}

/** People this transaction made or changed. One who is no longer the main one goes with the row that took their place. */
async function wroteContacts(ctx: Ctx, companies: readonly string[], rows: readonly PlannedRow[], images: ReadonlyMap<string, Record<string, unknown>>): Promise<Wrote[]> {
  const written = await ctx.db
    .select({ id: companyContacts.id, companyId: companyContacts.companyId })
    .from(companyContacts)
    .where(and(inArray(companyContacts.companyId, [...companies]), or(eq(companyContacts.createdAt, ctx.now), eq(companyContacts.updatedAt, ctx.now))));
  const ownRow = new Map(rows.map((row) => [row.targetId, row.row]));
  const mainRow = new Map(rows.filter((row) => row.values.primary === 'yes').map((row) => [String(row.values.companyId), row.row]));
  return written.flatMap(({ id, companyId }) => {
    const row = ownRow.get(id) ?? mainRow.get(companyId);
    return row === undefined ? [] : [{ row, table: companyContacts, id, before: images.get(id) ?? null }];
  });
}

/** Somebody stays the main one: where the one who was is gone, the next. */
async function nameSomebody(ctx: Ctx, rows: readonly WrittenRow[]): Promise<void> {
  for (const part of parts([...new Set(rows.map((row) => String(row.values.companyId)))])) {
    const first = ctx.db
      .selectDistinctOn([companyContacts.companyId], { id: companyContacts.id })
      .from(companyContacts)
      .where(and(inArray(companyContacts.companyId, part), sql`not exists (select from company_contacts main where main.center_id = ${companyContacts.centerId} and main.company_id = ${companyContacts.companyId} and main.is_primary)`))
      .orderBy(companyContacts.companyId, companyContacts.position, companyContacts.id);
    await ctx.db.update(companyContacts).set({ isPrimary: true }).where(inArray(companyContacts.id, first));
  }
}

export const contactsUndo = undoKept({ tables: [{ table: companyContacts, aside: { isPrimary: false } }], holds: (row) => String(row.values.companyId), settle: nameSomebody });

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PART) }, (_, part) => all.slice(part * PART, (part + 1) * PART));
}

function text(value: Plain | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}
