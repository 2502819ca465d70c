import { eq, inArray } from 'drizzle-orm';
import { companyContacts } from '@/db/schema/companies';
import type { AskedRow, Plain, PlannedRow } from '@/lib/imports/registry';
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
export async function importContacts(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<void> {
  allow(canImportCompanies(ctx.actor));
  let done = 0;
  for (const { values, targetId } of rows) {
    const company = String(values.companyId);
    ensure(!isComing(company), 'company.stillComing');
    const [old] = targetId === null ? [] : await ctx.db.select().from(companyContacts).where(eq(companyContacts.id, targetId));
    const said = (key: string, now: string | null): string | null => (values[key] === undefined ? now : text(values[key]));
    await saveContact(ctx, {
      company,
      contact: targetId ?? undefined,
      name: old?.name ?? String(values.name),
      title: said('title', old?.title ?? '') ?? '',
      phone: said('phone', old?.phone ?? null),
      email: said('email', old?.email ?? null),
      isPrimary: values.primary === 'yes' || (values.primary === undefined && old?.isPrimary === true),
      version: old?.version,
    });
    done += 1;
    if (done % 50 === 0 || done === rows.length) await progress(done);
  }
}

function text(value: Plain | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}
