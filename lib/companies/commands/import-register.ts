import { eq, inArray, sql } from 'drizzle-orm';
import { insertRows, rowsFor } from '@/db/insert-rows';
import { companies, companyContacts } from '@/db/schema/companies';
import { recordAll } from '@/lib/audit/commands';
import type { Plain, PlannedRow, Wrote } from '@/lib/imports/registry';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { pinyinInitials, pinyinSounds } from '@/lib/kernel/pinyin';
import { nameKey } from '@/lib/kernel/text';
import { companyCreated, companyEdited, contactSaved } from '../entries';
import type { CompanyState, LeadingIndustry, TrioRole } from '../inputs';
import { contactNameFor, isTrio, memberFor, type RegisterKnowledge } from '../plan-register';
import { sectionOf } from '../industries';
import { canImportCompanies } from '../policy';
import { traitsAsKeys } from '../profile-columns';
import { knowledgeFor } from '../queries/register';
import type { Statement } from '../road';
import { change, type TrioChange } from './assign-trio';
import { writeFieldValues } from './fields';
import { restateRoads } from './road';
import { keepFormerNames } from './rename';

const PART = 1_000;

/**
 * Writes the rows of a register that a person confirmed, set-based, in the transaction of `ctx`. Keeps no copies: what stood before is
 * in the rows themselves, and `registerUndo` knows the rest.
 */
export async function importRegister(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<readonly Wrote[]> {
  allow(canImportCompanies(ctx.actor));
  const known = await knowledgeFor(ctx, rows);
  const companiesById = new Map([...known.byName.values()].flat().map((company) => [company.id, company]));
  let done = 0;
  const write = async (part: readonly Row[]) => {
    await insertNew(ctx, part.filter((row) => row.verdict === 'new'), known);
    await updateChanged(ctx, part.filter((row) => row.verdict === 'changed'), known);
    await writeFieldValues(ctx, part.map((row) => ({ id: row.id, values: Object.fromEntries(wantedKeys(row).map((key) => [key, row.values[key] ?? null])) })), known.fields);
    await writeContacts(ctx, part, (row) => contactNameFor(row.values, companiesById.get(row.id) ?? null));
    const trio = part.flatMap((row): TrioChange[] =>
      wantedKeys(row).filter(isTrio).map((role) => ({ companyId: row.id, role, membershipId: memberOf(role, row, companiesById, known) })),
    );
    await change(ctx, trio, { quiet: true });
    done += part.length;
    await progress(done);
  };
  const parts = Array.from({ length: Math.ceil(rows.length / PART) }, (_, n) => rows.slice(n * PART, (n + 1) * PART).map((row) => ({ ...row, id: row.targetId ?? newId() })));
  // While the database writes one part, the next is made ready: they are of different companies, on one connection.
  let before = Promise.resolve();
  for (const part of parts) {
    const writing = write(part);
    // Met when its turn comes; where the one before fails, that is what is told.
    writing.catch(() => undefined);
    await before;
    before = writing;
  }
  await before;
  return [];
}

export type Row = PlannedRow & { id: string };

/** What this row changes: of a new company all that it says, else what differs. */
function wantedKeys(row: Row): string[] {
  return row.before === null ? Object.keys(row.values).filter((key) => row.values[key] !== null) : Object.keys(row.before);
}

function memberOf(role: TrioRole, row: Row, companiesById: ReadonlyMap<string, { trio: Partial<Record<TrioRole, string>> }>, known: RegisterKnowledge) {
  const written = row.values[role];
  if (written === null || written === undefined) return null;
  const found = memberFor(role, String(written), companiesById.get(row.id) ?? null, known);
  return typeof found === 'string' ? found : null;
}

async function insertNew(ctx: Ctx, rows: readonly Row[], known: RegisterKnowledge): Promise<void> {
  if (rows.length === 0) return;
  const stamp = { createdAt: ctx.now, createdBy: membershipOf(ctx.actor), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) };
  await insertRows(
    ctx.db,
    companies,
    rows.map(({ id, values }) => {
      const name = String(values.name);
      return {
        centerId: centerOf(ctx.actor),
        id,
        name,
        shortName: text(values.shortName) ?? '',
        creditCode: text(values.creditCode),
        registrationNumber: text(values.registrationNumber),
        legalRepresentative: text(values.legalRepresentative),
        registeredCapitalFen: values.registeredCapital === undefined || values.registeredCapital === null ? null : BigInt(String(values.registeredCapital)),
        establishedOn: text(values.establishedOn),
        address: text(values.address),
        industry: text(values.industry),
        leadingIndustry: text(values.leadingIndustry) as LeadingIndustry | null,
        carrierId: carrierOf(values.carrier, known),
        room: text(values.room),
        area: typeof values.area === 'number' ? values.area : null,
        state: (text(values.state) ?? 'incubating') as CompanyState,
        admittedOn: text(values.admittedOn),
        leftOn: text(values.leftOn),
        paidInCapitalFen: values.paidInCapital === undefined || values.paidInCapital === null ? null : BigInt(String(values.paidInCapital)),
        industryDivision: text(values.industryDivision),
        industrySection: sectionFor(values.industryDivision),
        techField: text(values.techField),
        founderTraits: traitsAsKeys(words(values.founderTraits)),
        taxpayerKind: text(values.taxpayerKind) as 'general' | 'small' | null,
        registrationType: text(values.registrationType),
        tags: Array.isArray(values.tags) ? [...(values.tags as readonly string[])] : [],
        note: text(values.note),
        pinyin: pinyinInitials(name),
        sounds: pinyinSounds(name),
        formerKey: '',
        demo: false,
        version: 1,
        ...stamp,
      };
    }),
  );
  await recordAll(
    ctx,
    companyCreated,
    rows.map((row) => ({ ...about(row), data: { companyId: row.id, company: row.label, by: 'import' as const }, after: row.values })),
    { quiet: true },
  );
}

/** One statement for all rows: a column is set where the row names it. */
export async function updateChanged(ctx: Ctx, rows: readonly Row[], known: Pick<RegisterKnowledge, 'carriers'>, by: 'import' | 'undo' = 'import'): Promise<void> {
  if (rows.length === 0) return;
  const changes = rows.map((row) => {
    const set: Record<string, Plain> = {};
    for (const key of wantedKeys(row)) set[key] = row.values[key] ?? null;
    if (typeof set.name === 'string') Object.assign(set, { pinyin: pinyinInitials(set.name), sounds: pinyinSounds(set.name) });
    if ('industryDivision' in set) set.industrySection = sectionFor(set.industryDivision);
    if ('founderTraits' in set) set.founderTraits = traitsAsKeys(words(set.founderTraits));
    return { id: row.id, wanted: set };
  });
  const asText = (key: string, column: unknown, empty = 'null') =>
    sql`case when x.wanted ? ${sql.raw(`'${key}'`)} then coalesce(x.wanted->>${sql.raw(`'${key}'`)}, ${sql.raw(empty)}) else ${column} end`;
  const cast = (key: string, type: string, column: unknown) =>
    sql`case when x.wanted ? ${sql.raw(`'${key}'`)} then (x.wanted->>${sql.raw(`'${key}'`)})::${sql.raw(type)} else ${column} end`;
  await ctx.db
    .update(companies)
    .set({
      name: asText('name', companies.name),
      shortName: asText('shortName', companies.shortName, "''"),
      creditCode: asText('creditCode', companies.creditCode),
      registrationNumber: asText('registrationNumber', companies.registrationNumber),
      legalRepresentative: asText('legalRepresentative', companies.legalRepresentative),
      registeredCapitalFen: cast('registeredCapital', 'bigint', companies.registeredCapitalFen),
      establishedOn: cast('establishedOn', 'date', companies.establishedOn),
      address: asText('address', companies.address),
      industry: asText('industry', companies.industry),
      leadingIndustry: asText('leadingIndustry', companies.leadingIndustry),
      room: asText('room', companies.room),
      area: cast('area', 'integer', companies.area),
      tags: sql`case when x.wanted ? 'tags' then array(select jsonb_array_elements_text(nullif(x.wanted->'tags', 'null'::jsonb))) else ${companies.tags} end`,
      paidInCapitalFen: cast('paidInCapital', 'bigint', companies.paidInCapitalFen),
      industryDivision: asText('industryDivision', companies.industryDivision),
      industrySection: asText('industrySection', companies.industrySection),
      techField: asText('techField', companies.techField),
      founderTraits: sql`case when x.wanted ? 'founderTraits' then array(select jsonb_array_elements_text(nullif(x.wanted->'founderTraits', 'null'::jsonb))) else ${companies.founderTraits} end`,
      taxpayerKind: asText('taxpayerKind', companies.taxpayerKind),
      registrationType: asText('registrationType', companies.registrationType),
      note: asText('note', companies.note),
      pinyin: asText('pinyin', companies.pinyin),
      sounds: asText('sounds', companies.sounds),
      updatedAt: ctx.now,
      updatedBy: membershipOf(ctx.actor),
      version: sql`${companies.version} + 1`,
    })
    .from(sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as x(id uuid, wanted jsonb)`)
    .where(eq(companies.id, sql`x.id`));
  await restateRoads(ctx, await statementsIn(ctx, rows, known), '');
  await recordAll(
    ctx,
    companyEdited,
    rows.map((row) => ({
      ...about(row),
      data: { companyId: row.id, company: row.label, by, fields: wantedKeys(row).length },
      before: row.before,
      after: Object.fromEntries(wantedKeys(row).map((key) => [key, row.values[key] ?? null])),
    })),
    { quiet: true },
  );
  await keepFormerNames(
    ctx,
    rows.flatMap((row) => (typeof row.before?.name === 'string' ? [{ companyId: row.id, previous: row.before.name, name: String(row.values.name) }] : [])),
    { quiet: true },
  );
}

const ofRoad = ['state', 'admittedOn', 'leftOn', 'carrier'] as const;

/** What the rows say about where companies stand; what a row doesn't name stays as the register has it. */
async function statementsIn(ctx: Ctx, rows: readonly Row[], known: Pick<RegisterKnowledge, 'carriers'>): Promise<Map<string, Statement>> {
  const naming = rows.filter((row) => wantedKeys(row).some((key) => (ofRoad as readonly string[]).includes(key)));
  const statements = new Map<string, Statement>();
  if (naming.length === 0) return statements;
  const now = await ctx.db
    .select({ id: companies.id, state: companies.state, admittedOn: companies.admittedOn, leftOn: companies.leftOn, carrierId: companies.carrierId })
    .from(companies)
    .where(inArray(companies.id, naming.map((row) => row.id)))
    .for('update');
  const byId = new Map(now.map(({ id, ...statement }) => [id, statement]));
  for (const row of naming) {
    const was = byId.get(row.id);
    if (was === undefined) continue;
    const names = (key: (typeof ofRoad)[number]) => wantedKeys(row).includes(key);
    statements.set(row.id, {
      state: names('state') ? ((text(row.values.state) ?? was.state) as CompanyState) : was.state,
      admittedOn: names('admittedOn') ? text(row.values.admittedOn) : was.admittedOn,
      leftOn: names('leftOn') ? text(row.values.leftOn) : was.leftOn,
      carrierId: names('carrier') ? carrierOf(row.values.carrier, known) : was.carrierId,
    });
  }
  return statements;
}

/** The main contact of each company whose row says something about it. */
async function writeContacts(ctx: Ctx, rows: readonly Row[], nameFor: (row: Row) => string | null): Promise<void> {
  const touched = rows
    .filter((row) => wantedKeys(row).some((key) => key.startsWith('contact')))
    .map((row) => {
      const given = Object.fromEntries(wantedKeys(row).filter((key) => key.startsWith('contact')).map((key) => [key, row.values[key] ?? null]));
      return { row, id: newId(), given, name: nameFor(row) };
    })
    .filter((one) => one.name !== null);
  if (touched.length === 0) return;
  const by = membershipOf(ctx.actor);
  await ctx.db
    .insert(companyContacts)
    .select(
      rowsFor(
        companyContacts,
        touched.map(({ row, id, given, name }) => ({
          centerId: centerOf(ctx.actor),
          id,
          companyId: row.id,
          name: name ?? '',
          title: '',
          phone: text(given.contactPhone),
          email: text(given.contactEmail),
          isPrimary: true,
          position: 0,
          version: 1,
          createdAt: ctx.now,
          createdBy: by,
          updatedAt: ctx.now,
          updatedBy: by,
        })),
      ),
    )
    .onConflictDoUpdate({
      target: [companyContacts.centerId, companyContacts.companyId],
      targetWhere: sql`is_primary`,
      set: contactSet(touched),
    });
  await recordAll(
    ctx,
    contactSaved,
    touched.map(({ row, id, given, name }) => ({
      subject: { type: 'contact', id },
      companyId: row.id,
      data: { companyId: row.id, company: row.label, contactId: id, isNew: row.before === null ? ('yes' as const) : ('no' as const) },
      after: { name, phone: given.contactPhone, email: given.contactEmail },
    })),
    { quiet: true },
  );
}

/** Where the contact is there already, only what the sheet says changes. */
function contactSet(touched: readonly { row: Row; given: Readonly<Record<string, Plain>> }[]) {
  const naming = (key: string) => sql`${JSON.stringify(touched.filter(({ given }) => key in given).map(({ row }) => row.id))}::jsonb ? company_contacts.company_id::text`;
  return {
    name: sql`case when ${naming('contactName')} then excluded.name else company_contacts.name end`,
    phone: sql`case when ${naming('contactPhone')} then excluded.phone else company_contacts.phone end`,
    email: sql`case when ${naming('contactEmail')} then excluded.email else company_contacts.email end`,
    updatedAt: sql`excluded.updated_at`,
    updatedBy: sql`excluded.updated_by`,
    version: sql`company_contacts.version + 1`,
  };
}

function about(row: Row) {
  return { subject: { type: 'company', id: row.id }, companyId: row.id };
}

function sectionFor(division: Plain | undefined): string | null {
  return typeof division === 'string' ? sectionOf(division) : null;
}

function words(value: Plain | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function carrierOf(name: Plain | undefined, known: Pick<RegisterKnowledge, 'carriers'>): string | null {
  return name === null || name === undefined ? null : (known.carriers.get(nameKey(String(name))) ?? null);
}

function text(value: Plain | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}
