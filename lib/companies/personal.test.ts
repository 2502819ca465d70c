import '@/db/testing/own-database';
import { and, eq, ne } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { companyNotes, companyPeople } from '@/db/schema/companies-file';
import { documents } from '@/db/schema/documents';
import { applications } from '@/db/schema/lifecycle';
import { applicants, memberships, persons, sessions } from '@/db/schema/people';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
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
import { addNote, addPerson } from './commands/keep-parts';
import './jobs';
import { consentDayProblem, type ConsentKind, type PersonKind, whoseMention } from './personal';
import { getPersonal } from './queries/personal';
import { findPeople, listConsents, peopleDue, placesOf } from './queries/privacy';

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

/** Nobody else of the company is called so: nothing to tell apart. */
const nobodyElse = { told: false, mentions: [] as string[] };
const agreed = (kind: ConsentKind, person: string) => ({ kind, person, scene: 'mentors' as const, givenOn: '2026-11-18', how: 'paper' as const, evidence: '同意书 17 号' });

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
  await as(manager, (ctx) => giveConsent(ctx, agreed('contact', id)), at(3));
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
    await expect(as(manager, (ctx) => erasePerson(ctx, { kind: 'contact', person: contact, reason: 'asked', ...nobodyElse }))).rejects.toThrow('personal.stillMember');
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, own.membershipId));
    const held = await reading(manager, (ctx) => getPersonal(ctx, 'contact', contact));
    expect(new Set(held?.traces.map((trace) => trace.table))).toEqual(expect.objectContaining(new Set(['company_contacts', 'import_rows', 'entry_personal_values', 'persons', 'memberships'])));
    const [sheet] = await client(async (one) => (await one.query<{ sha256: string }>('select f.sha256 from import_batches b join files f on f.id = b.file_id where b.center_id = $1', [center])).rows);
    expect((await whereIs(phone, center)).length).toBeGreaterThan(4);
    expect((await whereIs(name, center)).length).toBeGreaterThan(4);

    await as(manager, (ctx) => erasePerson(ctx, { kind: 'contact', person: contact, reason: 'asked', ...nobodyElse }), at(10));
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
    expect(await owner().$count(personalConsents, eq(personalConsents.centerId, center))).toBe(0);
    expect((await owner().select().from(personalErasures).where(eq(personalErasures.centerId, center)))[0]?.counts).toMatchObject({ personal_consents: 1 });
  });

  test('does not excuse an entry that was changed otherwise, redacted or not', { timeout: SEALING_TIMEOUT }, async () => {
    const { center, manager, contact, own } = await setting();
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, own.membershipId));
    await sealed(center);
    await as(manager, (ctx) => erasePerson(ctx, { kind: 'contact', person: contact, reason: 'expired', ...nobodyElse }), at(10));
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
    await expect(as(await makeMember(center, 'liaison'), (ctx) => erasePerson(ctx, { kind: 'contact', person: contact, reason: 'asked', ...nobodyElse }))).rejects.toThrow('forbidden');
    await expect(as(await makeMember(await makeCenter(), 'director'), (ctx) => erasePerson(ctx, { kind: 'contact', person: contact, reason: 'asked', ...nobodyElse }))).rejects.toThrow('notFound');
  });
});

describe('consent', () => {
  test('is given once per version and scene, withdrawn once, and both stay on record', async () => {
    const { manager, contact } = await setting();
    await expect(as(manager, (ctx) => giveConsent(ctx, agreed('contact', contact)))).rejects.toThrow('personal.agreedAlready');
    const [given] = await owner().select().from(personalConsents).where(eq(personalConsents.subjectId, contact));
    expect(given).toMatchObject({ personKind: 'contact', givenOn: '2026-11-18', how: 'paper', evidence: '同意书 17 号', withdrawnOn: null });
    const withdraw = (withdrawnOn: string | null) => as(manager, (ctx) => withdrawConsent(ctx, { consent: given?.id ?? '', withdrawnOn }));
    await expect(withdraw('2026-11-17')).rejects.toMatchObject({ code: 'personal.beforeGiven', options: { field: 'withdrawnOn' } });
    await expect(withdraw('2026-11-21')).rejects.toMatchObject({ code: 'personal.later' });
    await withdraw(null);
    await expect(withdraw(null)).rejects.toThrow('personal.withdrawnAlready');
    await expect(as(manager, (ctx) => giveConsent(ctx, { ...agreed('contact', contact), givenOn: '2026-11-21' }))).rejects.toMatchObject({ code: 'personal.later', options: { field: 'givenOn' } });
    await as(manager, (ctx) => giveConsent(ctx, agreed('contact', contact)), at(20));
    expect((await owner().select().from(personalConsents).where(eq(personalConsents.subjectId, contact)).orderBy(personalConsents.recordedAt)).map((one) => one.withdrawnOn)).toEqual(['2026-11-20', null]);
  });

  test('is also a key person’s and a company’s own account’s; it stands in what they may take along, and goes with them', { timeout: SEALING_TIMEOUT }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const company = await makeCompany(center, { name: '兰州同意有限公司' });
    const [key, boss] = [somebody(), somebody()];
    await as(manager, (ctx) => addPerson(ctx, { company, name: key.name, title: '首席科学家', degree: null, founder: true }), at(1));
    const [row] = await owner().select().from(companyPeople).where(eq(companyPeople.companyId, company));
    const personId = newId();
    await owner().insert(persons).values({ id: personId, ...boss });
    const own = await makeMember(center, 'company_owner', { companyId: company, personId, name: boss.name });
    const staff = await makeMember(center, 'liaison');
    const keyId = row?.id ?? '';
    await as(manager, (ctx) => giveConsent(ctx, { ...agreed('key', keyId), scene: 'publicity', how: 'spoken', evidence: `${key.name}当面说的` }), at(2));
    await as(manager, (ctx) => giveConsent(ctx, agreed('member', own.membershipId)), at(3));
    // The center's own people are nobody's company's; a row of one kind is none of another.
    await expect(as(manager, (ctx) => giveConsent(ctx, agreed('member', staff.membershipId)))).rejects.toThrow('notFound');
    await expect(as(manager, (ctx) => giveConsent(ctx, agreed('contact', keyId)))).rejects.toThrow('notFound');
    await expect(as(await makeMember(center, 'finance'), (ctx) => giveConsent(ctx, agreed('key', keyId)))).rejects.toThrow('forbidden');

    expect(await reading(manager, (ctx) => listConsents(ctx, 10))).toMatchObject([
      { personKind: 'member', name: boss.name, company: '兰州同意有限公司', how: 'paper' },
      { personKind: 'key', name: key.name, company: '兰州同意有限公司', how: 'spoken' },
    ]);
    expect(await reading(manager, (ctx) => getPersonal(ctx, 'key', keyId))).toMatchObject({ asksConsent: true, consents: [{ scene: 'publicity', personKind: 'key', givenOn: '2026-11-18', evidence: `${key.name}当面说的` }] });
    expect(await reading(manager, (ctx) => getPersonal(ctx, 'member', own.membershipId))).toMatchObject({ asksConsent: true, consents: [{ scene: 'mentors', personKind: 'member' }] });
    expect(await reading(manager, (ctx) => getPersonal(ctx, 'member', staff.membershipId))).toMatchObject({ asksConsent: false, consents: [] });

    await forgotten(center, manager, 'key', keyId, [key.name]);
    expect((await reading(manager, (ctx) => listConsents(ctx, 10))).map((one) => one.personKind)).toEqual(['member']);
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, own.membershipId));
    await as(manager, (ctx) => erasePerson(ctx, { kind: 'member', person: own.membershipId, reason: 'asked', ...nobodyElse }), at(70));
    expect(await owner().$count(personalConsents, eq(personalConsents.centerId, center))).toBe(0);
  });
});

test.each<[string, string | undefined, ReturnType<typeof consentDayProblem>]>([
  ['2026-11-20', undefined, null],
  ['2026-11-21', undefined, 'personal.later'],
  ['2026-11-01', '2026-11-01', null],
  ['2026-10-31', '2026-11-01', 'personal.beforeGiven'],
  ['2026-11-21', '2026-11-01', 'personal.later'],
])('on 2026-11-20 the day %s of what was given on %s: %s', (day, given, problem) => expect(consentDayProblem(day, '2026-11-20', given)).toBe(problem));

/** Nobody else in the center is called so, and no number is used twice. */
function somebody() {
  serial += 1;
  return { name: `举世无双${serial}号周洋`, phone: `1370${String(process.pid).padStart(5, '0').slice(-5)}${String(serial).padStart(2, '0')}`, email: `zhou${process.pid}x${serial}@b.cn` };
}

/** Erases, and finds nothing afterwards but what was there of others; the chain holds. */
async function forgotten(center: string, manager: MemberActor, kind: PersonKind, person: string, signs: string[]) {
  for (const sign of signs) expect((await whereIs(sign, center)).length, sign).toBeGreaterThan(0);
  await sealed(center);
  await as(manager, (ctx) => erasePerson(ctx, { kind, person, reason: 'asked', ...nobodyElse }), at(60));
  for (const sign of signs) expect(await whereIs(sign, center), sign).toEqual([]);
  expect((await sealed(center)).broken).toBeNull();
  expect(await owner().$count(personalErasures, eq(personalErasures.centerId, center))).toBe(1);
  await expect(as(manager, (ctx) => erasePerson(ctx, { kind, person: newId(), reason: 'asked', ...nobodyElse }))).rejects.toThrow('notFound');
}

async function account(who: { name: string; phone: string; email: string }): Promise<string> {
  const personId = newId();
  await owner().insert(persons).values({ id: personId, ...who });
  await owner().insert(sessions).values({ id: newId(), personId, createdAt: testNow, lastSeenAt: testNow, expiresAt: testNow, device: '手机', address: '10.0.0.9' });
  return personId;
}

describe('deletion begins wherever somebody is known', () => {
  test('a key person of a company: the file, its sheets, what was written about them, and their seat as a contact', { timeout: SEALING_TIMEOUT }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const company = await makeCompany(center, { name: '兰州关键有限公司' });
    const who = somebody();
    await as(manager, (ctx) => addPerson(ctx, { company, name: who.name, title: '首席科学家', degree: 'doctor', founder: true }), at(1));
    await as(manager, (ctx) => saveContact(ctx, { company, name: who.name, title: '', phone: null, email: null, isPrimary: true }), at(1));
    await as(manager, (ctx) => addNote(ctx, { company, body: `${who.name}下周来谈中试` }), at(2));
    const [key] = await owner().select().from(companyPeople).where(eq(companyPeople.companyId, company));
    expect((await reading(manager, (ctx) => findPeople(ctx, who.name, 10))).map((one) => one.kind)).toEqual(['contact', 'key']);
    await forgotten(center, manager, 'key', key?.id ?? '', [who.name]);
    expect(await owner().$count(companyPeople, eq(companyPeople.companyId, company))).toBe(0);
    expect(await owner().$count(companyContacts, eq(companyContacts.companyId, company))).toBe(0);
  });

  test('an applicant: not before the decision; then the account, the application and its papers', { timeout: SEALING_TIMEOUT }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const who = somebody();
    const personId = await account(who);
    const [applicant, application] = [newId(), newId()];
    await owner().insert(applicants).values({ centerId: center, id: applicant, personId, name: who.name, consentedAt: testNow, consentVersion: '2026-01' });
    await owner().insert(applications).values({ centerId: center, id: application, state: 'submitted', personId, name: '甘肃申请有限公司', contactName: who.name, contactPhone: who.phone, contactEmail: who.email });
    await as(manager, (ctx) => storeGenerated(ctx, { name: `${who.name}简历.txt`, type: 'text/plain', bytes: Buffer.from(who.phone) }, { subject: { type: 'application', id: application }, audience: 'center' }), at(1));
    expect(await reading(manager, (ctx) => findPeople(ctx, who.phone, 10))).toMatchObject([{ kind: 'applicant', id: applicant }]);
    expect(await reading(manager, (ctx) => getPersonal(ctx, 'applicant', applicant))).toMatchObject({ person: { phone: who.phone, consent: { version: '2026-01' } }, hindrance: 'personal.stillApplying' });
    await expect(as(manager, (ctx) => erasePerson(ctx, { kind: 'applicant', person: applicant, reason: 'asked', ...nobodyElse }))).rejects.toThrow('personal.stillApplying');
    await owner().update(applications).set({ state: 'refused' }).where(eq(applications.id, application));
    await forgotten(center, manager, 'applicant', applicant, [who.name, who.phone, who.email]);
    expect((await owner().select().from(applications).where(eq(applications.id, application)))[0]).toMatchObject({ name: '甘肃申请有限公司', contactPhone: null });
    const [job] = await client(async (one) => (await one.query<{ payload: { contents: string[] } }>("select payload from outbox where center_id = $1 and topic = 'files.forget'", [center])).rows);
    expect(job?.payload.contents).toHaveLength(1);
  });

  test.each(['company_member', 'mentor', 'liaison', 'counsellor'] as const)('a %s who has gone, and not before: the way in, the sessions, the name in all that they did', { timeout: SEALING_TIMEOUT }, async (role) => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const company = await makeCompany(center, { name: '兰州往事有限公司' });
    const who = somebody();
    const personId = await account(who);
    const member = await makeMember(center, role, { personId, name: who.name, companyId: role === 'company_member' ? company : null });
    await as(manager, (ctx) => addNote(ctx, { company, body: `${who.name}（${who.phone}）交接完毕` }), at(2));
    if (role === 'liaison' || role === 'counsellor') {
      await as(member, (ctx) => addNote(ctx, { company, body: '走访过一次' }), at(3));
      await assign(center, company, role, member.membershipId);
    }
    await expect(as(manager, (ctx) => erasePerson(ctx, { kind: 'member', person: member.membershipId, reason: 'asked', ...nobodyElse }))).rejects.toThrow('personal.stillMember');
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, member.membershipId));
    await forgotten(center, manager, 'member', member.membershipId, [who.name, who.phone, who.email]);
    expect((await owner().select().from(sessions).where(eq(sessions.personId, personId)))[0]).toMatchObject({ device: '', address: null });
    expect(await owner().$count(entries, and(eq(entries.centerId, center), eq(entries.membershipId, member.membershipId), ne(entries.actorName, '＊')))).toBe(0);
  });

  test('an account that another center knows stays there, and so does a name that somebody else bears', { timeout: SEALING_TIMEOUT }, async () => {
    const [center, other] = [await makeCenter(), await makeCenter()];
    const manager = await makeMember(center, 'manager');
    const who = somebody();
    const personId = await account(who);
    const gone = await makeMember(center, 'mentor', { personId, name: who.name });
    const elsewhere = await makeMember(other, 'mentor', { personId, name: who.name });
    const [mine, theirs] = [await makeCompany(center), await makeCompany(center)];
    await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: theirs, name: `${who.name}娜`, isPrimary: true });
    await as(manager, (ctx) => addNote(ctx, { company: theirs, body: `${who.name}娜来电` }), at(2));
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.personId, personId));
    await as(manager, (ctx) => erasePerson(ctx, { kind: 'member', person: gone.membershipId, reason: 'asked', ...nobodyElse }), at(10));
    expect((await owner().select().from(persons).where(eq(persons.id, personId)))[0]).toMatchObject(who);
    expect((await owner().select().from(memberships).where(eq(memberships.personId, personId)).orderBy(memberships.name)).map((one) => [one.id, one.name])).toEqual(expect.arrayContaining([[gone.membershipId, '＊'], [elsewhere.membershipId, who.name]]));
    expect(await whereIs(`${who.name}娜`, center)).toEqual(['company_contacts', 'company_notes']);
    expect(mine).not.toBe(theirs);
  });

  test('what the law keeps is kept and named', { timeout: SEALING_TIMEOUT }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const who = somebody();
    const mentor = await makeMember(center, 'mentor', { personId: await account(who), name: who.name });
    await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, mentor.membershipId));
    await owner().insert(documents).values({ centerId: center, id: newId(), kind: 'visit', number: '测字〔2026〕1号', title: '辅导记录', party: '某公司', issuedOn: '2026-01-01', content: { mentor: who.name }, contentHash: 'x', code: newId(), checkCode: 'ABCD', subjectType: 'visit', subjectId: newId() });
    expect((await reading(manager, (ctx) => getPersonal(ctx, 'member', mentor.membershipId)))?.kept).toEqual(['测字〔2026〕1号']);
    await as(manager, (ctx) => erasePerson(ctx, { kind: 'member', person: mentor.membershipId, reason: 'asked', ...nobodyElse }), at(10));
    expect(await whereIs(who.name, center)).toEqual(['documents']);
  });

  test('a number that belongs to nobody known is found where it stands', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    await as(manager, async (ctx) => addNote(ctx, { company: await makeCompany(center), body: '身份证 620102199001011234' }));
    expect([...(await reading(manager, (ctx) => placesOf(ctx, '620102199001011234')))]).toEqual([['company_notes', 1]]);
    expect(await reading(manager, (ctx) => findPeople(ctx, '620102199001011234', 10))).toEqual([]);
  });
});

describe('of two people of one name in one company', () => {
  /** Two contacts of one name; a note that means the first, one that means the second, and what each of them did. */
  async function twins(name = '王秀兰王') {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const company = await makeCompany(center, { name: '兰州双名有限公司' });
    const [one, two] = [somebody(), somebody()];
    const add = (who: typeof one, title: string) => as(manager, (ctx) => saveContact(ctx, { company, name, title, phone: who.phone, email: null, isPrimary: false }), at(1));
    await add(one, '财务');
    await add(two, '总工');
    await as(manager, (ctx) => addNote(ctx, { company, body: `${name}（财务）说月底报税` }), at(2));
    await as(manager, (ctx) => addNote(ctx, { company, body: `${name}总工要看场地` }), at(3));
    await as(manager, (ctx) => addNote(ctx, { company, body: `请打${name} ${one.phone}` }), at(4));
    const rows = await owner().select().from(companyContacts).where(eq(companyContacts.companyId, company)).orderBy(companyContacts.position, companyContacts.id);
    const idOf = (phone: string) => rows.find((row) => row.phone === phone)?.id ?? '';
    return { center, manager, company, name, first: { ...one, id: idOf(one.phone) }, second: { ...two, id: idOf(two.phone) } };
  }
  const notes = async (center: string) => (await owner().select({ body: companyNotes.body }).from(companyNotes).where(eq(companyNotes.centerId, center)).orderBy(companyNotes.createdAt)).map((row) => row.body);

  test('what numbers and rows tell apart is told apart, the rest is asked, and only what was ticked goes', { timeout: SEALING_TIMEOUT }, async () => {
    const { center, manager, name, first, second } = await twins();
    await sealed(center);
    const held = await reading(manager, (ctx) => getPersonal(ctx, 'contact', first.id));
    expect(held?.namesakes.map((one) => one.name)).toEqual([name]);
    const asked = held?.mentions.open ?? [];
    expect(asked.filter((one) => one.table === 'company_notes').map((one) => one.text)).toEqual([`${name}（财务）说月底报税`, `${name}总工要看场地`]);
    expect(asked.some((one) => one.table === 'company_contacts')).toBe(false);
    const erase = (more: { told: boolean; mentions: string[] }) => as(manager, (ctx) => erasePerson(ctx, { kind: 'contact', person: first.id, reason: 'asked', ...more }), at(60));
    await expect(erase(nobodyElse)).rejects.toThrow('personal.sayWhich');
    await erase({ told: true, mentions: asked.filter((one) => one.text.includes('财务')).map((one) => one.place) });

    expect(await owner().select({ name: companyContacts.name, phone: companyContacts.phone }).from(companyContacts).where(eq(companyContacts.centerId, center))).toEqual([{ name, phone: second.phone }]);
    expect(await notes(center)).toEqual(['＊（财务）说月底报税', `${name}总工要看场地`, '请打＊ ＊']);
    expect(await whereIs(first.phone, center)).toEqual([]);
    expect((await whereIs(second.phone, center)).length).toBeGreaterThan(0);
    expect((await sealed(center)).broken).toBeNull();
    // The other one, alone by now, goes without a question.
    await as(manager, (ctx) => erasePerson(ctx, { kind: 'contact', person: second.id, reason: 'asked', ...nobodyElse }), at(70));
    expect(await whereIs(name, center)).toEqual([]);
    expect((await sealed(center)).broken).toBeNull();
  });

  test('a key person without a number is asked about with the contact of that name, who stays whole unless ticked', async () => {
    const { center, manager, company, name, first } = await twins();
    await as(manager, (ctx) => addPerson(ctx, { company, name, title: '首席科学家', degree: null, founder: false }), at(5));
    const [key] = await owner().select().from(companyPeople).where(eq(companyPeople.companyId, company));
    const held = await reading(manager, (ctx) => getPersonal(ctx, 'key', key?.id ?? ''));
    const contacts = (held?.mentions.open ?? []).filter((one) => one.table === 'company_contacts');
    expect(contacts.map((one) => one.text).sort()).toEqual([`${name} · 总工`, `${name} · 财务`].map((text) => expect.stringContaining(text) as string).sort());
    expect(contacts.every((one) => !one.text.includes(first.phone))).toBe(true);
    const erase = (mentions: string[]) => as(manager, (ctx) => erasePerson(ctx, { kind: 'key', person: key?.id ?? '', reason: 'asked', told: true, mentions }), at(60));
    await erase(contacts.filter((one) => one.text.includes('总工')).map((one) => one.place));
    expect(await owner().select({ name: companyContacts.name, phone: companyContacts.phone }).from(companyContacts).where(eq(companyContacts.centerId, center))).toEqual([{ name, phone: first.phone }]);
    expect(await owner().$count(companyPeople, eq(companyPeople.companyId, company))).toBe(0);
  });

  test('the sheet that brought one of them stays when the other goes, and goes with its own', { timeout: SEALING_TIMEOUT }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const company = await makeCompany(center, { name: '兰州双名有限公司' });
    const [name, one, two] = ['李双双名', somebody(), somebody()];
    const csv = `企业名称,姓名,职务,电话\n兰州双名有限公司,${name},财务,${one.phone}\n`;
    const batch = await as(manager, async (ctx) => {
      const id = newId();
      const file = await storeGenerated(ctx, { name: `双名${one.phone}.csv`, type: 'text/csv', bytes: Buffer.from(csv) }, { subject: { type: 'import-contacts', id }, audience: 'center' });
      return (await startImport(ctx, { kind: 'contacts', file, id })).id;
    });
    await checkImport(taskOf(manager), batch);
    await as(manager, (ctx) => confirmImport(ctx, { batch }));
    await applyImport(taskOf(manager), batch);
    for (const who of [two, somebody()]) await as(manager, (ctx) => saveContact(ctx, { company, name, title: '', phone: who.phone, email: null, isPrimary: false }), at(5));
    const idOf = async (phone: string) => (await owner().select({ id: companyContacts.id }).from(companyContacts).where(eq(companyContacts.phone, phone)))[0]?.id ?? '';
    const imported = async () => (await client((it) => it.query<{ text: string }>('select values::text as text from import_rows where batch_id = $1', [batch]))).rows.map(({ text }) => [text.includes(name), text.includes(one.phone)]);
    const uploads = async () => client(async (it) => (await it.query('select 1 from import_batches b join files f on f.id = b.file_id join file_contents c on c.center_id = f.center_id and c.sha256 = f.sha256 where b.id = $1 and c.size > 20', [batch])).rowCount);
    const erase = async (phone: string) => as(manager, async (ctx) => erasePerson(ctx, { kind: 'contact', person: await idOf(phone), reason: 'asked', told: true, mentions: [] }), at(60));
    await erase(two.phone);
    expect([await imported(), await uploads()]).toEqual([[[true, true]], 1]);
    await erase(one.phone);
    expect([await imported(), await uploads()]).toEqual([[[false, false]], 0]);
    expect(await owner().$count(companyContacts, and(eq(companyContacts.companyId, company), eq(companyContacts.name, name)))).toBe(1);
    expect((await sealed(center)).broken).toBeNull();
  });

  test('an account of that name is somebody else’s, and keeps its name', async () => {
    const { center, manager, company, name, first } = await twins();
    const own = await makeMember(center, 'company_owner', { companyId: company, name });
    await as(own, (ctx) => saveContact(ctx, { company, name: '别人', title: '', phone: null, email: null, isPrimary: false }), at(6));
    await as(manager, (ctx) => erasePerson(ctx, { kind: 'contact', person: first.id, reason: 'asked', told: true, mentions: [] }), at(60));
    expect((await owner().select({ name: memberships.name }).from(memberships).where(eq(memberships.id, own.membershipId)))[0]?.name).toBe(name);
    expect(await owner().$count(entries, and(eq(entries.centerId, center), eq(entries.actorName, name)))).toBeGreaterThan(0);
  });
});

test.each<[string, Record<string, unknown>, 'mine' | 'other' | 'open']>([
  ['my number in it', { note: '王刚 13800000001' }, 'mine'],
  ['the other’s number in it', { note: '王刚 13800000002' }, 'other'],
  ['both in it', { note: '王刚 13800000001 13800000002' }, 'open'],
  ['none in it', { note: '王刚来过' }, 'open'],
  ['my own row', { id: 'a', name: '王刚' }, 'mine'],
  ['about the other’s row', { subject_id: 'b', data: {} }, 'other'],
  ['written by the other', { id: 'x', created_by: 'b', body: '王刚来过' }, 'open'],
])('a row with a shared name, %s', (_what, line, whose) => expect(whoseMention(line, { numbers: ['13800000001'], ids: ['a'] }, { numbers: ['13800000002'], ids: ['b'] })).toBe(whose));

test('contacts of companies and accounts gone for three years are due, applicants who came to nothing after two', async () => {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  for (const [name, leftOn] of [['早走', '2023-11-20'], ['晚走', '2023-11-21']] as const) {
    const company = await makeCompany(center, { name, state: 'exited', admittedOn: '2020-01-01', leftOn });
    await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: company, name: '某人', isPrimary: true });
  }
  for (const [name, ended] of [['早退', '2022-01-05'], ['晚退', '2025-01-05']] as const) {
    const member = await makeMember(center, 'mentor', { name });
    await owner().update(memberships).set({ endedAt: new Date(`${ended}T04:00:00Z`) }).where(eq(memberships.id, member.membershipId));
  }
  for (const [name, registered] of [['早申请', '2024-11-20'], ['晚申请', '2024-11-21']] as const) {
    await owner().insert(applicants).values({ centerId: center, id: newId(), personId: await account({ ...somebody(), name }), name, consentedAt: testNow, consentVersion: '2026-01', createdAt: new Date(`${registered}T04:00:00Z`) });
  }
  expect((await reading(manager, (ctx) => peopleDue(ctx, 10))).map((row) => [row.kind, row.company ?? row.name, row.goneOn])).toEqual([['member', '早退', '2022-01-05'], ['contact', '早走', '2023-11-20'], ['applicant', '早申请', '2024-11-20']]);
});
