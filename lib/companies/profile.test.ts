import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companies } from '@/db/schema/companies';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { timelineOf } from '@/lib/audit/queries';
import type { MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError, StaleError } from '@/lib/kernel/errors';
import { addFormerName, removeFormerName } from './commands/former-names';
import { addAccount, addNote, addPerson, addRelation, removePart, revealAccount } from './commands/keep-parts';
import { acceptProposal, proposeChange, refuseProposal, saveProfile, withdrawProposal } from './commands/save-profile';
import { editCompany } from './commands/write-company';
import { EditCompany } from './inputs';
import { AcceptProposal, AddAccount, AddFormerName, AddNote, AddPerson, AddRelation, ProposeChange, RemoveFormerName, SaveProfile, techFields } from './inputs/profile';
import { getCompany } from './queries/file';
import { profileOf, proposalsOf } from './queries/profile';
import { searchCompanies } from './queries/search';
import { capitalMeant, isCapitalSuspicious, renamingProblem } from './rules/profile';
import zh from '../kernel/messages/zh-CN/profile.json' with { type: 'json' };

async function setting() {
  const center = await makeCenter();
  const company = await makeCompany(center, { name: '甘肃演示科技有限公司', registeredCapitalFen: 100_000_000n });
  return { center, company, boss: await makeMember(center, 'company_owner', { companyId: company }), clerk: await makeMember(center, 'company_member', { companyId: company }), liaison: await makeMember(center, 'liaison', { name: '李联络' }), mentor: await makeMember(center, 'mentor') };
}
const proposal = (company: string, more: Record<string, unknown> = {}) => ProposeChange.parse({ company, name: '甘肃演示科技有限公司', registeredCapital: '100', ...more });

test('the eight technical fields are worded as the rules print them', () => {
  expect(techFields.map((key) => zh.techFields[key])).toEqual(['电子信息', '生物与新医药', '航空航天', '新材料', '高技术服务', '新能源与节能', '资源与环境', '先进制造与自动化']);
});

test.each<[string, string, string | null, string | null, string | null]>([
  ['today', '2026-11-20', null, null, null],
  ['tomorrow', '2026-11-21', null, null, 'company.renamedLater'],
  ['on the day it was founded', '2015-01-01', '2015-01-01', null, null],
  ['the day before', '2014-12-31', '2015-01-01', null, 'company.renamedBeforeFounded'],
  ['on the day the name before ended', '2019-03-01', '2015-01-01', '2019-03-01', null],
  ['earlier', '2019-02-28', '2015-01-01', '2019-03-01', 'company.renamedBeforeLast'],
  ['long ago, nothing known', '1999-01-01', null, null, null],
])('renamed %s', (_what, on, establishedOn, lastUntil, problem) => expect(renamingProblem(on, { today: '2026-11-20', establishedOn, lastUntil })).toBe(problem));

/** In fen: 万元 × 1,000,000. */
test.each<[string, bigint | null, bigint | null, bigint | null, bigint | null]>([
  ['nothing typed', null, null, null, null],
  ['five million, and nothing else known', 500_000_000n, null, null, null],
  ['just below a billion yuan', 99_999_999_999n, null, null, null],
  ['a billion yuan: a hundred thousand was meant', 100_000_000_000n, null, null, 10_000_000n],
  ['ten thousand times what is paid in', 1_000_000_000_000n, 100_000_000n, null, 100_000_000n],
  ['far more than what is paid in, as a late payer may have it', 100_000_000n, 1_000_000n, null, null],
  ['a thousandth of what is paid in', 10_000n, 100_000_000n, null, 100_000_000n],
  ['ten thousand times what it was', 50_000_000_000n, null, 5_000_000n, 5_000_000n],
  ['a ten-thousandth of what it was', 500n, null, 5_000_000n, 5_000_000n],
  ['doubled', 10_000_000n, 5_000_000n, 5_000_000n, null],
])('registered capital, %s', (_what, registered, paidIn, before, meant) => expect(capitalMeant(registered, { paidIn, before })).toBe(meant));

test.each<[bigint | null, bigint | null, boolean]>([[100n, 100n, false], [99_999n, 100n, false], [100_000n, 100n, true], [1n, 10_000n, true], [null, 100n, false], [0n, 100n, false]])('paid-in %s beside registered %s is suspicious: %s', (paid, registered, suspicious) => {
  expect(isCapitalSuspicious(paid, registered)).toBe(suspicious);
});

describe('the profile', () => {
  test('is written by staff, whose second editor is told', async () => {
    const { company, liaison } = await setting();
    const typed = SaveProfile.parse({ company, version: 1, industryDivision: '27', techField: 'biomedicine', paidInCapital: '80', founderTraits: ['student'] });
    await as(liaison, (ctx) => saveProfile(ctx, typed));
    await expect(as(liaison, (ctx) => saveProfile(ctx, { ...typed, techField: null }))).rejects.toThrow(StaleError);
    const [row] = await owner().select().from(companies).where(eq(companies.id, company));
    expect(row).toMatchObject({ industrySection: 'C', industryDivision: '27', techField: 'biomedicine', paidInCapitalFen: 80_000_000n });
    await expect(as(liaison, (ctx) => saveProfile(ctx, { ...typed, version: 2, paidInCapital: 800_000_000_000n }))).rejects.toMatchObject({ code: 'profile.capitalUnit' });
    expect(SaveProfile.safeParse({ company, version: 1, industryDivision: '98' }).success).toBe(false);
  });

  test('renaming leaves the former name', async () => {
    const { company, liaison } = await setting();
    await as(liaison, (ctx) => editCompany(ctx, EditCompany.parse({ company, version: 1, name: '甘肃新名科技有限公司', state: 'incubating' })));
    expect((await reading(liaison, (ctx) => profileOf(ctx, company))).names).toMatchObject([{ name: '甘肃演示科技有限公司', untilOn: '2026-11-20' }]);
  });

  test('a renaming is of the day on which the new name began, which its sentence says', async () => {
    const { company, liaison } = await setting();
    const rename = (version: number, name: string, renamedOn: string, establishedOn = '2015-01-01') => as(liaison, (ctx) => editCompany(ctx, EditCompany.parse({ company, version, name, renamedOn, establishedOn })));
    await expect(rename(1, '甘肃新名科技有限公司', '2026-11-21')).rejects.toMatchObject({ code: 'company.renamedLater', options: { field: 'renamedOn' } });
    await expect(rename(1, '甘肃新名科技有限公司', '2014-12-31')).rejects.toMatchObject({ code: 'company.renamedBeforeFounded' });
    await expect(rename(1, '甘肃演示科技有限公司', '2019-03-01')).rejects.toMatchObject({ code: 'company.notRenamed' });
    await rename(1, '甘肃新名科技有限公司', '2019-03-01');
    await expect(rename(2, '甘肃再改科技有限公司', '2019-02-28')).rejects.toMatchObject({ code: 'company.renamedBeforeLast', options: { params: { last: '2019-03-01' } } });
    await rename(2, '甘肃再改科技有限公司', '');
    expect((await reading(liaison, (ctx) => profileOf(ctx, company))).names).toMatchObject([{ name: '甘肃新名科技有限公司', untilOn: '2026-11-20' }, { name: '甘肃演示科技有限公司', untilOn: '2019-03-01' }]);
    const said = (await reading(liaison, (ctx) => timelineOf(ctx, { companyId: company }, 50))).filter((entry) => entry.name.startsWith('company.renamed'));
    expect(said.map((entry) => [entry.name, entry.data])).toEqual([
      ['company.renamed', { companyId: company, company: '甘肃再改科技有限公司', previous: '甘肃新名科技有限公司' }],
      ['company.renamedEarlier', { companyId: company, company: '甘肃新名科技有限公司', previous: '甘肃演示科技有限公司', on: '2019-03-01' }],
    ]);
  });
});

describe('a former name', () => {
  test('from before is entered with its day, found by a search, and taken out when it was a mistake', async () => {
    const { company, boss, liaison } = await setting();
    const add = (formerName: string, untilOn: string, actor: MemberActor = liaison) => as(actor, (ctx) => addFormerName(ctx, AddFormerName.parse({ company, formerName, untilOn })));
    await owner().update(companies).set({ establishedOn: '2015-01-01' }).where(eq(companies.id, company));
    await add('陇上旧名科技有限公司', '2018-05-06');
    await expect(add('陇上旧名科技有限公司', '2018-05-06')).rejects.toMatchObject({ code: 'alreadyExists', options: { field: 'formerName' } });
    await expect(add('更早的名称', '2014-01-01')).rejects.toMatchObject({ code: 'company.renamedBeforeFounded', options: { field: 'untilOn' } });
    await expect(add('以后的名称', '2026-11-21')).rejects.toMatchObject({ code: 'company.renamedLater' });
    await expect(add('企业自己填的', '2018-05-06', boss)).rejects.toThrow(ForbiddenError);
    expect(AddFormerName.safeParse({ company, formerName: '没有日期' }).success).toBe(false);
    const [name] = (await reading(liaison, (ctx) => profileOf(ctx, company))).names;
    expect(name).toMatchObject({ name: '陇上旧名科技有限公司', untilOn: '2018-05-06' });
    expect((await reading(liaison, (ctx) => searchCompanies(ctx, '陇上旧名', 8)))[0]?.id).toBe(company);
    const elsewhere = await makeMember(await makeCenter(), 'director');
    const remove = (actor: MemberActor) => as(actor, (ctx) => removeFormerName(ctx, RemoveFormerName.parse({ company, row: name?.id })));
    await expect(remove(elsewhere)).rejects.toThrow('notFound');
    await expect(remove(boss)).rejects.toThrow(ForbiddenError);
    await remove(liaison);
    expect((await reading(liaison, (ctx) => profileOf(ctx, company))).names).toEqual([]);
    const said = (await reading(liaison, (ctx) => timelineOf(ctx, { companyId: company }, 50))).filter((entry) => entry.name === 'company.formerKept');
    expect(said.map((entry) => [entry.data.act, entry.data.former, entry.data.until])).toEqual([['removed', '陇上旧名科技有限公司', '2018-05-06'], ['added', '陇上旧名科技有限公司', '2018-05-06']]);
  });
});

describe('a change the company proposes', () => {
  test('that renames is accepted with the day from which it holds', async () => {
    const { company, boss, liaison } = await setting();
    await as(boss, (ctx) => proposeChange(ctx, proposal(company, { name: '甘肃更名科技有限公司' })));
    const [open] = await reading(liaison, (ctx) => proposalsOf(ctx, company));
    const accept = (renamedOn: string) => as(liaison, (ctx) => acceptProposal(ctx, AcceptProposal.parse({ proposal: open?.id ?? '', renamedOn })));
    await expect(accept('2026-12-01')).rejects.toMatchObject({ code: 'company.renamedLater' });
    await accept('2026-10-08');
    expect((await reading(boss, (ctx) => profileOf(ctx, company))).names).toMatchObject([{ name: '甘肃演示科技有限公司', untilOn: '2026-10-08' }]);
  });

  test('waits, is accepted, and renames by the same way', async () => {
    const { center, company, boss, liaison } = await setting();
    await assign(center, company, 'liaison', liaison.membershipId);
    await as(boss, (ctx) => proposeChange(ctx, proposal(company, { name: '甘肃更名科技有限公司', taxpayerKind: 'general', founderTraits: ['serial'], paidInCapital: '50' })));
    expect(await reading(liaison, (ctx) => getCompany(ctx, company))).toMatchObject({ name: '甘肃演示科技有限公司' });
    const [open] = await reading(liaison, (ctx) => proposalsOf(ctx, company));
    expect(Object.keys(open?.changes ?? {}).sort()).toEqual(['founderTraits', 'name', 'paidInCapitalFen', 'taxpayerKind']);
    await as(liaison, (ctx) => acceptProposal(ctx, AcceptProposal.parse({ proposal: open?.id ?? '' })));
    expect(await reading(boss, (ctx) => getCompany(ctx, company))).toMatchObject({ name: '甘肃更名科技有限公司', taxpayerKind: 'general', founderTraits: ['serial'], paidInCapitalFen: 50_000_000n });
    expect((await reading(boss, (ctx) => profileOf(ctx, company))).names).toHaveLength(1);
    await expect(as(liaison, (ctx) => refuseProposal(ctx, { proposal: open?.id ?? '', reason: '太晚了吧' }))).rejects.toMatchObject({ code: 'profile.decided', options: { params: { who: '李联络' } } });
  });

  test('is not taken over blindly when the register moved on, and a newer one takes its place', async () => {
    const { company, boss, liaison } = await setting();
    await as(boss, (ctx) => proposeChange(ctx, proposal(company, { taxpayerKind: 'general' })));
    await as(boss, (ctx) => proposeChange(ctx, proposal(company, { techField: 'services' })));
    const all = await reading(boss, (ctx) => proposalsOf(ctx, company));
    expect(all.map((one) => one.state)).toEqual(['open', 'withdrawn']);
    await as(liaison, (ctx) => saveProfile(ctx, SaveProfile.parse({ company, version: 1, techField: 'aerospace' })));
    await expect(as(liaison, (ctx) => acceptProposal(ctx, AcceptProposal.parse({ proposal: all[0]?.id ?? '' })))).rejects.toMatchObject({ code: 'profile.movedOn' });
    await expect(as(liaison, (ctx) => withdrawProposal(ctx, { proposal: all[0]?.id ?? '' }))).rejects.toThrow(ForbiddenError);
    await as(boss, (ctx) => withdrawProposal(ctx, { proposal: all[0]?.id ?? '' }));
    await expect(as(boss, (ctx) => proposeChange(ctx, proposal(company, { techField: 'aerospace' })))).rejects.toMatchObject({ code: 'profile.nothingChanged' });
  });
});

describe('what belongs to the file', () => {
  test('an account is masked, read in full for a reason, and shut again to others', async () => {
    const { company, boss, clerk, liaison } = await setting();
    const typed = AddAccount.parse({ company, holder: '甘肃演示', bank: '兰州银行', number: '6222 0212-3456 7890 128' });
    await expect(as(clerk, (ctx) => addAccount(ctx, typed))).rejects.toThrow(ForbiddenError);
    await as(boss, (ctx) => addAccount(ctx, typed));
    await expect(as(boss, (ctx) => addAccount(ctx, typed))).rejects.toMatchObject({ code: 'alreadyExists' });
    const [masked] = (await reading(liaison, (ctx) => profileOf(ctx, company))).accounts;
    expect(masked).toMatchObject({ number: '****0128', inFull: false });
    await as(liaison, (ctx) => revealAccount(ctx, { company, row: masked?.id ?? '', reason: '拨付补贴款' }));
    expect((await reading(liaison, (ctx) => profileOf(ctx, company))).accounts[0]).toMatchObject({ number: '6222021234567890128', inFull: true });
    expect(AddAccount.safeParse({ company, holder: 'x', bank: 'y', number: '1234567' }).success).toBe(false);
  });

  test('notes stay at the desk, companies of ours are linked by their name, and nobody is related to itself', async () => {
    const { center, company, boss, liaison, mentor } = await setting();
    const other = await makeCompany(center, { name: '兰州（母）公司' });
    await as(liaison, (ctx) => addNote(ctx, AddNote.parse({ company, body: '要跟进' })));
    await as(liaison, (ctx) => addRelation(ctx, AddRelation.parse({ company, kind: 'parent', otherName: '兰州(母)公司' })));
    await expect(as(liaison, (ctx) => addRelation(ctx, AddRelation.parse({ company, kind: 'parent', otherName: '甘肃演示科技有限公司' })))).rejects.toMatchObject({ code: 'profile.itself' });
    const mine = await reading(boss, (ctx) => profileOf(ctx, company));
    expect(mine.notes).toEqual([]);
    expect(mine.relations).toMatchObject([{ kind: 'parent', otherId: other }]);
    expect((await reading(liaison, (ctx) => profileOf(ctx, other))).relations).toHaveLength(1);
    await expect(as(boss, (ctx) => addNote(ctx, AddNote.parse({ company, body: '我' })))).rejects.toThrow(ForbiddenError);
    await expect(as(mentor, (ctx) => addPerson(ctx, AddPerson.parse({ company, name: '甲' })))).rejects.toMatchObject({ code: 'notFound' });
  });

  test('a line is removed by those who keep it, and only from its own company', async () => {
    const { center, company, boss, liaison } = await setting();
    await as(boss, (ctx) => addPerson(ctx, AddPerson.parse({ company, name: '王博士', degree: 'doctor', founder: 'on' })));
    const [person] = (await reading(boss, (ctx) => profileOf(ctx, company))).people;
    const elsewhere = await makeCompany(center);
    await expect(as(liaison, (ctx) => removePart(ctx, { company: elsewhere, part: 'person', row: person?.id ?? '' }))).rejects.toMatchObject({ code: 'notFound' });
    await as(boss, (ctx) => removePart(ctx, { company, part: 'person', row: person?.id ?? '' }));
    expect((await reading(boss, (ctx) => profileOf(ctx, company))).people).toEqual([]);
  });
});
