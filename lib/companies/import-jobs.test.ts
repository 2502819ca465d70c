import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { importBatches, importRows } from '@/db/schema/imports';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { storeGenerated } from '@/lib/files/commands';
import { adjustImport, answerUnits, confirmImport, discardImport, startImport } from '@/lib/imports/commands';
import { applyImport, checkImport } from '@/lib/imports/jobs';
import { getImport, listImportRows } from '@/lib/imports/queries';
import { AnswerUnits, importRowList } from '@/lib/imports/inputs';
import type { Task } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import './jobs';

beforeAll(() => {
  process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'dianxiaoer-imports-'));
});

/** Runs a task as the member who began it, as the runner would. */
function taskOf(actor: MemberActor, progress: Task['progress'] = async () => undefined): Task {
  return { id: newId(), centerId: actor.centerId, now: () => testNow, read: (load) => reading(actor, load), write: (work) => as(actor, work), progress };
}

async function uploaded(actor: MemberActor, text: string): Promise<string> {
  return as(actor, async (ctx) => {
    const id = newId();
    const file = await storeGenerated(ctx, { name: '台账.csv', type: 'text/csv', bytes: Buffer.from(text) }, { subject: { type: 'import-companies', id }, audience: 'center' });
    return (await startImport(ctx, { kind: 'companies', file, id })).id;
  });
}

const load = async (actor: MemberActor, id: string) => {
  const batch = await reading(actor, (ctx) => getImport(ctx, id));
  if (batch === null) throw new Error('no batch');
  return batch;
};
const count = (center: string) => owner().$count(companies, eq(companies.centerId, center));

async function setting() {
  const center = await makeCenter();
  return { center, manager: await makeMember(center, 'manager') };
}

describe('an import', () => {
  test('is checked, writes nothing before it is confirmed, then writes all of it and says so once', async () => {
    const { center, manager } = await setting();
    const id = await uploaded(manager, '企业名称,成立日期\n甲公司,2020-01-01\n乙公司,若干\n,\n合计,\n');
    await checkImport(taskOf(manager), id);
    const checked = await load(manager, id);
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 1, refused: 1, skipped: 2 } });
    const refused = await reading(manager, (ctx) => listImportRows(ctx, id, importRowList.parse({ verdict: 'refused' })));
    expect(refused.rows).toMatchObject([{ row: 3, problems: [{ column: 'B 成立日期', value: '若干', key: 'sheet.notADay' }] }]);
    expect(await count(center)).toBe(0);
    await applyImport(taskOf(manager), id);
    expect(await count(center)).toBe(0);

    await as(manager, (ctx) => confirmImport(ctx, { batch: id }));
    await applyImport(taskOf(manager), id);
    await applyImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'applied', counts: { new: 1 } });
    expect(await count(center)).toBe(1);
    const trail = (await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center))).map((row) => row.name);
    expect(trail.filter((name) => name === 'import.applied')).toHaveLength(1);
    expect(trail.filter((name) => name === 'company.created')).toHaveLength(1);
    await expect(as(manager, (ctx) => discardImport(ctx, { batch: id }))).rejects.toThrow('import.closed');
  });

  test('cut off in the middle leaves nothing, and the same task run again writes all of it', async () => {
    const { center, manager } = await setting();
    const id = await uploaded(manager, `企业名称,地址\n${Array.from({ length: 1_500 }, (_, n) => `公司${n}号,雁滩`).join('\n')}\n`);
    await checkImport(taskOf(manager), id);
    await as(manager, (ctx) => confirmImport(ctx, { batch: id }));
    const killed = taskOf(manager, async (done) => {
      if (done >= 1_000) throw new Error('killed');
    });
    await expect(applyImport(killed, id)).rejects.toThrow('killed');
    expect(await count(center)).toBe(0);
    expect((await load(manager, id)).state).toBe('confirmed');
    await applyImport(taskOf(manager), id);
    expect(await count(center)).toBe(1_500);
  });

  test('what somebody changed since the check is not overwritten: nothing is written and the reason is said', async () => {
    const { center, manager } = await setting();
    const company = await makeCompany(center, { name: '甲公司', address: '旧址' });
    const id = await uploaded(manager, '企业名称,地址\n甲公司,新址\n乙公司,别处\n');
    await checkImport(taskOf(manager), id);
    await owner().update(companies).set({ address: '刚刚改过' }).where(eq(companies.id, company));
    await as(manager, (ctx) => confirmImport(ctx, { batch: id }));
    await applyImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'failed', problem: { key: 'import.movedOn' } });
    expect(await count(center)).toBe(1);
  });

  test('money without a unit is asked about before it is written, and the answer stays with the batch', async () => {
    const { center, manager } = await setting();
    const id = await uploaded(manager, '企业名称,注册资本\n甲公司,500000\n乙公司,3000000\n丙公司,200万元\n');
    await checkImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'checked', counts: { new: 3 }, found: { questions: [{ index: 1, key: 'registeredCapital', why: 'noUnit', suggested: 'yuan', middle: '500000' }] } });
    await expect(as(manager, (ctx) => confirmImport(ctx, { batch: id }))).rejects.toThrow('import.unitsOpen');
    await expect(as(manager, (ctx) => answerUnits(ctx, { batch: id, units: {} }))).rejects.toMatchObject({ code: 'chooseOne', options: { field: 'u1' } });
    await as(manager, (ctx) => answerUnits(ctx, AnswerUnits.parse({ batch: id, u1: 'yuan', u2: 'gold' })));
    await expect(as(manager, (ctx) => confirmImport(ctx, { batch: id }))).rejects.toThrow('import.closed');
    await checkImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'checked', mapping: { units: { 1: 'yuan' } }, found: { questions: [] } });
    await as(manager, (ctx) => confirmImport(ctx, { batch: id }));
    await applyImport(taskOf(manager), id);
    const capital = async () => (await owner().select({ name: companies.name, fen: companies.registeredCapitalFen }).from(companies).where(eq(companies.centerId, center)).orderBy(companies.name)).map(({ name, fen }) => [name, fen]);
    expect(new Map((await capital()) as [string, bigint][])).toEqual(new Map([['甲公司', 50_000_000n], ['乙公司', 300_000_000n], ['丙公司', 200_000_000n]]));

    // What is in the register proves the unit: the same amounts in 万元 ask nothing, whatever their header says.
    const again = await uploaded(manager, '企业名称,注册资本\n甲公司,50\n乙公司,300\n');
    await checkImport(taskOf(manager), again);
    expect(await load(manager, again)).toMatchObject({ counts: { unchanged: 2 }, found: { questions: [] } });
    // A header that says 万元 over numbers in yuan is doubted as well; who insists is believed.
    const doubted = await uploaded(manager, '企业名称,注册资本（万元）\n丁公司,500000\n');
    await checkImport(taskOf(manager), doubted);
    expect(await load(manager, doubted)).toMatchObject({ found: { questions: [{ why: 'magnitude', named: 'wan', suggested: 'yuan' }] } });
    await as(manager, (ctx) => answerUnits(ctx, { batch: doubted, units: { 1: 'wan' } }));
    await checkImport(taskOf(manager), doubted);
    await as(manager, (ctx) => confirmImport(ctx, { batch: doubted }));
    await applyImport(taskOf(manager), doubted);
    expect(((await capital()) as [string, bigint][]).find(([name]) => name === '丁公司')?.[1]).toBe(500_000_000_000n);
  });

  test('two batches that would make the same company make one', async () => {
    const { center, manager } = await setting();
    const ids = await Promise.all([1, 2].map(() => uploaded(manager, '企业名称,地址\n同一家公司,雁滩\n')));
    for (const id of ids) await checkImport(taskOf(manager), id);
    for (const id of ids) await as(manager, (ctx) => confirmImport(ctx, { batch: id }));
    await Promise.all(ids.map((id) => applyImport(taskOf(manager), id)));
    expect(await count(center)).toBe(1);
    const states = await Promise.all(ids.map(async (id) => (await load(manager, id)).state));
    expect(states.sort()).toEqual(['applied', 'failed']);
  });

  test('columns and header may be chosen by hand, and what contradicts itself is said in words', async () => {
    const { manager } = await setting();
    const id = await uploaded(manager, '甲,乙\n兰州子公司,王刚\n兰州丑公司,李强\n');
    await checkImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'refused', problem: { key: 'sheet.noHeader' } });

    await as(manager, (ctx) => adjustImport(ctx, { batch: id, header: { sheet: 0, row: 1 }, units: {}, columns: {} }));
    await checkImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'refused', problem: { key: 'sheet.columnMissing' }, found: { columns: [{ letter: 'A', samples: ['兰州子公司', '兰州丑公司'] }, {}] } });

    await as(manager, (ctx) => adjustImport(ctx, { batch: id, header: { sheet: 0, row: 1 }, units: {}, columns: { 0: 'name', 1: 'name' } }));
    await checkImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'refused', problem: { key: 'sheet.mappedTwice', params: { columns: 'A、B' } } });

    await as(manager, (ctx) => adjustImport(ctx, { batch: id, header: { sheet: 0, row: 1 }, units: {}, columns: { 0: 'name', 1: 'legalRepresentative' } }));
    await checkImport(taskOf(manager), id);
    expect(await load(manager, id)).toMatchObject({ state: 'checked', counts: { new: 2 } });
  });

  test('a file that is no table, empty, or holds two headers is refused by name, and nothing is kept of it', async () => {
    const { manager } = await setting();
    const cases: [string, string][] = [
      ['', 'sheet.empty'],
      ['\n\n\n', 'sheet.empty'],
      ['企业名称,成立日期\n企业名称,联系电话\n甲公司,13800001234\n', 'sheet.twoHeaders'],
      ['企业名称,成立日期\n合计,\n', 'import.noRows'],
      ['%PDF-1.7 …', 'sheet.unknownKind'],
    ];
    for (const [text, problem] of cases) {
      const id = await uploaded(manager, text);
      await checkImport(taskOf(manager), id);
      expect(await load(manager, id)).toMatchObject({ state: 'refused', problem: { key: problem } });
      expect(await owner().$count(importRows, eq(importRows.batchId, id))).toBe(0);
    }
  });

  test('finance, the auditor, companies and another center cannot begin, see or confirm one', async () => {
    const { center, manager } = await setting();
    const id = await uploaded(manager, '企业名称,地址\n甲公司,雁滩\n');
    await checkImport(taskOf(manager), id);
    const finance = await makeMember(center, 'finance');
    await expect(as(finance, (ctx) => confirmImport(ctx, { batch: id }))).rejects.toThrow('forbidden');
    for (const foreign of [await makeMember(await makeCenter(), 'manager'), await makeMember(center, 'administrator')]) {
      expect(await reading(foreign, (ctx) => getImport(ctx, id))).toBeNull();
      await expect(as(foreign, (ctx) => confirmImport(ctx, { batch: id }))).rejects.toThrow('notFound');
    }
    const [row] = await owner().select().from(importBatches).where(eq(importBatches.id, id));
    expect(row?.state).toBe('checked');
  });
});
