import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { ipRights } from '@/db/schema/companies-ip';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { findHeader } from '@/lib/imports/find-header';
import { matchColumns } from '@/lib/imports/match-columns';
import { readSheets } from '@/lib/imports/read-sheet';
import { readTable } from '@/lib/imports/rows';
import { bytesOf } from '@/lib/imports/testing';
import { writeXlsx } from '@/lib/imports/write-sheet';
import type { MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError, StaleError } from '@/lib/kernel/errors';
import { askedCells } from './asked';
import { importIp, ipKnowledge } from './commands/import-ip';
import { removeIp, saveIp } from './commands/keep-ip';
import { ipKinds, ipList, SaveIp } from './inputs/ip';
import { ipCells, ipColumns, ipSheet } from './ip-sheet';
import { planIp } from './plan-ip';
import { ipOf, ipRowsOut, listIp } from './queries/ip';

async function setting() {
  const center = await makeCenter();
  const company = await makeCompany(center, { name: '甘肃澄源环保科技有限公司' });
  return { center, company, boss: await makeMember(center, 'company_owner', { companyId: company }), manager: await makeMember(center, 'manager') };
}
const right = (company: string, more: Record<string, string> = {}) => SaveIp.parse({ company, kind: 'utility', number: 'ZL200820028064.2', title: '一种过滤器', filedOn: '2008-05-01', ...more });
const asked = async (rows: (string | null)[][], header = ['企业名称', '类型', '编号', '名称', '申请日', '授权日']) => {
  const bytes = await bytesOf(writeXlsx([{ name: 's', columns: header.map((one) => ({ header: one, kind: 'text' as const })), rows }]));
  return read(bytes);
};
async function read(bytes: Uint8Array) {
  const sheets = await readSheets(bytes);
  const search = findHeader(ipSheet, sheets);
  if (search.kind !== 'found') throw new Error('no header');
  const { columns } = matchColumns(ipSheet, search.header.cells);
  const [sheet] = sheets;
  return readTable(ipSheet, sheet ?? { name: '', rows: [] }, search.header, columns).rows.map((row) => askedCells(row));
}
const plan = (actor: MemberActor, rows: Awaited<ReturnType<typeof asked>>) => reading(actor, async (ctx) => planIp(rows, await ipKnowledge(ctx, rows)));

describe('a right', () => {
  test('is kept by the company, its expiry computed, the second editor told', async () => {
    const { company, boss, manager } = await setting();
    await as(boss, (ctx) => saveIp(ctx, right(company)));
    const [row] = await reading(manager, (ctx) => ipOf(ctx, company));
    expect(row).toMatchObject({ number: '200820028064.2', expiresOn: '2018-04-30' });
    await as(manager, (ctx) => saveIp(ctx, { ...right(company), right: row?.id, version: 1, grantedOn: '2009-01-01' }));
    await expect(as(boss, (ctx) => saveIp(ctx, { ...right(company), right: row?.id, version: 1 }))).rejects.toThrow(StaleError);
    await expect(as(boss, (ctx) => saveIp(ctx, right(company)))).rejects.toMatchObject({ code: 'ip.twice', options: { field: 'number' } });
    await expect(as(boss, (ctx) => saveIp(ctx, right(company, { kind: 'invention' })))).rejects.toMatchObject({ code: 'ip.is.utility', options: { field: 'number' } });
    await as(boss, (ctx) => removeIp(ctx, { company, right: row?.id ?? '' }));
    expect(await reading(manager, (ctx) => ipOf(ctx, company))).toEqual([]);
  });

  test('is nobody else’s', async () => {
    const { center, company } = await setting();
    const stranger = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
    const finance = await makeMember(center, 'finance');
    await expect(as(stranger, (ctx) => saveIp(ctx, right(company)))).rejects.toThrow(ForbiddenError);
    await expect(as(finance, (ctx) => saveIp(ctx, right(company)))).rejects.toThrow(ForbiddenError);
  });

  test('is found by number, title, company, class and state', async () => {
    const { center, company, manager } = await setting();
    const other = await makeCompany(center, { name: '兰州曜阳新能源有限公司' });
    await as(manager, (ctx) => saveIp(ctx, right(company)));
    await as(manager, (ctx) => saveIp(ctx, right(other, { kind: 'software', number: '2021SR0123456', title: '监测平台', filedOn: '2021-01-01', grantedOn: '2021-02-01', pledged: 'on' })));
    const titles = async (search: Record<string, string>) => (await reading(manager, (ctx) => listIp(ctx, ipList.parse(search)))).rows.map((row) => row.title);
    expect(await titles({ q: 'ZL200820028064.2' })).toEqual(['一种过滤器']);
    expect(await titles({ q: '监测' })).toEqual(['监测平台']);
    expect(await titles({ q: '澄源' })).toEqual(['一种过滤器']);
    expect(await titles({ class: '2', state: 'valid' })).toEqual(['监测平台']);
    expect(await titles({ state: 'expired' })).toEqual(['一种过滤器']);
    expect(await titles({ pledged: '1', year: '2021' })).toEqual(['监测平台']);
  });
});

describe('a sheet of rights', () => {
  test('says of every row what is wrong, and names the digit', async () => {
    const { manager } = await setting();
    const rows = await asked([
      ['甘肃澄源环保科技有限公司', '实用新型', '200820028064.3', '甲', '2008-05-01', null],
      ['没有这家公司', '发明', '201010000001.8', '乙', null, null],
      ['甘肃澄源环保科技有限公司', '发明', '200820028064.2', '丙', null, null],
      ['甘肃澄源环保科技有限公司', '发明专利', '201010000001.8', '丁', '1899-01-01', null],
      ['甘肃澄源环保科技有限公司', '发明专利', '201010000001.8', '戊', '2010-01-01', null],
      ['甘肃澄源环保科技有限公司', '发明专利', '201010000001.8', '己', '2010-01-01', null],
    ]);
    const planned = await plan(manager, rows);
    expect(planned.map((row) => [row.verdict, row.problems.map((one) => one.key)])).toEqual([
      ['refused', ['ip.patentDigit']],
      ['refused', ['company.unknown']],
      ['refused', ['ip.is.utility']],
      ['refused', ['sheet.impossibleYear']],
      ['new', []],
      ['refused', ['sheet.duplicateInFile']],
    ]);
  });

  test('is written once; what changed is shown before and after', async () => {
    const { center, company, manager } = await setting();
    const rows = await asked([['甘肃澄源环保科技有限公司', '软著', '2021SR0123456', '监测平台', '2021-01-01', null]]);
    await as(manager, async (ctx) => importIp(ctx, planIp(rows, await ipKnowledge(ctx, rows)), async () => undefined));
    expect(await plan(manager, rows)).toMatchObject([{ verdict: 'unchanged' }]);
    const later = await asked([['甘肃澄源环保科技有限公司', '软著', '2021SR0123456', '监测平台', '2021-01-01', '2021-02-02']]);
    const planned = await plan(manager, later);
    expect(planned).toMatchObject([{ verdict: 'changed', before: { grantedOn: null } }]);
    await as(manager, (ctx) => importIp(ctx, planned, async () => undefined));
    expect(await reading(manager, (ctx) => ipOf(ctx, company))).toMatchObject([{ grantedOn: '2021-02-02', expiresOn: '2071-12-31' }]);
    expect(await owner().$count(ipRights, eq(ipRights.centerId, center))).toBe(1);
  });

  test('exported and imported again changes nothing, whatever it holds', async () => {
    const { center, company, manager } = await setting();
    const day = fc.integer({ min: 0, max: 9_000 }).map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
    const rights = fc.uniqueArray(
      fc.record({ kind: fc.constantFrom(...ipKinds), title: fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('甲', '=', '1', 'a', '(', '）', '，', '.') }), filedOn: fc.option(day), pledged: fc.boolean(), usedBefore: fc.boolean(), acquired: fc.constantFrom('own' as const, 'merged' as const), note: fc.constantFrom('', '一行\n两行') }),
      { minLength: 1, maxLength: 12, selector: (one) => `${one.kind} ${one.title}` },
    );
    await fc.assert(
      fc.asyncProperty(rights, fc.constantFrom('zh-CN', 'en'), async (all, locale) => {
        await owner().delete(ipRights).where(eq(ipRights.centerId, center));
        for (const one of all) await owner().insert(ipRights).values({ centerId: center, id: crypto.randomUUID(), companyId: company, ...one, title: `题 ${one.title}` });
        const out = await reading(manager, async (ctx) => bytesOf(writeXlsx([{ name: 's', columns: ipColumns(locale), rows: ipRowsOut(ctx, ipList.parse({}), locale) }])));
        expect((await plan(manager, await read(out))).map((row) => [row.verdict, row.problems])).toEqual(all.map(() => ['unchanged', []]));
      }),
      { numRuns: 12 },
    );
  });

  test('has a word for every value in both languages', () => {
    for (const locale of ['zh-CN', 'en']) {
      for (const kind of ipKinds) {
        const cells = ipCells({ company: 'x', creditCode: null, kind, number: null, title: 't', filedOn: null, grantedOn: null, acquired: 'own', owner: '', endedOn: null, pledged: true, usedBefore: false, note: '' }, locale);
        expect(cells[2]).not.toBe(kind);
      }
    }
  });
});
