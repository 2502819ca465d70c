import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { carriers, companies, companyAssignments, companyContacts } from '@/db/schema/companies';
import { outbox } from '@/db/schema/jobs';
import { invitations } from '@/db/schema/people';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { creditCodeDigit, organisationDigit } from '@/lib/kernel/credit-code';
import { assignAll, assignMany, assignTrio } from './commands/assign-trio';
import { addCarrier, closeCarrier } from './commands/carriers';
import { removeContact, revealContact, saveContact } from './commands/contacts';
import { inviteContacts } from './commands/invite';
import { createCompany, editCompany } from './commands/write-company';
import { CompanyFields, ContactFields, CreateCompany, EditCompany } from './inputs';
import { contactsOf, getCompany } from './queries/file';
import { contactsToInvite } from './queries/invite';

const first17 = `91620199MA000123${organisationDigit('MA000123')}`;
const CODE = first17 + creditCodeDigit(first17);
const fields = (typed: Record<string, string>) => CreateCompany.parse({ state: 'incubating', ...typed });

async function setting() {
  const center = await makeCenter();
  return { center, director: await makeMember(center, 'director'), liaison: await makeMember(center, 'liaison') };
}

describe('a company’s file', () => {
  test('is made with everything the form asks, and its making is recorded', async () => {
    const { center, liaison } = await setting();
    const { id } = await as(liaison, (ctx) => createCompany(ctx, fields({ name: ' 兰州（甲）科技　有限公司 ', creditCode: ` ${CODE.toLowerCase()} `, registeredCapital: '120.5', area: '86.50', tags: '高企，规上', establishedOn: '2020年3月1日' })));
    const [row] = await owner().select().from(companies).where(eq(companies.id, id));
    expect(row).toMatchObject({ name: '兰州（甲）科技 有限公司', creditCode: CODE, registeredCapitalFen: 120_500_000n, area: 8_650, tags: ['高企', '规上'], establishedOn: '2020-03-01', pinyin: 'lzjkjyxgs' });
    expect(await owner().$count(entries, and(eq(entries.centerId, center), eq(entries.name, 'company.created')))).toBe(1);
  });

  test.each([
    [{ name: '甲甲', creditCode: `${CODE.slice(0, 17)}${CODE.endsWith('A') ? 'B' : 'A'}` }, 'creditCode.checkDigit'],
    [{ name: '甲甲', creditCode: '12345' }, 'creditCode.length'],
    [{ name: '' }, 'required'],
    [{ name: '甲甲', registeredCapital: '-1' }, 'negativeAmount'],
    [{ name: '甲甲', registeredCapital: '若干' }, 'invalidWan'],
    [{ name: '甲甲', establishedOn: '1899-01-01' }, 'invalidDate'],
  ])('%j is refused: %s', (typed, key) => {
    const parsed = CompanyFields.safeParse({ state: 'incubating', ...typed });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.message)).toContain(key);
  });

  test('of a company that has left is opened by those who decide that of others, with its days', async () => {
    const { center, director, liaison } = await setting();
    const manager = await makeMember(center, 'manager');
    const open = (actor: MemberActor, state: string, days: Record<string, string> = { admittedOn: '2020-03-01', leftOn: '2023-03-01' }) => as(actor, (ctx) => createCompany(ctx, fields({ name: `${state}${actor.role}科技公司`, state, ...days })));
    for (const state of ['graduated', 'exited', 'removed']) await expect(open(liaison, state)).rejects.toMatchObject({ code: 'company.leavingNotYours', options: { field: 'state' } });
    await expect(open(manager, 'removed')).rejects.toMatchObject({ code: 'company.leavingNotYours' });
    await expect(open(manager, 'graduated', {})).rejects.toMatchObject({ code: 'required', options: { field: 'admittedOn' } });
    await expect(open(manager, 'graduated', { admittedOn: '2020-03-01' })).rejects.toMatchObject({ code: 'required', options: { field: 'leftOn' } });
    for (const [actor, state] of [[manager, 'graduated'], [director, 'removed']] as const) await open(actor, state);
  });

  test.each([['1900-01-01', 'company.tooEarly'], ['2030-01-01', 'company.establishedLater']])('a company established on %s is refused as a sheet refuses it', async (establishedOn, code) => {
    const { liaison } = await setting();
    await expect(as(liaison, (ctx) => createCompany(ctx, fields({ name: '年份抄错公司', establishedOn })))).rejects.toMatchObject({ code, options: { field: 'establishedOn' } });
  });

  test('a second file of the same name, however it is written, or of the same code is refused by name', async () => {
    const { liaison } = await setting();
    await as(liaison, (ctx) => createCompany(ctx, fields({ name: '兰州(乙)有限公司', creditCode: CODE })));
    await expect(as(liaison, (ctx) => createCompany(ctx, fields({ name: '兰州（乙） 有限公司' })))).rejects.toMatchObject({ code: 'company.nameTaken', options: { field: 'name' } });
    await expect(as(liaison, (ctx) => createCompany(ctx, fields({ name: '别的公司', creditCode: CODE })))).rejects.toMatchObject({ code: 'company.codeTaken' });
  });

  test('capital that looks like yuan is asked about, and kept as typed once somebody looked at it', async () => {
    const { center, liaison } = await setting();
    const typed = { name: '单位待核公司', registeredCapital: '5,000,000' };
    await expect(as(liaison, (ctx) => createCompany(ctx, fields(typed)))).rejects.toMatchObject({ code: 'company.capitalUnit', options: { field: 'sure', params: { typed: '5000000', meant: '500' } } });
    const { id } = await as(liaison, (ctx) => createCompany(ctx, fields({ ...typed, sure: 'on' })));
    const edit = (given: Record<string, string>) => EditCompany.parse({ company: id, version: 1, name: '单位待核公司', ...given });
    // What was looked at once isn't asked again as long as it stays.
    expect(await as(liaison, (ctx) => editCompany(ctx, edit({ registeredCapital: '5000000', address: '雁滩路' })))).toMatchObject({ version: 2 });
    const other = await makeCompany(center, { name: '实缴已有公司', paidInCapitalFen: 100_000_000n, registeredCapitalFen: 100_000_000n });
    const change = (given: Record<string, string>) => as(liaison, (ctx) => editCompany(ctx, EditCompany.parse({ company: other, version: 1, name: '实缴已有公司', ...given })));
    await expect(change({ registeredCapital: '1000000' })).rejects.toMatchObject({ code: 'company.capitalUnit', options: { params: { meant: '100' } } });
    await expect(change({ registeredCapital: '0.01' })).rejects.toMatchObject({ code: 'company.capitalUnit', options: { params: { meant: '100' } } });
    expect(await change({ registeredCapital: '1000000', sure: 'on' })).toMatchObject({ version: 2 });
  });

  test('the second of two editors is told who was first, and nothing of theirs is written', async () => {
    const { center, director, liaison } = await setting();
    const company = await makeCompany(center, { name: '两人同改公司' });
    const edit = (typed: Record<string, string>) => EditCompany.parse({ company, version: 1, state: 'incubating', name: '两人同改公司', ...typed });
    expect(await as(director, (ctx) => editCompany(ctx, edit({ address: '雁滩路' })))).toMatchObject({ version: 2 });
    await expect(as(liaison, (ctx) => editCompany(ctx, edit({ address: '榆中' })))).rejects.toMatchObject({ code: 'staleBy', options: { params: { who: director.name } } });
    expect(await reading(liaison, (ctx) => getCompany(ctx, company))).toMatchObject({ address: '雁滩路', updatedBy: director.name });
  });

  test('finance, mentors, companies and other centers can’t write it', async () => {
    const { center } = await setting();
    const company = await makeCompany(center);
    const input = EditCompany.parse({ company, version: 1, name: '改名公司', state: 'incubating' });
    await expect(as(await makeMember(center, 'finance'), (ctx) => editCompany(ctx, input))).rejects.toThrow('forbidden');
    await expect(as(await makeMember(center, 'company_owner', { companyId: company }), (ctx) => editCompany(ctx, input))).rejects.toThrow('forbidden');
    await expect(as(await makeMember(await makeCenter(), 'director'), (ctx) => editCompany(ctx, input))).rejects.toThrow('notFound');
  });
});

describe('contacts', () => {
  const contact = (typed: Record<string, string>) => ContactFields.parse({ name: '马丽', ...typed });

  test('are masked to the desk until somebody says why, for ten minutes and for themselves alone', async () => {
    const { center, director, liaison } = await setting();
    const company = await makeCompany(center);
    await as(liaison, (ctx) => saveContact(ctx, contact({ company, phone: '138 0000 1234' })));
    const [masked] = await reading(liaison, (ctx) => contactsOf(ctx, company));
    expect(masked).toMatchObject({ phone: '138****1234', isPrimary: true });
    await as(liaison, (ctx) => revealContact(ctx, { contact: masked?.id ?? '', reason: '通知领取证照' }));
    expect((await reading(liaison, (ctx) => contactsOf(ctx, company)))[0]?.phone).toBe('13800001234');
    expect((await reading(director, (ctx) => contactsOf(ctx, company)))[0]?.phone).toBe('138****1234');
    const later = new Date(testNow.getTime() + 11 * 60_000);
    expect((await reading(liaison, (ctx) => contactsOf(ctx, company), later))[0]?.phone).toBe('138****1234');
    const [entry] = await owner().select().from(entries).where(and(eq(entries.centerId, center), eq(entries.name, 'field.revealed')));
    expect(entry).toMatchObject({ forCompany: false, data: { reason: '通知领取证照' } });
  });

  test('a mask sent back leaves the number as it is; the company keeps its own, and only its own', async () => {
    const { center } = await setting();
    const [company, other] = [await makeCompany(center), await makeCompany(center)];
    const member = await makeMember(center, 'company_member', { companyId: company });
    await as(member, (ctx) => saveContact(ctx, contact({ company, phone: '13800001234' })));
    const [saved] = await reading(member, (ctx) => contactsOf(ctx, company, true));
    await as(member, (ctx) => saveContact(ctx, { ...contact({ company, phone: '138****1234', name: '马丽丽' }), contact: saved?.id, version: 1 }));
    expect((await reading(member, (ctx) => contactsOf(ctx, company, true)))[0]).toMatchObject({ name: '马丽丽', phone: '13800001234', isPrimary: true });
    await expect(as(member, (ctx) => saveContact(ctx, contact({ company: other })))).rejects.toThrow('notFound');
  });

  test('one is the main one: another takes its place, also when it is removed', async () => {
    const { center, liaison } = await setting();
    const company = await makeCompany(center);
    await as(liaison, (ctx) => saveContact(ctx, contact({ company, name: '甲' })));
    await as(liaison, (ctx) => saveContact(ctx, contact({ company, name: '乙', isPrimary: 'on' })));
    const [main] = await reading(liaison, (ctx) => contactsOf(ctx, company));
    expect(main).toMatchObject({ name: '乙', isPrimary: true });
    await as(liaison, (ctx) => removeContact(ctx, { contact: main?.id ?? '' }));
    expect(await reading(liaison, (ctx) => contactsOf(ctx, company))).toMatchObject([{ name: '甲', isPrimary: true }]);
  });
});

describe('who looks after a company', () => {
  test('is a chain of dated rows, and those concerned are told', async () => {
    const { center, director, liaison } = await setting();
    const company = await makeCompany(center);
    await assign(center, company, 'liaison', director.membershipId, '2026-01-01');
    await as(director, (ctx) => assignTrio(ctx, { company, role: 'liaison', membership: liaison.membershipId }));
    const rows = await owner().select().from(companyAssignments).where(eq(companyAssignments.companyId, company)).orderBy(companyAssignments.fromOn);
    expect(rows).toMatchObject([
      { membershipId: director.membershipId, untilOn: '2026-11-19' },
      { membershipId: liaison.membershipId, fromOn: '2026-11-20', untilOn: null },
    ]);
    expect(await owner().$count(outbox, and(eq(outbox.centerId, center), eq(outbox.topic, 'entry.told')))).toBe(1);
    expect(await as(director, (ctx) => assignTrio(ctx, { company, role: 'liaison', membership: liaison.membershipId }))).toEqual({ changed: 0 });
    expect(await as(director, (ctx) => assignTrio(ctx, { company, role: 'liaison', membership: null }))).toEqual({ changed: 1 });
    expect(await owner().$count(companyAssignments, and(eq(companyAssignments.companyId, company), isNull(companyAssignments.untilOn)))).toBe(0);
  });

  test('everybody a list shows changes as one batch: an entry each, one for the batch, and the person is told once', async () => {
    const { center, director, liaison } = await setting();
    for (let n = 0; n < 150; n += 1) await makeCompany(center, { state: n < 120 ? 'incubating' : 'graduated' });
    const given = { list: '?state=incubating&size=20', role: 'liaison', membership: liaison.membershipId } as const;
    await expect(as(director, (ctx) => assignAll(ctx, { ...given, expected: 119 }))).rejects.toMatchObject({ code: 'company.listMoved' });
    await expect(as(liaison, (ctx) => assignAll(ctx, { ...given, expected: 120 }))).rejects.toThrow('forbidden');
    expect(await as(director, (ctx) => assignAll(ctx, { ...given, expected: 120 }))).toEqual({ changed: 120 });
    const named = async (name: string) => owner().$count(entries, and(eq(entries.centerId, center), eq(entries.name, name)));
    expect([await named('company.assigned'), await named('company.assignedMany')]).toEqual([120, 1]);
    expect(await owner().$count(outbox, and(eq(outbox.centerId, center), eq(outbox.topic, 'entry.told')))).toBe(1);
    expect(await as(director, (ctx) => assignAll(ctx, { ...given, expected: 120 }))).toEqual({ changed: 0 });
  });

  test('many at once change together; who can’t serve, or may not decide, changes nothing', async () => {
    const { center, director, liaison } = await setting();
    const mentor = await makeMember(center, 'mentor');
    const ids = [await makeCompany(center), await makeCompany(center), await makeCompany(center)];
    expect(await as(director, (ctx) => assignMany(ctx, { companies: ids, role: 'mentor', membership: mentor.membershipId }))).toEqual({ changed: 3 });
    await expect(as(director, (ctx) => assignMany(ctx, { companies: ids, role: 'liaison', membership: mentor.membershipId }))).rejects.toMatchObject({ code: 'company.cannotServe' });
    await expect(as(liaison, (ctx) => assignMany(ctx, { companies: ids, role: 'liaison', membership: liaison.membershipId }))).rejects.toThrow('forbidden');
    const foreign = await makeCompany(await makeCenter());
    await expect(as(director, (ctx) => assignMany(ctx, { companies: [foreign], role: 'liaison', membership: liaison.membershipId }))).rejects.toThrow('notFound');
  });
});

test('main contacts of companies without a login are invited together, each once', async () => {
  const { center, liaison } = await setting();
  const [a, b, c] = [await makeCompany(center), await makeCompany(center), await makeCompany(center)];
  for (const [company, phone] of [[a, '13800000001'], [b, '13800000002'], [c, '0931-8500000']] as const) {
    await as(liaison, (ctx) => saveContact(ctx, ContactFields.parse({ company, name: '联系人', phone })));
  }
  await makeMember(center, 'company_owner', { companyId: b });
  const invitees = await reading(liaison, (ctx) => contactsToInvite(ctx, 10));
  expect(invitees).toMatchObject([{ company: a, phone: '138****0001' }]);
  expect(await as(liaison, (ctx) => inviteContacts(ctx, { contacts: invitees.map((one) => one.contact) }))).toEqual({ sent: 1, skipped: 0 });
  expect(await reading(liaison, (ctx) => contactsToInvite(ctx, 10))).toEqual([]);
  const [made] = await owner().select().from(invitations).where(eq(invitations.centerId, center));
  expect(made).toMatchObject({ companyId: a, role: 'company_owner', phone: '13800000001' });
  const contacts = await owner().select({ id: companyContacts.id }).from(companyContacts).where(eq(companyContacts.companyId, a));
  expect(await as(liaison, (ctx) => inviteContacts(ctx, { contacts: contacts.map((one) => one.id) }))).toEqual({ sent: 0, skipped: 1 });
});

test('a carrier is added once and closed by those who keep them', async () => {
  const { center, director, liaison } = await setting();
  const { id } = await as(director, (ctx) => addCarrier(ctx, { name: '留创园', kind: 'incubator', campus: '' }));
  await expect(as(director, (ctx) => addCarrier(ctx, { name: '留创园', kind: 'park', campus: '' }))).rejects.toMatchObject({ code: 'alreadyExists' });
  await expect(as(liaison, (ctx) => closeCarrier(ctx, { carrier: id }))).rejects.toThrow('forbidden');
  await as(director, (ctx) => closeCarrier(ctx, { carrier: id }));
  const [row] = await owner().select().from(carriers).where(eq(carriers.centerId, center));
  expect(row?.closedOn).toBe('2026-11-20');
});
