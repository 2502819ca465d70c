import { and, eq } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { memberships, persons } from '@/db/schema/people';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { SEALING_TIMEOUT, sealEverything } from '@/db/testing/sealing';
import { verifyCenter } from '@/lib/audit/verify';
import { storeGenerated } from '@/lib/files/commands';
import { confirmImport, startImport } from '@/lib/imports/commands';
import { applyImport, checkImport } from '@/lib/imports/jobs';
import type { Task } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { openStored } from '@/lib/kernel/storage';
import { revealContact, saveContact } from './commands/contacts';
import { erasePerson, giveConsent, withdrawConsent } from './commands/personal';
import './jobs';
import { contactsDue, getPersonal } from './queries/personal';

const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const taskOf = (actor: MemberActor): Task => ({ id: newId(), centerId: actor.centerId, now: () => testNow, read: (load) => reading(actor, load), write: (work) => as(actor, work), progress: async () => undefined });

async function client<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const one = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await one.connect();
  try {
    return await work(one);
  } finally {
    await one.end();
  }
}

async function sealed(center: string) {
  await sealEverything(center);
  return client((one) => verifyCenter(one, center));
}

/** Every table in which a text stands, of one center and of those without one: what a backup would hold. */
const whereIs = (text: string, center: string) =>
  client(async (one) => {
    const { rows } = await one.query<{ name: string; centered: boolean }>(
      `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'center_id') as centered from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { name, centered } of rows) {
      const { rowCount } = await one.query(`select 1 from "${name}" t where strpos(to_jsonb(t)::text, $1) > 0 ${centered ? 'and center_id = $2' : 'and $2::uuid is not null'} limit 1`, [text, center]);
      if ((rowCount ?? 0) > 0) found.push(name);
    }
    return found;
  });

let serial = 0;

async function setting() {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  const phone = `1380${String(process.pid).padStart(5, '0').slice(-5)}${String(++serial).padStart(2, '0')}`;
  const name = `独一无二${serial}号马丽`;
  const csv = `企业名称,联系人,联系电话,邮箱,备注\n兰州被遗忘有限公司,${name},${phone},${phone}@b.cn,请找${name}（${phone}）\n兰州旁人有限公司,旁人,13900001111,,不相干\n`;
  const batch = await as(manager, async (ctx) => {
    const id = newId();
    const file = await storeGenerated(ctx, { name: `名单${phone}.csv`, type: 'text/csv', bytes: Buffer.from(csv) }, { subject: { type: 'import-companies', id }, audience: 'center' });
    return (await startImport(ctx, { kind: 'companies', file, id })).id;
  });
  await checkImport(taskOf(manager), batch);
  await as(manager, (ctx) => confirmImport(ctx, { batch }));
  await applyImport(taskOf(manager), batch);
  const [company] = await owner().select().from(companies).where(and(eq(companies.centerId, center), eq(companies.name, '兰州被遗忘有限公司')));
  if (company === undefined) throw new Error('the import made no company');
  const [contact] = await owner().select().from(companyContacts).where(eq(companyContacts.companyId, company.id));
  const id = contact?.id ?? '';
  await as(manager, (ctx) => saveContact(ctx, { company: company.id, contact: id, name, title: '总经理', phone, email: `${phone}@b.cn`, isPrimary: true, version: contact?.version ?? 1 }), at(1));
  await as(manager, (ctx) => revealContact(ctx, { contact: id, reason: `打电话给${name}` }), at(2));
  await as(manager, (ctx) => giveConsent(ctx, { contact: id, scene: 'mentors' }), at(3));
  const personId = newId();
  await owner().insert(persons).values({ id: personId, name, phone });
  const own = await makeMember(center, 'company_owner', { companyId: company.id, personId, name });
  await as(own, (ctx) => saveContact(ctx, { company: company.id, name: `${name}的同事`, title: '', phone: null, email: null, isPrimary: false }), at(4));
  return { center, manager, company: company.id, contact: id, phone, name, own };
}

describe('a person’s right to be forgotten', () => {
  test('leaves the person in no table, file or later backup, and the chain of the trail holds', { timeout: SEALING_TIMEOUT }, async () => {
    const { center, manager, company, contact, phone, name, own } = await setting();
    expect((await sealed(center)).broken).toBeNull();
    await expect(as(manager, (ctx) => erasePerson(ctx, { contact, reason: 'asked' }))).rejects.toThrow('personal.stillMember');
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, own.membershipId));
    const held = await reading(manager, (ctx) => getPersonal(ctx, contact));
    expect(new Set(held?.traces.map((trace) => trace.table))).toEqual(expect.objectContaining(new Set(['company_contacts', 'import_rows', 'entry_personal_values', 'persons', 'memberships'])));
    const [sheet] = await client(async (one) => (await one.query<{ sha256: string }>('select f.sha256 from import_batches b join files f on f.id = b.file_id where b.center_id = $1', [center])).rows);
    expect((await whereIs(phone, center)).length).toBeGreaterThan(4);
    expect((await whereIs(name, center)).length).toBeGreaterThan(4);

    await as(manager, (ctx) => erasePerson(ctx, { contact, reason: 'asked' }), at(10));
    expect(await whereIs(phone, center)).toEqual([]);
    expect(await whereIs(name, center)).toEqual([]);
    const { broken, sealed: links } = await sealed(center);
    expect(broken).toBeNull();
    expect(links).toBeGreaterThan(8);
    // The rest of the sheet, of the company and of its neighbour is still there.
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(2);
    expect((await whereIs('旁人', center)).length).toBeGreaterThan(1);
    expect((await owner().select().from(companyContacts).where(eq(companyContacts.companyId, company))).map((row) => row.isPrimary)).toEqual([true]);
    // The uploaded sheet is nobody's any more; its bytes go with the job that waits.
    const [job] = await client(async (one) => (await one.query<{ payload: { contents: string[] } }>("select payload from outbox where center_id = $1 and topic = 'files.forget'", [center])).rows);
    expect(job?.payload.contents).toEqual([sheet?.sha256]);
    expect(await client(async (one) => (await one.query('select 1 from file_contents where center_id = $1 and sha256 = $2', [center, sheet?.sha256])).rowCount)).toBe(0);
    expect(await openStored(center, sheet?.sha256 ?? '')).not.toBeNull();
    expect(await owner().$count(personalErasures, eq(personalErasures.centerId, center))).toBe(1);
    expect((await owner().select().from(personalConsents).where(eq(personalConsents.centerId, center)))[0]?.withdrawnAt).not.toBeNull();
  });

  test('does not excuse an entry that was changed otherwise, redacted or not', { timeout: SEALING_TIMEOUT }, async () => {
    const { center, manager, contact, own } = await setting();
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, own.membershipId));
    await sealed(center);
    await as(manager, (ctx) => erasePerson(ctx, { contact, reason: 'expired' }), at(10));
    expect((await sealed(center)).broken).toBeNull();
    await client(async (one) => {
      await one.query('begin');
      await one.query("set local app.erasing = 'yes'");
      await one.query(`update entries set actor_name = '别人' where center_id = $1 and id in (select entry_id from entry_redactions where center_id = $1 limit 1)`, [center]);
      await one.query('commit');
    });
    expect((await sealed(center)).broken?.problem).toBe('entryChanged');
  });

  test('is the leaders’ to carry out, within their own center', async () => {
    const { center, contact, own } = await setting();
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, own.membershipId));
    await expect(as(await makeMember(center, 'liaison'), (ctx) => erasePerson(ctx, { contact, reason: 'asked' }))).rejects.toThrow('forbidden');
    await expect(as(await makeMember(await makeCenter(), 'director'), (ctx) => erasePerson(ctx, { contact, reason: 'asked' }))).rejects.toThrow('notFound');
  });
});

describe('consent', () => {
  test('is given once per version and scene, withdrawn once, and both stay on record', async () => {
    const { manager, contact } = await setting();
    await expect(as(manager, (ctx) => giveConsent(ctx, { contact, scene: 'mentors' }))).rejects.toThrow('personal.agreedAlready');
    const [given] = await owner().select().from(personalConsents).where(eq(personalConsents.contactId, contact));
    await as(manager, (ctx) => withdrawConsent(ctx, { consent: given?.id ?? '' }));
    await expect(as(manager, (ctx) => withdrawConsent(ctx, { consent: given?.id ?? '' }))).rejects.toThrow('personal.withdrawnAlready');
    await as(manager, (ctx) => giveConsent(ctx, { contact, scene: 'mentors' }), at(20));
    expect(await owner().$count(personalConsents, eq(personalConsents.contactId, contact))).toBe(2);
  });
});

test('contacts of companies gone for more than three years are due', async () => {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  for (const [name, leftOn] of [['早走', '2023-11-20'], ['晚走', '2023-11-21']] as const) {
    const company = await makeCompany(center, { name, state: 'exited', admittedOn: '2020-01-01', leftOn });
    await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: company, name: '某人', isPrimary: true });
  }
  expect((await reading(manager, (ctx) => contactsDue(ctx, 10))).map((row) => row.company)).toEqual(['早走']);
});
