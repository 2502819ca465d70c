import '@/db/testing/own-database';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { carriers, companies, companyContacts, companyRoad } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { ipRights } from '@/db/schema/companies-ip';
import { importBatches, importRows } from '@/db/schema/imports';
import { ownerTransaction } from '@/db/owner';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { storeGenerated } from '@/lib/files/commands';
import { askUndoGroup, askUndoImport, confirmGroup, confirmImport, startGroup, startImport } from '@/lib/imports/commands';
import { ConfirmGroup } from '@/lib/imports/inputs';
import { applyImport, checkImport, undoImport } from '@/lib/imports/jobs';
import { getGroup, getImport } from '@/lib/imports/queries';
import { readSheets } from '@/lib/imports/read-sheet';
import { bytesOf } from '@/lib/imports/testing';
import { type OutCell, writeXlsx } from '@/lib/imports/write-sheet';
import { allSchedules, type Task, taskKind } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { saveContact } from './commands/contacts';
import { giveConsent } from './commands/personal';
import { takeStep } from './commands/road';
import { stateFacts } from './commands/state-facts';
import { type FactKey, StateFacts } from './inputs/facts';
import './jobs';
import { takeoverWorkbook } from './queries/takeover';
import { seenText } from './rules/facts';
import { takeoverParts, type TakeoverKind } from './takeover';

beforeAll(() => {
  process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'dianxiaoer-undo-'));
});

const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const old = at(-60);
const taskOf = (actor: MemberActor, now: Date): Task => ({ id: newId(), centerId: actor.centerId, now: () => now, read: (load) => reading(actor, load, now), write: (work) => as(actor, work, now), progress: async () => undefined });

const book = (sheets: Record<string, OutCell[][]>) =>
  bytesOf(writeXlsx(Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({ name, columns: header.map((one) => ({ header: String(one), kind: 'text' as const })), rows }))));
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function imported(actor: MemberActor, kind: TakeoverKind, rows: OutCell[][], now = at(10)): Promise<string> {
  const bytes = await book({ 表: rows });
  const id = await as(actor, async (ctx) => {
    const batch = newId();
    const file = await storeGenerated(ctx, { name: `${kind}.xlsx`, type: xlsx, bytes: Buffer.from(bytes) }, { subject: { type: `import-${kind}`, id: batch }, audience: 'center' });
    return (await startImport(ctx, { kind, file, id: batch })).id;
  }, now);
  await checkImport(taskOf(actor, now), id);
  const { counts } = (await reading(actor, (ctx) => getImport(ctx, id))) ?? {};
  if ((counts?.new ?? 0) + (counts?.changed ?? 0) === 0) return id;
  await as(actor, (ctx) => confirmImport(ctx, { batch: id }), now);
  await applyImport(taskOf(actor, now), id);
  expect((await reading(actor, (ctx) => getImport(ctx, id)))?.state).toBe('applied');
  return id;
}

async function undone(actor: MemberActor, id: string, now = at(70)) {
  await as(actor, (ctx) => askUndoImport(ctx, { batch: id }), now);
  await undoImport(taskOf(actor, now), id);
  return reading(actor, (ctx) => getImport(ctx, id));
}

const leftOf = async (id: string) => (await owner().select().from(importRows).where(eq(importRows.batchId, id)).orderBy(importRows.row)).flatMap((row) => (row.undone?.done === false ? [[row.row, row.undone.why]] : []));

/** Every cell of every sheet that leaves the house. */
async function cells(actor: MemberActor) {
  const bytes = await reading(actor, async (ctx) => bytesOf(writeXlsx(await takeoverWorkbook(ctx, 'zh-CN'))));
  return (await readSheets(bytes)).map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => row.cells) }));
}

/** What stands in the tables, without who wrote it last and when. */
async function standing(center: string) {
  const bare = (rows: Record<string, unknown>[]) => rows.map(({ updatedAt: _at, updatedBy: _by, version: _v, ...rest }) => rest);
  return [
    bare(await owner().select().from(companyFacts).where(eq(companyFacts.centerId, center)).orderBy(companyFacts.id)),
    bare(await owner().select().from(ipRights).where(eq(ipRights.centerId, center)).orderBy(ipRights.id)),
    bare(await owner().select().from(companyContacts).where(eq(companyContacts.centerId, center)).orderBy(companyContacts.id)),
    bare(await owner().select().from(companyRoad).where(and(eq(companyRoad.centerId, center), isNull(companyRoad.struckAt))).orderBy(companyRoad.id)),
    bare(await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.id)),
  ];
}

/** Somebody states another head count of 2024. */
async function restaff(actor: MemberActor, company: string) {
  const drawn = await owner().select().from(companyFacts).where(and(eq(companyFacts.companyId, company), eq(companyFacts.year, 2024)));
  const seen = seenText(drawn.map((row) => ({ ...row, key: row.key as FactKey })));
  await as(actor, (ctx) => stateFacts(ctx, StateFacts.parse({ company, year: '2024', staff: '11', seen, word: '又招了人', sure: 'on' })), at(20));
}

const names = ['兰州甲公司', '兰州乙公司', '兰州丙公司'];

async function setting() {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  const planned = newId();
  await owner().insert(carriers).values([{ centerId: center, id: newId(), kind: 'incubator', name: '一号楼' }, { centerId: center, id: planned, kind: 'incubator', name: '二号楼' }]);
  const ids: string[] = [];
  for (const [index, name] of names.entries()) ids.push(await makeCompany(center, { name, state: index === 2 ? 'prospect' : 'incubating', admittedOn: index === 2 ? '2027-01-01' : '2019-03-01', ...(index === 2 ? { carrierId: planned } : {}), createdAt: old, updatedAt: old }));
  await owner().update(companyRoad).set({ createdAt: old }).where(eq(companyRoad.centerId, center));
  const [first = '', second = '', third = ''] = ids;
  const fact = (companyId: string, year: number, key: string, value: bigint, state: 'verified' | 'proposed') => ({ centerId: center, id: newId(), companyId, year, key, value, source: 'company' as const, state, createdAt: old });
  await owner().insert(companyFacts).values([
    fact(first, 2024, 'revenue', 1_000_000n, 'verified'), fact(first, 2024, 'revenue', 2_000_000n, 'proposed'), fact(first, 2024, 'staff', 3n, 'verified'),
    fact(second, 2025, 'revenue', 5_000_000n, 'proposed'),
  ]);
  await owner().insert(ipRights).values([
    { centerId: center, id: newId(), companyId: first, kind: 'software', title: '甲系统', number: '2021SR0123456', grantedOn: '2021-02-02', createdAt: old, updatedAt: old },
    { centerId: center, id: newId(), companyId: second, kind: 'software', title: '乙系统', createdAt: old, updatedAt: old },
  ]);
  const person = (companyId: string, name: string, isPrimary: boolean, position: number, phone: string | null = null) => ({ centerId: center, id: newId(), companyId, name, isPrimary, position, phone, createdAt: old, updatedAt: old });
  await owner().insert(companyContacts).values([person(first, '张三', true, 0, '13800001234'), person(first, '李四', false, 1), person(second, '王五', true, 0)]);
  return { center, manager, first, second, third };
}

const header: Record<Exclude<TakeoverKind, 'companies'>, OutCell[]> = {
  facts: ['企业名称', '年度', '营业收入（万元）', '从业人员'],
  ip: ['企业名称', '类型', '编号', '名称', '授权日', '是否质押'],
  contacts: ['企业名称', '姓名', '职务', '电话', '主要联系人'],
  road: ['企业名称', '事项', '日期', '载体', '延期至', '说明'],
};
const maybe = (...words: string[]) => fc.constantFrom('', ...words);
const company = fc.constantFrom(...names);
const row: Record<Exclude<TakeoverKind, 'companies'>, fc.Arbitrary<string[]>> = {
  facts: fc.tuple(company, fc.constantFrom('2023', '2024', '2025'), maybe('1', '2', '100', '12.34'), maybe('3', '8')),
  ip: fc.tuple(company, fc.constant('软著'), maybe('2021SR0123456', '2022SR0123457'), fc.constantFrom('甲系统', '乙系统', '新系统'), maybe('2022-02-02'), maybe('是', '否')),
  contacts: fc.tuple(company, fc.constantFrom('张三', '李四', '王五', '赵六'), maybe('经理'), maybe('13900005678'), maybe('是', '否')),
  road: fc.tuple(company, fc.constantFrom('申请入孵', '受理评审', '入孵', '换载体', '延期', '毕业', '退出'), fc.constantFrom('2020-05-01', '2021-06-01', '2023-02-28', '2024-02-29'), maybe('一号楼'), fc.constantFrom('', '2025-12-31'), maybe('会议纪要')).map(([whose, step, day, where, until, why]) => [whose, step, day, where, step === '延期' ? until : '', why]),
};

describe('an import taken back', () => {
  test.each(Object.keys(row) as (keyof typeof row)[])('%s: leaves every sheet as it was, cell by cell, and the tables too', { timeout: 300_000 }, async (kind) => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row[kind], { minLength: 2, maxLength: 8 }), async (rows) => {
        const { center, manager } = await setting();
        const [sheets, tables] = [await cells(manager), await standing(center)];
        const id = await imported(manager, kind, [header[kind], ...rows]);
        const batch = await reading(manager, (ctx) => getImport(ctx, id));
        if (batch?.state !== 'applied') return;
        written += 1;
        expect(await standing(center)).not.toEqual(tables);
        expect(await undone(manager, id)).toMatchObject({ state: 'undone', counts: { undone: (batch.counts.new ?? 0) + (batch.counts.changed ?? 0), left: 0 } });
        expect(await cells(manager)).toEqual(sheets);
        expect(await standing(center)).toEqual(tables);
        // Taken back, it can be brought in again.
        const again = await imported(manager, kind, [header[kind], ...rows], at(80));
        expect((await reading(manager, (ctx) => getImport(ctx, again)))?.counts).toMatchObject({ new: batch.counts.new, changed: batch.counts.changed });
      }),
      { numRuns: 10 },
    );
    expect(written).toBeGreaterThan(4);
  });

  test('a year of which somebody stated anything since is left, and named; the others go back', async () => {
    const { center, manager, first } = await setting();
    const id = await imported(manager, 'facts', [header.facts, [names[0] ?? '', '2024', '50', '9'], [names[0] ?? '', '2023', '40', ''], [names[1] ?? '', '2025', '7', '']]);
    const own = await makeMember(center, 'company_owner', { companyId: first });
    await restaff(own, first);
    expect(await undone(manager, id)).toMatchObject({ counts: { undone: 2, left: 1 } });
    expect(await leftOf(id)).toEqual([[2, ['company_facts']]]);
    const verified = await owner().select().from(companyFacts).where(and(eq(companyFacts.companyId, first), eq(companyFacts.state, 'verified'))).orderBy(companyFacts.key);
    expect(verified.map((one) => [one.year, one.key, one.value])).toEqual([[2024, 'revenue', 50_000_000n], [2024, 'staff', 9n]]);
  });

  test('a right with a paper, a person who agreed, a person who was edited: each is left with the reason', async () => {
    const { manager, first, second } = await setting();
    const rights = await imported(manager, 'ip', [header.ip, [names[0] ?? '', '软著', '2022SR0123457', '新系统', '', ''], [names[1] ?? '', '软著', '', '乙系统', '2022-02-02', '是']]);
    const [made] = await owner().select().from(ipRights).where(and(eq(ipRights.companyId, first), eq(ipRights.title, '新系统')));
    await as(manager, (ctx) => storeGenerated(ctx, { name: '证书.txt', type: 'text/plain', bytes: Buffer.from('证') }, { subject: { type: 'ip', id: made?.id ?? '' }, audience: 'company', companyId: first }), at(20));
    expect(await undone(manager, rights)).toMatchObject({ counts: { undone: 1, left: 1 } });
    expect(await leftOf(rights)).toEqual([[2, ['files']]]);
    expect(await owner().select().from(ipRights).where(eq(ipRights.companyId, second))).toMatchObject([{ grantedOn: null, pledged: false, expiresOn: null }]);

    const people = await imported(manager, 'contacts', [header.contacts, [names[0] ?? '', '李四', '', '13900005678', '是'], [names[1] ?? '', '赵六', '', '', ''], [names[1] ?? '', '王五', '经理', '', '']], at(100));
    const contacts = await owner().select().from(companyContacts).where(eq(companyContacts.companyId, second));
    const find = (name: string) => contacts.find((one) => one.name === name);
    await as(manager, (ctx) => giveConsent(ctx, { kind: 'contact', person: find('赵六')?.id ?? '', scene: 'mentors', givenOn: '2026-11-19', how: 'paper', evidence: '' }), at(110));
    await as(manager, (ctx) => saveContact(ctx, { company: second, contact: find('王五')?.id, name: '王五', title: '总经理', phone: null, email: null, isPrimary: true, version: find('王五')?.version }), at(110));
    expect(await undone(manager, people, at(120))).toMatchObject({ counts: { undone: 1, left: 2 } });
    expect(await leftOf(people)).toEqual([[3, ['entries']], [4, ['changed', 'entries']]]);
    expect((await owner().select().from(companyContacts).where(eq(companyContacts.companyId, first)).orderBy(companyContacts.position)).map((one) => [one.name, one.isPrimary, one.phone])).toEqual([['张三', true, '13800001234'], ['李四', false, null]]);
  });

  test('a company that has gone on along the road keeps its steps', async () => {
    const { manager, third } = await setting();
    const id = await imported(manager, 'road', [header.road, [names[2] ?? '', '入孵', '2021-06-01', '一号楼', '', ''], [names[0] ?? '', '延期', '2023-02-28', '', '2026-12-31', '会议纪要']]);
    await as(manager, (ctx) => takeStep(ctx, { company: third, kind: 'graduated', onDay: '2026-11-20', reason: '毕业' }), at(20));
    expect(await undone(manager, id)).toMatchObject({ counts: { undone: 1, left: 1 } });
    expect(await leftOf(id)).toEqual([[2, ['company_road', 'road']]]);
    expect((await owner().select().from(companies).where(eq(companies.id, third)))[0]).toMatchObject({ state: 'graduated', admittedOn: '2021-06-01' });
  });

  test('what it needs for that is gone when the day is over, and so is the way back', async () => {
    const { manager } = await setting();
    const id = await imported(manager, 'ip', [header.ip, [names[0] ?? '', '软著', '', '新系统', '', '']]);
    const kept = async () => (await owner().select({ kept: importRows.kept }).from(importRows).where(eq(importRows.batchId, id))).map((one) => one.kept?.length ?? 0);
    const schedule = allSchedules().find((one) => one.name === 'imports.settle');
    if (schedule === undefined || !('run' in schedule)) throw new Error('nobody clears up');
    const settle = (now: Date) => ownerTransaction((client) => schedule.run({ client, now }));
    await settle(at(10 + 24 * 60));
    expect(await kept()).toEqual([1]);
    await settle(at(11 + 24 * 60));
    expect(await kept()).toEqual([0]);
    await expect(as(manager, (ctx) => askUndoImport(ctx, { batch: id }), at(10 + 24 * 60))).rejects.toThrow('import.undoLate');
  });
});

const workbook = {
  企业: [['企业名称', '状态', '入孵时间', '地址'], ['甘肃接手甲公司', '在孵', '2020-05-01', ''], ['甘肃接手乙公司', '毕业', '2015-05-01', ''], [names[0], '', '', '雁滩路9号']],
  年度数据: [header.facts, ['甘肃接手甲公司', '2024', '120.5', '12'], [names[0], '2025', '10', '3']],
  知识产权: [header.ip, ['甘肃接手甲公司', '软著', '2023SR0123456', '监测平台', '', '']],
  联系人: [header.contacts, ['甘肃接手甲公司', '张三', '', '13800001234', ''], [names[1], '李四', '', '', '是']],
  历程: [header.road, ['甘肃接手甲公司', '申请入孵', '2020-03-01', '', '', ''], ['甘肃接手甲公司', '入孵', '2020-05-01', '', '', '']],
} as Record<string, OutCell[][]>;
const totals = { companies_rows: '3', companies_registeredCapital: '0', facts_rows: '2', facts_revenue: '130.5', facts_taxesPaid: '0', facts_staff: '15', ip_rows: '1', contacts_rows: '2', road_rows: '2' };

describe('a workbook taken back', () => {
  async function taken() {
    const { center, manager, ...rest } = await setting();
    const before = [await cells(manager), await standing(center)] as const;
    const group = newId();
    const bytes = await book(workbook);
    const run = (kind: string, now: Date) => taskKind(kind).run(taskOf(manager, now), { groupId: group } as never);
    await as(manager, async (ctx) => {
      const file = await storeGenerated(ctx, { name: '接手.xlsx', type: xlsx, bytes: Buffer.from(bytes) }, { subject: { type: 'import-takeover', id: group }, audience: 'center' });
      await startGroup(ctx, { group, file, parts: takeoverParts.map(({ kind, only }) => ({ kind, only: [...only] })) });
    }, at(10));
    await run('imports.checkGroup', at(10));
    await as(manager, (ctx) => confirmGroup(ctx, ConfirmGroup.parse({ group, ...totals })), at(10));
    await run('imports.applyGroup', at(10));
    const parts = async () => (await reading(manager, (ctx) => getGroup(ctx, group))).map((part) => [part.kind, part.state, part.counts.undone, part.counts.left]);
    const undo = async () => {
      await as(manager, (ctx) => askUndoGroup(ctx, { group }), at(70));
      await run('imports.undoGroup', at(70));
      return parts();
    };
    return { center, manager, ...rest, before, parts, undo };
  }

  test('goes back whole: every sheet and every table as before, with one entry a row', async () => {
    const { center, manager, before, parts, undo } = await taken();
    expect((await parts()).map(([, state]) => state)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(await undo()).toEqual([['companies', 'undone', 3, 0], ['facts', 'undone', 2, 0], ['ip', 'undone', 1, 0], ['contacts', 'undone', 2, 0], ['road', 'undone', 1, 0]]);
    expect(await cells(manager)).toEqual(before[0]);
    expect(await standing(center)).toEqual(before[1]);
    const trail = (await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center))).map((one) => one.name);
    expect(trail.filter((name) => name === 'import.rowUndone')).toHaveLength(6);
    expect(trail.filter((name) => name === 'company.withdrawn')).toHaveLength(2);
  });

  test('leaves a company whose figure somebody touched, with what it hangs on, and takes the rest', async () => {
    const { center, manager, undo } = await taken();
    const [made] = await owner().select().from(companies).where(and(eq(companies.centerId, center), eq(companies.name, '甘肃接手甲公司')));
    await restaff(manager, made?.id ?? '');
    expect(await undo()).toEqual([['companies', 'undone', 2, 1], ['facts', 'undone', 1, 1], ['ip', 'undone', 1, 0], ['contacts', 'undone', 2, 0], ['road', 'undone', 1, 0]]);
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(4);
    expect((await owner().select().from(importBatches).where(and(eq(importBatches.centerId, center), eq(importBatches.kind, 'companies'))))[0]?.counts).toMatchObject({ undone: 2, left: 1 });
  });

  test('a part of it can’t go back alone', async () => {
    const { center, manager } = await taken();
    const [part] = await owner().select().from(importBatches).where(and(eq(importBatches.centerId, center), eq(importBatches.kind, 'ip')));
    await expect(as(manager, (ctx) => askUndoImport(ctx, { batch: part?.id ?? '' }), at(20))).rejects.toThrow('import.partOfGroup');
  });
});
