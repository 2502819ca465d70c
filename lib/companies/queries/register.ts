import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { carriers, companies, companyContacts } from '@/db/schema/companies';
import type { AskedRow, Plain } from '@/lib/imports/registry';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { maskPhone } from '@/lib/kernel/phone';
import { nameKey } from '@/lib/kernel/text';
import type { KnownCompany, RegisterKnowledge } from '../plan-register';
import { canAssignTrio } from '../policy';
import { traitsAsWords } from '../profile-columns';
import type { RegisterKey } from '../sheet';
import { fieldValuesOf, openFields } from './fields';
import { servingMembers } from './members';
import { triosOf } from './list';

const facts = {
  id: companies.id,
  key: companies.nameKey,
  name: companies.name,
  shortName: companies.shortName,
  creditCode: companies.creditCode,
  registrationNumber: companies.registrationNumber,
  legalRepresentative: companies.legalRepresentative,
  registeredCapitalFen: companies.registeredCapitalFen,
  establishedOn: companies.establishedOn,
  address: companies.address,
  industry: companies.industry,
  leadingIndustry: companies.leadingIndustry,
  carrier: carriers.name,
  room: companies.room,
  area: companies.area,
  state: companies.state,
  admittedOn: companies.admittedOn,
  leftOn: companies.leftOn,
  tags: companies.tags,
  paidInCapitalFen: companies.paidInCapitalFen,
  industryDivision: companies.industryDivision,
  techField: companies.techField,
  founderTraits: companies.founderTraits,
  taxpayerKind: companies.taxpayerKind,
  registrationType: companies.registrationType,
  note: companies.note,
};
const PART = 5_000;

/** Everything the rows of a register are compared with: the companies they may mean, carriers and people. */
export async function knowledgeFor(ctx: Ctx, rows: readonly AskedRow[]): Promise<RegisterKnowledge> {
  const known = new Map<string, KnownCompany>();
  for (let start = 0; start < rows.length; start += PART) {
    const part = rows.slice(start, start + PART);
    for (const company of await companiesMeant(ctx, part)) known.set(company.id, company);
  }
  const byName = new Map<string, KnownCompany[]>();
  const byCode = new Map<string, KnownCompany>();
  for (const company of known.values()) {
    const key = nameKey(String(company.facts.name));
    byName.set(key, [...(byName.get(key) ?? []), company]);
    if (typeof company.facts.creditCode === 'string') byCode.set(company.facts.creditCode, company);
  }
  const open = await ctx.db.select({ id: carriers.id, name: carriers.name }).from(carriers).where(isNull(carriers.closedOn));
  return {
    byCode,
    byName,
    carriers: new Map(open.map((carrier) => [nameKey(carrier.name), carrier.id])),
    members: await servingMembers(ctx),
    today: dayOf(ctx.now),
    mayReassign: canAssignTrio(ctx.actor),
    fields: await openFields(ctx),
  };
}

async function companiesMeant(ctx: Ctx, rows: readonly AskedRow[]): Promise<KnownCompany[]> {
  const codes = JSON.stringify(rows.map((row) => row.values.creditCode).filter((code) => typeof code === 'string'));
  const names = JSON.stringify(rows.map((row) => row.values.name).filter((name) => typeof name === 'string'));
  const ids = ctx.db
    .select({ id: companies.id })
    .from(companies)
    .where(sql`${companies.creditCode} in (select jsonb_array_elements_text(${codes}::jsonb))`)
    .union(
      ctx.db
        .select({ id: companies.id })
        .from(companies)
        .where(sql`${companies.nameKey} in (select company_key(wanted) from jsonb_array_elements_text(${names}::jsonb) wanted)`),
    );
  return companiesByIds(ctx, (await ids).map((row) => row.id));
}

/** These companies as the register shows them, in no order. */
export async function companiesByIds(ctx: Ctx, ids: readonly string[]): Promise<KnownCompany[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select(facts)
    .from(companies)
    .leftJoin(carriers, eq(carriers.id, companies.carrierId))
    .where(inArray(companies.id, [...ids]));
  const trios = await triosOf(ctx, ids);
  const contacts = await ctx.db
    .select({ companyId: companyContacts.companyId, name: companyContacts.name, phone: companyContacts.phone, email: companyContacts.email })
    .from(companyContacts)
    .where(and(inArray(companyContacts.companyId, [...ids]), eq(companyContacts.isPrimary, true)));
  const own = await fieldValuesOf(ctx, ids, await openFields(ctx));
  const contactBy = new Map(contacts.map((contact) => [contact.companyId, contact]));
  return rows.map(({ id, key, registeredCapitalFen, paidInCapitalFen, founderTraits, ...row }) => {
    const trio = trios.get(id) ?? {};
    const contact = contactBy.get(id);
    return {
      id,
      key,
      facts: {
        ...row,
        registeredCapital: registeredCapitalFen?.toString() ?? null,
        paidInCapital: paidInCapitalFen?.toString() ?? null,
        founderTraits: traitsAsWords(founderTraits),
        liaison: trio.liaison?.name ?? null,
        counsellor: trio.counsellor?.name ?? null,
        mentor: trio.mentor?.name ?? null,
        contactName: contact?.name ?? null,
        contactPhone: contact?.phone ?? null,
        contactEmail: contact?.email ?? null,
        ...own.get(id),
      } satisfies Record<RegisterKey, Plain>,
      trio: Object.fromEntries(Object.entries(trio).map(([role, member]) => [role, member.id])),
    };
  });
}

/** A company's number leaves the house masked. */
export function maskedFacts(company: KnownCompany): KnownCompany['facts'] {
  const phone = company.facts.contactPhone;
  return { ...company.facts, contactPhone: typeof phone === 'string' ? maskPhone(phone) : null };
}

