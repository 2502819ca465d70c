import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriers, companies, companyContacts, companyRoad } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { ipRights } from '@/db/schema/companies-ip';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { storeGenerated } from '@/lib/files/commands';
import { askUndoGroup, confirmGroup, startGroup } from '@/lib/imports/commands';
import { ConfirmGroup } from '@/lib/imports/inputs';
import { readAsked } from '@/lib/imports/read-asked';
import { getGroup } from '@/lib/imports/queries';
import { readSheets } from '@/lib/imports/read-sheet';
import { kindFor } from '@/lib/imports/registry';
import { bytesOf } from '@/lib/imports/testing';
import { type OutCell, writeXlsx } from '@/lib/imports/write-sheet';
import { type Task, taskKind } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { factKeys, unitOf } from './inputs/facts';
import './jobs';
import { takeoverWorkbook } from './queries/takeover';
import { takeoverParts } from './takeover';

beforeAll(() => {
  process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'dianxiaoer-takeover-'));
});

/** Runs a task as the member who began it, as the runner would. */
const taskOf = (actor: MemberActor): Task => ({ id: newId(), centerId: actor.centerId, now: () => testNow, read: (load) => reading(actor, load), write: (work) => as(actor, work), progress: async () => undefined });
const run = (kind: string, actor: MemberActor, groupId: string) => taskKind(kind).run(taskOf(actor), { groupId } as never);

async function planAll(actor: MemberActor, bytes: Uint8Array) {
  const sheets = await readSheets(bytes);
  const verdicts: string[] = [];
  for (const { kind: name, only } of takeoverParts) {
    await reading(actor, async (ctx) => {
      const kind = await kindFor(ctx, name);
      const read = readAsked(kind, sheets, { only: [...only] });
      if ('problem' in read) verdicts.push(`${name} ${read.problem.code}`);
      else for (const row of await kind.plan(ctx, read.asked)) verdicts.push(`${name} ${row.verdict}${row.problems.filter((one) => one.warning !== true).map((one) => ` ${one.key}`).join('')}`);
    });
  }
  return verdicts;
}

describe('the workbook', () => {
  test('brought back as it went out changes nothing, in either language, whatever is on file', { timeout: 300_000 }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const carrierId = newId();
    await owner().insert(carriers).values({ centerId: center, id: carrierId, kind: 'incubator', name: '雁滩（一期）孵化器' });
    const fact = fc.record({ year: fc.integer({ min: 2015, max: 2025 }), key: fc.constantFrom(...factKeys), value: fc.bigInt({ min: 0n, max: 10n ** 12n }) });
    const company = fc.record({
      state: fc.constantFrom('incubating' as const, 'graduated' as const),
      facts: fc.uniqueArray(fact, { maxLength: 8, selector: (one) => `${one.year} ${one.key}` }),
      contacts: fc.array(fc.record({ name: fc.constantFrom('张三', '李四', '王 五'), title: fc.constantFrom('', '经理'), phone: fc.constantFrom(null, '13800001234', '0931-8500000') }), { maxLength: 3 }),
      rights: fc.array(fc.constantFrom('甲', '乙（二）', '=丙'), { maxLength: 2 }),
      note: fc.constantFrom(null, '一行\n两行', '=SUM(1)'),
    });
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(company, { minLength: 1, maxLength: 4 }), fc.constantFrom('zh-CN', 'en'), async (all, locale) => {
        for (const table of [companyFacts, companyContacts, ipRights, companyRoad, companies]) await owner().delete(table).where(eq(table.centerId, center));
        for (const one of all) {
          serial += 1;
          const id = await makeCompany(center, { name: `演示（${serial}）公司`, state: one.state, admittedOn: '2019-03-01', leftOn: one.state === 'graduated' ? '2021-03-01' : null, carrierId: one.state === 'incubating' ? carrierId : null, note: one.note, registeredCapitalFen: 123_456_700n });
          const heads = (key: (typeof factKeys)[number], value: bigint) => (unitOf(key) === 'money' ? value : value % 1_000n);
          for (const { year, key, value } of one.facts.filter((each) => !['netAssets', 'liabilities', 'totalAssets'].includes(each.key))) {
            // One figure a year: whatever it is, it contradicts no other.
            if (one.facts.find((other) => other.year === year)?.key !== key) continue;
            await owner().insert(companyFacts).values({ centerId: center, id: newId(), companyId: id, year, key, value: heads(key, value), source: 'staff', state: 'verified' });
          }
          for (const [position, contact] of one.contacts.entries()) await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: id, position, isPrimary: position === 0, ...contact });
          for (const [index, title] of one.rights.entries()) await owner().insert(ipRights).values({ centerId: center, id: newId(), companyId: id, kind: 'software', title: `${title}${index}`, grantedOn: '2020-02-02' });
        }
        const bytes = await reading(manager, async (ctx) => bytesOf(writeXlsx(await takeoverWorkbook(ctx, locale))));
        expect((await planAll(manager, bytes)).filter((verdict) => !/ (unchanged|import\.noRows)$/.test(verdict))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

const book = (sheets: Record<string, OutCell[][]>) =>
  bytesOf(writeXlsx(Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({ name, columns: header.map((one) => ({ header: String(one), kind: 'text' as const })), rows }))));

const typicalBook = {
  企业: [['企业名称', '状态', '入孵时间', '注册资本（万元）'], ['甘肃接手甲公司', '在孵', '2020-05-01', '100'], ['甘肃接手乙公司', '毕业', '2015-05-01', '50.5']],
  年度数据: [['企业名称', '年度', '营业收入（万元）', '从业人员'], ['甘肃接手甲公司', '2024', '120.5', '12'], ['甘肃接手甲公司', '2025', '150', '15'], ['老企业', '2025', '10', '3']],
  知识产权: [['企业名称', '类型', '编号', '名称'], ['甘肃接手甲公司', '软著', '2021SR0123456', '监测平台']],
  联系人: [['企业名称', '姓名', '电话'], ['甘肃接手甲公司', '张三', '13800001234'], ['老企业', '李四', '0931-8500000']],
  历程: [['企业名称', '事项', '日期'], ['甘肃接手甲公司', '申请入孵', '2020-03-01'], ['甘肃接手甲公司', '入孵', '2020-05-01']],
};
const totals = { companies_rows: '2', companies_registeredCapital: '150.5', facts_rows: '3', facts_revenue: '280.5', facts_taxesPaid: '0', facts_staff: '30', ip_rows: '1', contacts_rows: '2', road_rows: '2' };

async function taken(sheets: Record<string, OutCell[][]> = typicalBook) {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  await makeCompany(center, { name: '老企业' });
  const group = newId();
  const bytes = await book(sheets);
  await as(manager, async (ctx) => {
    const file = await storeGenerated(ctx, { name: '接手.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }, { subject: { type: 'import-takeover', id: group }, audience: 'center' });
    await startGroup(ctx, { group, file, parts: takeoverParts.map(({ kind, only }) => ({ kind, only: [...only] })) });
  });
  await run('imports.checkGroup', manager, group);
  const states = async () => (await reading(manager, (ctx) => getGroup(ctx, group))).map((part) => `${part.kind} ${part.state}`);
  const confirm = (typed: Record<string, string>) => as(manager, (ctx) => confirmGroup(ctx, ConfirmGroup.parse({ group, ...typed })));
  return { center, manager, group, states, confirm };
}

describe('a take-over', () => {
  test('is held against the books before anything is written, then written whole', async () => {
    const { center, manager, group, states, confirm } = await taken();
    const parts = await reading(manager, (ctx) => getGroup(ctx, group));
    expect(parts.map((part) => [part.kind, part.counts.refused ?? 0, part.control?.rows])).toEqual([['companies', 0, 2], ['facts', 0, 3], ['ip', 0, 1], ['contacts', 0, 2], ['road', 0, 2]]);
    await expect(confirm({ ...totals, facts_rows: '4' })).rejects.toMatchObject({ code: 'import.controlRows', options: { field: 'facts_rows', params: { read: 3, typed: 4 } } });
    await expect(confirm({ ...totals, facts_revenue: '2805000' })).rejects.toMatchObject({ code: 'import.controlSum', options: { field: 'facts_revenue', params: { read: '280.5', typed: '2805000' } } });
    await expect(confirm({ ...totals, contacts_rows: '' })).rejects.toMatchObject({ code: 'import.controlMissing' });
    await run('imports.applyGroup', manager, group);
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(1);

    await confirm(totals);
    await run('imports.applyGroup', manager, group);
    expect(await states()).toEqual(['companies applied', 'facts applied', 'ip applied', 'contacts applied', 'road applied']);
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(3);
    const facts = await owner().select().from(companyFacts).where(eq(companyFacts.centerId, center));
    expect(facts.map((row) => [row.source, row.state]).every(([source, state]) => source === 'import' && state === 'verified')).toBe(true);
    expect(facts.filter((row) => row.key === 'revenue').map((row) => row.value).sort()).toEqual([10_000_000n, 120_500_000n, 150_000_000n]);
    expect(await owner().$count(ipRights, eq(ipRights.centerId, center))).toBe(1);
    expect(await owner().$count(companyContacts, eq(companyContacts.centerId, center))).toBe(2);
    const steps = (await owner().select({ kind: companyRoad.kind, day: companyRoad.onDay }).from(companyRoad).where(eq(companyRoad.centerId, center))).map((row) => `${row.kind} ${row.day}`);
    expect(steps.filter((step) => step.includes('2020'))).toEqual(expect.arrayContaining(['applied 2020-03-01', 'admitted 2020-05-01']));
    expect(steps.filter((step) => step === 'admitted 2020-05-01')).toHaveLength(1);
  });

  test('a sheet that changes nothing ends with those that do', async () => {
    const { manager, group, states, confirm } = await taken({ 企业: [['企业名称', '注册资本（万元）'], ['老企业', '']], 联系人: [['企业名称', '姓名', '电话'], ['老企业', '李四', '0931-8500000']] });
    await confirm({ companies_rows: '1', companies_registeredCapital: '0', contacts_rows: '1' });
    await run('imports.applyGroup', manager, group);
    expect((await states()).filter((state) => !state.endsWith('refused'))).toEqual(['companies applied', 'contacts applied']);
    await as(manager, (ctx) => askUndoGroup(ctx, { group }));
    await run('imports.undoGroup', manager, group);
    expect((await states()).filter((state) => !state.endsWith('refused'))).toEqual(['companies undone', 'contacts undone']);
  });

  test('what fails in the middle leaves nothing of any sheet', async () => {
    const { center, manager, group, states, confirm } = await taken();
    await confirm(totals);
    // Somebody renames a company between the confirmation and the writing.
    await owner().update(companies).set({ name: '老企业（更名）' }).where(eq(companies.centerId, center));
    await run('imports.applyGroup', manager, group);
    expect(new Set((await states()).map((state) => state.split(' ')[1]))).toEqual(new Set(['failed']));
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(1);
    expect(await owner().$count(companyFacts, eq(companyFacts.centerId, center))).toBe(0);
  });

  test('sheets that are missing or empty are left out; a refused row holds everything back and says why', async () => {
    const { 知识产权: _ip, 历程: _road, ...some } = typicalBook;
    const few = await taken({ ...some, 联系人: [['企业名称', '姓名', '电话']] });
    const { ip_rows: _i, contacts_rows: _c, road_rows: _r, ...fewer } = totals;
    await few.confirm(fewer);
    await run('imports.applyGroup', few.manager, few.group);
    expect(await few.states()).toEqual(['companies applied', 'facts applied', 'ip refused', 'contacts refused', 'road refused']);
    const bad = await taken({ ...typicalBook, 年度数据: [['企业名称', '年度', '营业收入（万元）', '从业人员', '博士', '大专以上'], ['甘肃接手甲公司', '1899', '1', '1', '', ''], ['没有的公司', '2025', '1', '1', '', ''], ['老企业', '2025', '1', '3', '4', '2'], ['老企业', '2024', '1', '1', '', ''], ['老企业', '2024', '1', '1', '', '']] });
    const facts = (await reading(bad.manager, (ctx) => getGroup(ctx, bad.group))).find((part) => part.kind === 'facts');
    expect(facts?.counts).toMatchObject({ refused: 4, new: 1 });
    await expect(bad.confirm(totals)).rejects.toMatchObject({ code: 'import.groupRefused' });
  });

  test('years are held against the day of founding that the same book brings', async () => {
    const { manager, group } = await taken({
      企业: [['企业名称', '状态', '入孵时间', '成立日期'], ['甘肃接手甲公司', '在孵', '2020-05-01', '2019-05-01'], ['老企业', '', '', '2025-03-01']],
      年度数据: [['企业名称', '年度', '从业人员'], ['甘肃接手甲公司', '2018', '1'], ['甘肃接手甲公司', '2019', '1'], ['老企业', '2024', '1'], ['老企业', '2025', '1']],
    });
    expect((await reading(manager, (ctx) => getGroup(ctx, group))).find((part) => part.kind === 'facts')?.counts).toMatchObject({ refused: 2, new: 2 });
  });

  test('a road that can’t be taken is refused at the step that breaks it', async () => {
    const { manager, group } = await taken({ ...typicalBook, 历程: [['企业名称', '事项', '日期'], ['甘肃接手甲公司', '毕业', '2019-01-01'], ['甘肃接手甲公司', '申请入孵', '2020-03-01'], ['甘肃接手乙公司', '延期', '2016-01-01']] });
    const road = (await reading(manager, (ctx) => getGroup(ctx, group))).find((part) => part.kind === 'road');
    expect(road?.counts).toMatchObject({ refused: 2, new: 1 });
  });
});
