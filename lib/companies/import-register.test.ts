import '@/db/testing/own-database';
import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { carriers, companies, companyAssignments, companyContacts } from '@/db/schema/companies';
import { entries } from '@/db/schema/audit';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { readAsked } from '@/lib/imports/read-asked';
import { readSheets } from '@/lib/imports/read-sheet';
import { importKind, type PlannedRow } from '@/lib/imports/registry';
import { writeXlsx } from '@/lib/imports/write-sheet';
import type { MemberActor } from '@/lib/kernel/actor';
import { creditCodeDigit, organisationDigit } from '@/lib/kernel/credit-code';
import { newId } from '@/lib/kernel/ids';
import { companyList } from './inputs';
import { founderTraits, registrationTypes, techFields } from './inputs/profile';
import './jobs';
import { registerExport } from './queries/export';

const kind = importKind('companies');

function code(serial: number): string {
  const organisation = `MA${String(serial).padStart(6, '0')}`;
  const first17 = `91620199${organisation}${organisationDigit(organisation)}`;
  return first17 + creditCodeDigit(first17);
}

async function rowsOf(csv: string) {
  return asRows(Buffer.from(csv));
}

async function asRows(bytes: Uint8Array) {
  const read = readAsked(kind, await readSheets(bytes), {});
  if ('problem' in read) throw read.problem;
  return read.asked;
}

async function planned(actor: MemberActor, csv: string): Promise<PlannedRow[]> {
  const rows = await rowsOf(csv);
  return reading(actor, (ctx) => kind.plan(ctx, rows));
}

async function imported(actor: MemberActor, bytes: Uint8Array): Promise<PlannedRow[]> {
  const rows = await asRows(bytes);
  return as(actor, async (ctx) => {
    const plan = await kind.plan(ctx, rows);
    await kind.apply(ctx, plan.filter(({ verdict }) => verdict === 'new' || verdict === 'changed'), async () => undefined);
    return plan;
  });
}

const verdicts = (rows: readonly PlannedRow[]) => rows.map((row) => row.verdict);
const reasons = (row: PlannedRow | undefined) => row?.problems.map((problem) => problem.key);

async function exported(actor: MemberActor, locale = 'zh-CN'): Promise<Uint8Array> {
  return reading(actor, async (ctx) => {
    const parts: Uint8Array[] = [];
    for await (const part of writeXlsx([await registerExport(ctx, companyList.parse({}), locale, '企业')])) parts.push(part as Uint8Array);
    return Buffer.concat(parts);
  });
}

describe('the register of a center', () => {
  test('its rows become companies with their people, and the same file again changes nothing', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const liaison = await makeMember(center, 'liaison', { name: '李晓梅' });
    await makeMember(center, 'mentor', { name: '周明' });
    await owner().insert(carriers).values({ centerId: center, id: newId(), kind: 'incubator', name: '科技孵化大厦' });
    const csv = Buffer.from(
      `某中心在孵企业台账,,,,,,,,,\n企业名称,统一社会信用代码,法人,注册资本（元）,成立日期,入驻时间,面积(㎡),载体,联络员,创业导师,联系人,联系电话,标签\n` +
        `兰州甲科技有限公司,${code(1)},王刚,"1,500,000",2019年3月5日,2020/1/2,86.5,科技孵化大厦,李晓梅,周明,马丽,13800001234,专精特新、高企\n` +
        `兰州乙生物有限公司,${code(2)},,,2021.6.1,20220301,,,,,,,\n合计,,,,,,,,,,,,\n`,
    );
    const first = await imported(manager, csv);
    expect(verdicts(first)).toEqual(['new', 'new']);
    const [row] = await owner().select().from(companies).where(eq(companies.name, '兰州甲科技有限公司'));
    expect(row).toMatchObject({ registeredCapitalFen: 150_000_000n, establishedOn: '2019-03-05', admittedOn: '2020-01-02', area: 8_650, state: 'incubating', tags: ['专精特新', '高企'], pinyin: 'lzjkjyxgs' });
    const open = await owner().select().from(companyAssignments).where(eq(companyAssignments.companyId, row?.id ?? ''));
    expect(open.map((one) => one.role).sort()).toEqual(['liaison', 'mentor']);
    expect(open.find((one) => one.role === 'liaison')?.membershipId).toBe(liaison.membershipId);
    const contacts = await owner().select().from(companyContacts).where(eq(companyContacts.companyId, row?.id ?? ''));
    expect(contacts).toMatchObject([{ name: '马丽', phone: '13800001234', isPrimary: true }]);
    expect(verdicts(await imported(manager, csv))).toEqual(['unchanged', 'unchanged']);
    const trail = await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center));
    expect(trail.filter((one) => one.name === 'company.created')).toHaveLength(2);
  });

  test('a masked or empty cell changes nothing, a clear mark empties, and only what differs is shown before and after', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    await imported(manager, Buffer.from(`企业名称,信用代码,法人,地址,联系人,联系电话\n兰州丙有限公司,${code(3)},王刚,雁滩路1号,马丽,13800001234\n`));
    const csv = `企业名称,信用代码,法人,地址,联系人,联系电话\n兰州丙科技有限公司,${code(3)},王*,[清空],,138****1234\n`;
    const [row] = await planned(manager, csv);
    expect(row).toMatchObject({ verdict: 'changed', before: { name: '兰州丙有限公司', address: '雁滩路1号' } });
    expect(Object.keys(row?.before ?? {})).toEqual(['name', 'address']);
    await imported(manager, Buffer.from(csv));
    const [company] = await owner().select().from(companies).where(eq(companies.creditCode, code(3)));
    expect(company).toMatchObject({ name: '兰州丙科技有限公司', address: null, legalRepresentative: '王刚', version: 2 });
  });

  test('what can be meant in two ways is refused, with both rows named', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    await makeCompany(center, { name: '兰州丁有限公司', creditCode: code(4) });
    await makeCompany(center, { name: '兰州戊有限公司' });
    await makeMember(center, 'liaison', { name: '同名' });
    await makeMember(center, 'liaison', { name: '同名' });
    const rows = await planned(
      manager,
      `企业名称,信用代码,联络员,入孵日期,离园日期\n甲甲,${code(7)},,,\n乙乙,${code(7)},,,\n兰州戊有限公司,${code(4)},,,\n兰州丁有限公司,${code(9)},,,\n` +
        `己己,91620199MA00000011,,,\n庚庚,,无此人,,\n辛辛,,同名,,\n壬壬,,,2020-01-01,2021-01-01\n癸癸,,,1899-01-01,\n子子,,,2999-01-01,\n`,
    );
    expect(verdicts(rows)).toEqual(rows.map(() => 'refused'));
    expect(rows[0]?.problems[0]).toMatchObject({ key: 'sheet.duplicateInFile', value: code(7), params: { first: 2, second: 3 } });
    expect(rows.slice(1).map((row) => reasons(row)?.[0])).toEqual([
      'sheet.duplicateInFile', 'company.codeAndName', 'company.otherCode', 'creditCode.checkDigit', 'company.unknownMember', 'company.ambiguousMember', 'company.leftButHere', 'sheet.impossibleYear', 'sheet.impossibleYear',
    ]);
  });

  test('a liaison names people where nobody is, and may not replace anybody', async () => {
    const center = await makeCenter();
    const liaison = await makeMember(center, 'liaison', { name: '甲某' });
    const other = await makeMember(center, 'liaison', { name: '乙某' });
    const taken = await makeCompany(center, { name: '有人负责公司' });
    await makeCompany(center, { name: '无人负责公司' });
    await assign(center, taken, 'liaison', other.membershipId);
    const rows = await planned(liaison, '企业名称,联络员\n有人负责公司,甲某\n无人负责公司,甲某\n');
    expect(verdicts(rows)).toEqual(['refused', 'changed']);
    expect(reasons(rows[0])).toEqual(['company.mayNotReassign']);
  });

  test('a nasty file: what is harmless is kept as written, what is not is named by column, value and reason', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const cells = [
      `"=HYPERLINK(""http://x"",""点我"")",,`,
      `<script>alert(1)</script>有限公司,,`,
      `'; drop table companies; --,,`,
      `🚀火箭 科技（兰州）有限公司,１００,２０２０－０３－０５`,
      `${'长'.repeat(300)},,`,
      `负数公司,-5,`,
      `含糊公司,若干,`,
      `外币公司,100万美元,`,
      `远古公司,,1899-12-31`,
      `未来公司,,2999-01-01`,
      `没有这天公司,,2021-02-30`,
      `还没成立公司,,2099-01-01`,
    ];
    const csv = Buffer.from(`企业名称,注册资本(万元),成立日期\n${cells.join('\n')}\n`);
    const rows = await imported(manager, csv);
    expect(verdicts(rows).slice(0, 4)).toEqual(['new', 'new', 'new', 'new']);
    expect(rows.slice(4).map((row) => reasons(row)?.[0])).toEqual([
      'tooLong', 'negativeAmount', 'sheet.notAnAmount', 'sheet.foreignCurrency', 'sheet.impossibleYear', 'sheet.impossibleYear', 'sheet.notADay', 'company.establishedLater',
    ]);
    const kept = await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.name);
    expect(kept.map((row) => row.name).sort()).toEqual(['🚀火箭 科技（兰州）有限公司', '=HYPERLINK("http://x","点我")', '<script>alert(1)</script>有限公司', "'; drop table companies; --"].sort());
    expect(kept.find((row) => row.name.startsWith('🚀'))).toMatchObject({ registeredCapitalFen: 100_000_000n, establishedOn: '2020-03-05' });
    expect(verdicts(await imported(manager, await exported(manager)))).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  test('what stands on the file’s second page is read by words or codes, and capital in the wrong unit is asked about', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const head = '企业名称,注册资本(万元),实缴资本(万元),国民经济行业,技术领域,创业特征,纳税人类型,登记注册类型\n';
    const rows = await imported(manager, Buffer.from(`${head}甲公司,100,50,C27,生物与新医药,连续创业、海归,小规模,173\n乙公司,100,1000000,医药制造业,新材料,,一般纳税人,私营有限责任公司\n丙公司,1,1,行业,领域,富二代,,\n`));
    expect(verdicts(rows)).toEqual(['new', 'new', 'refused']);
    expect(rows[1]?.problems).toMatchObject([{ key: 'profile.capitalWarning', warning: true }]);
    expect(reasons(rows[2])).toEqual(['sheet.notAChoice', 'sheet.notAChoice', 'sheet.notAChoice']);
    const [row] = await owner().select().from(companies).where(and(eq(companies.centerId, center), eq(companies.name, '甲公司')));
    expect(row).toMatchObject({ paidInCapitalFen: 50_000_000n, industrySection: 'C', industryDivision: '27', techField: 'biomedicine', founderTraits: ['returnee', 'serial'], taxpayerKind: 'small', registrationType: '173' });
    const changed = await imported(manager, Buffer.from('企业名称,国民经济行业,创业特征,实缴资本(万元)\n甲公司,65,[清空],[清空]\n'));
    expect(changed[0]?.before).toEqual({ industryDivision: '27', founderTraits: ['留学人员', '连续创业'], paidInCapital: '50000000' });
    const [now] = await owner().select().from(companies).where(eq(companies.id, row?.id ?? ''));
    expect(now).toMatchObject({ paidInCapitalFen: null, industrySection: 'I', industryDivision: '65', founderTraits: [] });
  });

  test('another center is never met', async () => {
    const [mine, other] = [await makeCenter(), await makeCenter()];
    const manager = await makeMember(mine, 'manager');
    await makeCompany(other, { name: '隔壁公司', creditCode: code(11) });
    expect(verdicts(await planned(manager, `企业名称,信用代码\n隔壁公司,${code(11)}\n`))).toEqual(['new']);
  });

  test('10,000 rows are one batch, new and changed', { timeout: 300_000 }, async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const lines = Array.from({ length: 10_000 }, (_, n) => `甘肃第${n}号澄源环保科技有限公司,${code(100_000 + n)},王刚${n},100,2019-03-05,2020-01-02,86.5,马丽${n},138${String(n).padStart(8, '0')}`);
    const csv = Buffer.from(`企业名称,信用代码,法人,注册资本(万元),成立日期,入孵时间,面积,联系人,联系电话\n${lines.join('\n')}\n`);
    expect((await imported(manager, csv)).every((row) => row.verdict === 'new')).toBe(true);
    const changed = csv.toString().replaceAll(',100,', ',200,').replaceAll('86.5', '90');
    expect((await imported(manager, Buffer.from(changed))).every((row) => row.verdict === 'changed')).toBe(true);
  });
});

describe('properties', () => {
  const word = fc.string({ unit: fc.constantFrom('兰', '州', '科', '=', '+', '-', '@', "'", '"', ',', '（', '(', ' ', 'a', 'B', '1', '，', '<b>', '😀'), minLength: 2, maxLength: 12 });
  const day = fc.integer({ min: 0, max: 6_000 }).map((n) => new Date(Date.UTC(2005, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
  const company = fc.record({
    name: word,
    legalRepresentative: optional(word),
    address: optional(word),
    note: optional(word),
    registeredCapitalFen: optional(fc.bigInt({ min: 0n, max: 10n ** 13n })),
    establishedOn: optional(day),
    area: optional(fc.integer({ min: 0, max: 10_000_000 })),
    leadingIndustry: optional(fc.constantFrom('biomedicine' as const, 'big_data' as const, 'other' as const)),
    paidInCapitalFen: optional(fc.bigInt({ min: 0n, max: 10n ** 13n })),
    industryDivision: optional(fc.constantFrom('01', '27', '65', '96')),
    techField: optional(fc.constantFrom(...techFields)),
    founderTraits: fc.subarray([...founderTraits]),
    taxpayerKind: optional(fc.constantFrom('general' as const, 'small' as const)),
    registrationType: optional(fc.constantFrom(...registrationTypes)),
    tags: fc.uniqueArray(fc.constantFrom('高企', '专精特新', '=1+1', '规上'), { maxLength: 3 }),
  });

  test('what is exported and imported again changes nothing', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(company, { minLength: 1, maxLength: 12, selector: ({ name }) => name.replace(/\s/g, '').toLowerCase() }), fc.constantFrom('zh-CN', 'en'), async (made, locale) => {
        const center = await makeCenter();
        const manager = await makeMember(center, 'manager');
        for (const { name, ...values } of made) await makeCompany(center, { ...values, name: `公司${name.replace(/\s+/g, ' ').trim()}完` });
        const before = await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.id);
        const plan = await imported(manager, await exported(manager, locale));
        expect(plan.filter((row) => row.verdict === 'new' || row.verdict === 'changed')).toEqual([]);
        expect(await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.id)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  test('a batch that fails in the middle leaves nothing', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2_500 }), fc.integer({ min: 0, max: 2 }), async (size, breakAt) => {
        const center = await makeCenter();
        const manager = await makeMember(center, 'manager');
        const rows = await rowsOf(`企业名称,联系人\n${Array.from({ length: size }, (_, n) => `公司${n}号,张三`).join('\n')}\n`);
        let parts = 0;
        const work = as(manager, async (ctx) => {
          await kind.apply(ctx, await kind.plan(ctx, rows), async () => {
            if (parts++ === breakAt) throw new Error('killed');
          });
          throw new Error('killed at the end');
        });
        await expect(work).rejects.toThrow('killed');
        for (const table of [companies, companyContacts, entries]) {
          expect(await owner().$count(table, eq(table.centerId, center))).toBe(0);
        }
      }),
      { numRuns: 6 },
    );
  });
});
