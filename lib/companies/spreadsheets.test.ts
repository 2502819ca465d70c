import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companies, companyContacts, companyRoad } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { ipRights } from '@/db/schema/companies-ip';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { readAsked } from '@/lib/imports/read-asked';
import { readSheets } from '@/lib/imports/read-sheet';
import { importKind, type PlannedRow } from '@/lib/imports/registry';
import { bytesOf, workbook } from '@/lib/imports/testing';
import type { CellValue, Sheet } from '@/lib/imports/workbook';
import { writeXlsx } from '@/lib/imports/write-sheet';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { companyList } from './inputs';
import './jobs';
import { registerExport, registerTemplate } from './queries/export';
import { takeoverParts } from './takeover';

/** Templates as people give them back: saved again by another program, or filled with whatever stood in their old lists. */

const kind = importKind('companies');

async function planned(actor: MemberActor, bytes: Uint8Array): Promise<PlannedRow[]> {
  const read = readAsked(kind, await readSheets(bytes), {});
  if ('problem' in read) throw read.problem;
  return reading(actor, (ctx) => kind.plan(ctx, read.asked));
}

async function applied(actor: MemberActor, bytes: Uint8Array): Promise<PlannedRow[]> {
  const plan = await planned(actor, bytes);
  await as(actor, (ctx) => kind.apply(ctx, plan.filter(({ verdict }) => verdict === 'new' || verdict === 'changed'), async () => undefined));
  return plan;
}

const exported = (actor: MemberActor, locale = 'zh-CN') =>
  reading(actor, async (ctx) => bytesOf(writeXlsx([await registerExport(ctx, companyList.parse({ sort: 'name' }), locale, '企业')])));

const xml = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const column = (at: number): string => (at < 26 ? '' : column(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

/**
 * The same sheet as LibreOffice Calc saves it: shared strings (some in runs of rich text), days as numbers under a style of its
 * own, every row padded with styled empty cells, attributes and elements no other program writes, rows down to the last one.
 */
function savedByLibreOffice(sheet: Sheet, inline = false): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string) => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const cell = (value: CellValue, at: string): string => {
    if (value === null) return `<c r="${at}" s="1"/>`;
    if (typeof value === 'number') return `<c r="${at}" s="3" t="n"><v>${value}</v></c>`;
    if (typeof value === 'object' && 'date' in value) return `<c r="${at}" s="2" t="n"><v>${serial(value.date)}</v></c>`;
    if (typeof value === 'string') return inline ? `<c r="${at}" s="1" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>` : `<c r="${at}" s="1" t="s"><v>${shared(value)}</v></c>`;
    throw new Error('an export holds nothing else');
  };
  const rows = sheet.rows.map(({ number, cells }) => {
    const padded = Array.from({ length: 40 }, (_, at) => cell(cells[at] ?? null, `${column(at)}${number}`));
    return `<row r="${number}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${padded.join('')}</row>`;
  });
  const items = strings.map((text, at) => {
    const [first = '', ...rest] = [...text];
    return at % 3 === 0
      ? `<si><r><rPr><sz val="10"/><rFont val="Noto Sans CJK SC"/></rPr><t xml:space="preserve">${xml(first)}</t></r><r><rPr><sz val="10"/></rPr><t xml:space="preserve">${xml(rest.join(''))}</t></r></si>`
      : `<si><t xml:space="preserve">${xml(text)}</t></si>`;
  });
  return workbook(`${rows.join('')}<row r="1048576" customFormat="false" ht="12.8" hidden="false"><c r="A1048576" s="1"/></row>`, {
    strings: items.join(''),
    styles:
      '<styleSheet><numFmts count="3"><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="#,##0.00####"/></numFmts>' +
      '<cellStyleXfs count="1"><xf numFmtId="165"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="164"/><xf numFmtId="49"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
  });
}

async function filled() {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  const first = await makeCompany(center, {
    name: '兰州“甲”<A&B>科技有限公司', legalRepresentative: '=1+1', registeredCapitalFen: 123_456_789n, establishedOn: '2019-02-28', admittedOn: '2020-02-29',
    area: 8_650, tags: ['高企', '专精特新'], note: '第一行\n第二行', leadingIndustry: 'biomedicine', creditCode: '91620102MA0000015R',
  });
  await makeCompany(center, { name: '兰州乙_x0041_有限公司', address: "'雁滩路 0012 号", establishedOn: '1999-12-31', state: 'graduated', admittedOn: '2001-01-01', leftOn: '2004-01-01' });
  await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: first, name: '马丽', phone: '13800001234', email: 'a@b.cn', isPrimary: true });
  return { center, manager };
}

/** The same with something in every sheet of the workbook. */
async function stocked() {
  const { center, manager } = await filled();
  const all = await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.establishedOn);
  const [, first] = all;
  if (first === undefined) throw new Error('no company');
  await owner().update(companies).set({ paidInCapitalFen: 5_000_000n, industryDivision: '27', industrySection: 'C', techField: 'biomedicine', founderTraits: ['student', 'serial'], taxpayerKind: 'small', registrationType: '173' }).where(eq(companies.id, first.id));
  const of = { centerId: center, companyId: first.id };
  await owner().insert(companyFacts).values([
    { ...of, id: newId(), year: 2024, key: 'revenue', value: 123_456_700n, source: 'staff', state: 'verified' },
    { ...of, id: newId(), year: 2024, key: 'staff', value: 12n, source: 'staff', state: 'verified' },
    { ...of, id: newId(), year: 2025, key: 'netProfit', value: -5_000_000n, source: 'staff', state: 'verified' },
  ]);
  await owner().insert(ipRights).values([
    { ...of, id: newId(), kind: 'invention', number: '202010123456.2', title: '一种“甲”的方法', filedOn: '2020-02-29', grantedOn: '2022-03-01', expiresOn: '2040-02-29', pledged: true },
    { ...of, id: newId(), kind: 'software', number: '2021SR0123456', title: '=监测平台V1.0', grantedOn: '2021-02-02' },
  ]);
  await owner().insert(companyRoad).values([{ ...of, id: newId(), kind: 'extended', onDay: '2024-02-20', basis: 'exact', position: 5, untilOn: '2027-02-28', reason: '会议纪要〔2024〕3号' }]);
  return { center, manager };
}

describe('a prefilled template', () => {
  test.each([['shared strings', false], ['inline strings', true]])('saved again by LibreOffice with %s and imported changes nothing', async (_, inline) => {
    const { center, manager } = await filled();
    const before = await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.id);
    for (const locale of ['zh-CN', 'en']) {
      const [sheet] = await readSheets(await exported(manager, locale));
      if (sheet === undefined) throw new Error('no sheet');
      const plan = await applied(manager, savedByLibreOffice(sheet, inline));
      expect(plan.map((row) => [row.verdict, row.problems])).toEqual([['unchanged', []], ['unchanged', []]]);
    }
    expect(await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.id)).toEqual(before);
  });

  test('with one cell changed by hand changes that cell alone', async () => {
    const { manager } = await filled();
    const [sheet] = await readSheets(await exported(manager));
    const at = sheet?.rows[0]?.cells.indexOf('房间号') ?? -1;
    if (sheet === undefined || at < 0) throw new Error('no such column');
    const [head, first, ...rest] = sheet.rows;
    if (head === undefined || first === undefined) throw new Error('no rows');
    const cells = Array.from({ length: Math.max(first.cells.length, at + 1) }, (_, n) => first.cells[n] ?? null);
    cells[at] = 'B-1203';
    const plan = await planned(manager, savedByLibreOffice({ ...sheet, rows: [head, { ...first, cells }, ...rest] }));
    expect(plan.map((row) => row.verdict).sort()).toEqual(['changed', 'unchanged']);
    expect(plan.find((row) => row.verdict === 'changed')?.before).toEqual({ room: null });
  });
});

/**
 * The workbook of `stocked` as it left the house, in either language, opened and saved again by LibreOffice Calc 7.4.
 */
test.each([
  ['takeover-saved-by-libreoffice.xlsx', 'zh-CN'], ['takeover-saved-by-libreoffice-en.xlsx', 'en'],
])('%s changes nothing when it comes back, on any of its sheets', async (file) => {
  const { manager } = await stocked();
  const sheets = await readSheets(await readFile(path.join(import.meta.dirname, 'fixtures', file)));
  const verdicts: string[] = [];
  for (const { kind: name, only } of takeoverParts) {
    await reading(manager, async (ctx) => {
      const part = importKind(name);
      const read = readAsked(part, sheets, { only: [...only] });
      if ('problem' in read) throw read.problem;
      for (const row of await part.plan(ctx, read.asked)) verdicts.push(`${name} ${row.verdict} ${row.problems.map((one) => one.key).join()}`.trim());
    });
  }
  expect(verdicts).toEqual(['companies unchanged', 'companies unchanged', 'facts unchanged', 'facts unchanged', 'ip unchanged', 'ip unchanged', 'contacts unchanged', 'road unchanged', 'road unchanged', 'road unchanged', 'road unchanged']);
});

test('an empty template has the columns of the prefilled one, filled or not it reads back', async () => {
  const { manager } = await filled();
  const [full] = await readSheets(await exported(manager));
  const [empty] = await readSheets(await bytesOf(writeXlsx([registerTemplate('zh-CN', '企业')])));
  expect(empty?.rows).toHaveLength(1);
  expect(empty?.rows[0]?.cells).toEqual(full?.rows[0]?.cells);
  if (empty === undefined) throw new Error('no sheet');
  const plan = await planned(manager, savedByLibreOffice({ ...empty, rows: [...empty.rows, { number: 2, cells: ['兰州新来有限公司'] }] }));
  expect(plan.map((row) => row.verdict)).toEqual(['new']);
});

test('a nasty file: every row gets its own verdict and nothing else suffers', async () => {
  const { center, manager } = await filled();
  const nasty = [
    '兰州高新区在孵企业情况一览表（内部）,,,,,,,,,',
    '填报单位：创业服务中心,,,,,单位：万元,,,,',
    ',,,,,,,,,',
    '序号,企业名称,统一社会信用代码,注册资金,成立时间,面积,状态,联系人,联系方式,备注',
    '1,  兰州“甲”<A&B>科技有限公司  ,９１６２０１０２ＭＡ０００００１５Ｒ,"1,234,567.89元",2019年2月28日,86.50平米,在孵企业,马丽,138****1234,',
    '2,兰州新一有限公司,,壹佰万,2020.13.01,约80,在孵,,,',
    '3,兰州新二有限公司,91620102MA0000016R,100万元,43831,80㎡,在 孵,张三,０９３１－１２３４５６７,"换行\n还有""引号"""',
    '4,兰州新三有限公司,,￥30万,1899/1/1,-5,停业,李四,12345,',
    '5,兰州新四有限公司,,30万美元,2020/1/2,80,毕业,,,',
    '6,兰州新五有限公司,-,无,/,—,,,,N/A',
    '7,兰州新五有限公司,,,,,,,,',
    ',小计,,130,,160,,,,',
    '8,A,,,,,,,,',
    '9,=cmd|calc!A1公司,,(50),2020-01-02,80,在孵,,,=1+1',
    '注：以上数据截至 2022 年 6 月,,,,,,,,,',
    '合计,9家,,,,,,,,',
  ].join('\r\n');
  const plan = await applied(manager, Buffer.from(nasty));
  const said = (row: PlannedRow) => [row.verdict, ...new Set(row.problems.filter((one) => one.warning !== true).map((one) => one.key))];
  expect(plan.map(said)).toEqual([
    ['unchanged'],
    ['refused', 'sheet.notAnAmount', 'sheet.notADay', 'sheet.notAnArea'],
    ['refused', 'creditCode.checkDigit'],
    ['refused', 'sheet.impossibleYear', 'tooSmall', 'sheet.notAChoice', 'invalidPhone'],
    ['refused', 'sheet.foreignCurrency'],
    ['refused', 'sheet.duplicateInFile'],
    ['refused', 'sheet.duplicateInFile'],
    ['refused', 'company.nameTooShort', 'required'],
    ['refused', 'negativeAmount'],
  ]);
  expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(2);
});
