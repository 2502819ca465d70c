import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { carriers, companies, companyAssignments, companyContacts } from '@/db/schema/companies';
import { importRows } from '@/db/schema/imports';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { storeGenerated } from '@/lib/files/commands';
import { askUndoImport, confirmImport, startImport } from '@/lib/imports/commands';
import { applyImport, checkImport, undoImport } from '@/lib/imports/jobs';
import { getImport } from '@/lib/imports/queries';
import { readSheets } from '@/lib/imports/read-sheet';
import { writeXlsx } from '@/lib/imports/write-sheet';
import type { Task } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { saveContact } from './commands/contacts';
import { editCompany } from './commands/write-company';
import { EditCompany, companyList } from './inputs';
import './jobs';
import { registerExport } from './queries/export';

const later = new Date(testNow.getTime() + 3_600_000);
const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

function taskOf(actor: MemberActor, now: Date): Task {
  return { id: newId(), centerId: actor.centerId, now: () => now, read: (load) => reading(actor, load, now), write: (work) => as(actor, work, now), progress: async () => undefined };
}

async function imported(actor: MemberActor, text: string | Uint8Array, now = at(10)): Promise<string> {
  const id = await as(actor, async (ctx) => {
    const batch = newId();
    const file = await storeGenerated(ctx, { name: '台账.csv', type: 'text/csv', bytes: Buffer.from(text as string) }, { subject: { type: 'import-companies', id: batch }, audience: 'center' });
    return (await startImport(ctx, { kind: 'companies', file, id: batch })).id;
  }, now);
  await checkImport(taskOf(actor, now), id);
  await as(actor, (ctx) => confirmImport(ctx, { batch: id }), now);
  await applyImport(taskOf(actor, now), id);
  expect((await reading(actor, (ctx) => getImport(ctx, id)))?.state).toBe('applied');
  return id;
}

async function undone(actor: MemberActor, id: string, now = later) {
  await as(actor, (ctx) => askUndoImport(ctx, { batch: id }), now);
  await undoImport(taskOf(actor, now), id);
  return reading(actor, (ctx) => getImport(ctx, id));
}

/** Every cell of the export, in the order of names. */
async function cells(actor: MemberActor) {
  const bytes = await reading(actor, async (ctx) => {
    const parts: Uint8Array[] = [];
    for await (const part of writeXlsx([await registerExport(ctx, companyList.parse({ sort: 'name', dir: 'asc' }), 'zh-CN', '企业')])) parts.push(part as Uint8Array);
    return Buffer.concat(parts);
  });
  return (await readSheets(bytes)).map((sheet) => sheet.rows);
}

async function setting() {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  const before = await makeMember(center, 'liaison', { name: '原联络员' });
  await makeMember(center, 'liaison', { name: '新联络员' });
  await owner().insert(carriers).values([{ centerId: center, id: newId(), kind: 'incubator', name: '一号楼' }, { centerId: center, id: newId(), kind: 'park', name: '二号楼' }]);
  const old = at(-60);
  const make = (name: string, values: Partial<typeof companies.$inferInsert> = {}) => makeCompany(center, { name, createdAt: old, updatedAt: old, ...values });
  const first = await make('兰州甲科技有限公司', { address: '雁滩路1号', area: 8_650, tags: ['高企'], registeredCapitalFen: 100_000_000n, legalRepresentative: '王刚' });
  const second = await make('兰州乙生物有限公司', { shortName: '乙生物' });
  const third = await make('兰州丙材料有限公司', { establishedOn: '2019-03-05' });
  await assign(center, first, 'liaison', before.membershipId);
  await owner().update(companyAssignments).set({ createdAt: old }).where(eq(companyAssignments.companyId, first));
  await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: first, name: '马丽', phone: '13800001234', isPrimary: true, createdAt: old, updatedAt: old });
  return { center, manager, first, second, third };
}

const sheet =
  '企业名称,地址,面积,标签,注册资本(万元),载体,联络员,联系人,联系电话,成立日期,状态,国民经济行业,创业特征,实缴资本(万元)\n' +
  '兰州甲科技有限公司,新址2号,90.5,高企、专精特新,200,二号楼,新联络员,赵强,13900005678,2018-01-01,,27,大学生,50\n' +
  '兰州乙生物有限公司,城关区,,,,,新联络员,钱进,13900009999,,毕业,,,\n' +
  '兰州丙材料有限公司,[清空],,,,,,,,[清空],,,,\n' +
  '兰州丁新建有限公司,高新区,12,,30,一号楼,新联络员,孙立,13900008888,2020-02-02,,医药制造业,科技人员,10\n';

describe('an import taken back', () => {
  test('leaves the export as it was, cell by cell, with entries for both', async () => {
    const { center, manager, first } = await setting();
    const before = await cells(manager);
    const id = await imported(manager, sheet);
    expect(await cells(manager)).not.toEqual(before);
    const batch = await undone(manager, id);
    expect(batch).toMatchObject({ state: 'undone', counts: { undone: 4, left: 0 } });
    expect(await cells(manager)).toEqual(before);
    const open = await owner().select().from(companyAssignments).where(eq(companyAssignments.centerId, center));
    expect(open.map((row) => [row.companyId, row.untilOn])).toEqual([[first, null]]);
    const trail = (await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center))).map((row) => row.name);
    expect(trail.filter((name) => name === 'company.withdrawn')).toHaveLength(1);
    expect(trail.filter((name) => name === 'company.edited')).toHaveLength(6);
    expect(trail.filter((name) => name === 'import.undone')).toHaveLength(1);
  });

  test('leaves what somebody touched since, and says why; the rest goes back', async () => {
    const { center, manager, first, second } = await setting();
    const id = await imported(manager, sheet);
    const [made] = await owner().select().from(companies).where(eq(companies.name, '兰州丁新建有限公司'));
    const third = made?.id ?? '';
    await as(manager, async (ctx) => {
      const { version } = (await owner().select().from(companies).where(eq(companies.id, first)))[0] ?? { version: 0 };
      await editCompany(ctx, EditCompany.parse({ name: '兰州甲科技有限公司', address: '又改了', company: first, version }));
    }, at(20));
    await as(manager, (ctx) => saveContact(ctx, { company: third, name: '后来加的', title: '', phone: null, email: null, isPrimary: false }), at(20));
    const batch = await undone(manager, id);
    expect(batch).toMatchObject({ state: 'undone', counts: { undone: 2, left: 2 } });
    const rows = await owner().select().from(importRows).where(eq(importRows.batchId, id)).orderBy(importRows.row);
    expect(rows.map((row) => row.undone)).toEqual([
      { done: false, why: ['companies', 'entries'] },
      { done: true },
      { done: true },
      { done: false, why: ['company_contacts', 'entries'] },
    ]);
    const kept = await owner().select().from(companies).where(inArray(companies.id, [first, second, third]));
    expect(kept.find((row) => row.id === first)?.address).toBe('又改了');
    expect(kept.find((row) => row.id === second)).toMatchObject({ address: null, state: 'incubating' });
    expect(await owner().$count(companyContacts, eq(companyContacts.companyId, second))).toBe(0);
    expect(kept.some((row) => row.id === third)).toBe(true);
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(4);
  });

  test('an old name that somebody else bears by now is not taken from them', async () => {
    const { center, manager } = await setting();
    const id = await imported(manager, '企业名称,统一社会信用代码\n兰州乙生物有限公司,91620102MA0000015R\n');
    const renamed = await imported(manager, '企业名称,统一社会信用代码\n兰州新乙有限公司,91620102MA0000015R\n', at(15));
    await makeCompany(center, { name: '兰州乙生物有限公司' });
    expect(await undone(manager, renamed)).toMatchObject({ counts: { undone: 0, left: 1 } });
    expect(await undone(manager, id)).toMatchObject({ counts: { undone: 0, left: 1 } });
  });

  test('is refused a day later, twice, for a batch that was never written, and to those who may not import', async () => {
    const { center, manager } = await setting();
    const id = await imported(manager, sheet);
    const day = new Date(at(10).getTime() + 24 * 3_600_000);
    await expect(as(manager, (ctx) => askUndoImport(ctx, { batch: id }), day)).rejects.toThrow('import.undoLate');
    const finance = await makeMember(center, 'finance');
    await expect(as(finance, (ctx) => askUndoImport(ctx, { batch: id }), later)).rejects.toThrow('forbidden');
    const foreign = await makeMember(await makeCenter(), 'manager');
    await expect(as(foreign, (ctx) => askUndoImport(ctx, { batch: id }), later)).rejects.toThrow('notFound');
    await undone(manager, id);
    await expect(as(manager, (ctx) => askUndoImport(ctx, { batch: id }), later)).rejects.toThrow('import.closed');
    expect(await undoImport(taskOf(manager, later), id)).toEqual({ state: 'undone' });
  });
});
