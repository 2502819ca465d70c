import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { RuleError } from '@/lib/kernel/errors';
import { readSheets } from './read-sheet';
import { workbook, zip } from './testing';
import type { CellValue } from './workbook';

const rowsOf = async (bytes: Uint8Array): Promise<CellValue[][]> =>
  (await readSheets(bytes)).flatMap(({ rows }) => rows.map(({ cells }) => cells));
const refusalOf = async (bytes: Uint8Array, limits = {}) =>
  readSheets(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof RuleError ? error.code : `not a rule: ${String(error)}`),
  );
async function excel(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('an xlsx file', () => {
  it('gives the values people see: rich text, results, links, days, errors', async () => {
    const bytes = await excel((book) => {
      const sheet = book.addWorksheet('企业登记表');
      sheet.mergeCells('A1:H1');
      sheet.getCell('A1').value = '在孵企业登记表';
      sheet.getRow(3).values = [
        { richText: [{ text: '兰州' }, { font: { bold: true }, text: '某某' }, { text: '科技' }] },
        { formula: '1+1', result: 2 },
        { formula: 'A1&"x"', result: '文字' },
        { text: '官网', hyperlink: 'https://example.com' },
        new Date('2022-06-30T00:00:00Z'),
        { error: '#N/A' },
        true,
        12.5,
      ];
      sheet.getCell('I3').value = { formula: 'TODAY()', result: new Date('2022-07-01T00:00:00Z') };
      sheet.getCell('I3').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell('J3').value = { formula: 'A1/0', result: { error: '#DIV/0!' } };
      sheet.getCell('K3').value = 44742;
      sheet.getCell('L3').value = 'a\r\nb _x0041_ <&>';
    });
    const [sheet] = await readSheets(bytes);
    expect(sheet?.name).toBe('企业登记表');
    expect(sheet?.rows[0]).toMatchObject({ number: 1 });
    expect(sheet?.rows[0]?.cells[0]).toBe('在孵企业登记表');
    expect(sheet?.rows[1]).toEqual({
      number: 3,
      cells: [
        '兰州某某科技',
        2,
        '文字',
        '官网',
        { date: '2022-06-30' },
        { error: '#N/A' },
        true,
        12.5,
        { date: '2022-07-01' },
        { error: '#DIV/0!' },
        44742,
        expect.stringContaining('b '),
      ],
    });
  });

  it('leaves out sheets that are hidden', async () => {
    const bytes = await excel((book) => {
      book.addWorksheet('隐藏', { state: 'veryHidden' }).addRow(['不读']);
      book.addWorksheet('可见').addRow(['读']);
    });
    expect((await readSheets(bytes)).map(({ name }) => name)).toEqual(['可见']);
  });

  it('is read as other programs write it', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy/m/d;@"/><numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/><xf numFmtId="21"/></cellXfs></styleSheet>';
    const bytes = workbook(
      '<row><c t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r><rPh><t>jia</t></rPh></is></c><c s="1"><v>44742</v></c><c s="2"><v>44742</v></c></row>' +
        '<row r="9"><c r="C9" s="3"><v>44742.75</v></c><c r="E9" t="s"><v>0</v></c><c r="F9" s="4"><v>0.5</v></c><c r="G9" t="d"><v>2022-06-30T00:00:00</v></c><c r="H9"><f>A1</f></c><c r="I9" t="b"><v>0</v></c></row>',
      {
        styles,
        strings: '<si><t>甲_x000D_</t><rPh sb="0" eb="1"><t>ka</t></rPh></si>',
        relations:
          '<Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>',
      },
    );
    expect((await readSheets(bytes))[0]?.rows).toEqual([
      { number: 1, cells: ['甲 乙', { date: '2022-06-30' }, 44742] },
      {
        number: 9,
        cells: [
          null,
          null,
          { date: '2022-06-30' },
          null,
          '甲\r',
          0.5,
          { date: '2022-06-30' },
          { error: '=' },
          false,
        ],
      },
    ]);
  });

  it('is read with prefixed names and a calendar from 1904', async () => {
    const data = workbook('', {
      workbook:
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" r:id="rId1"/></x:sheets></x:workbook>',
      styles: '<x:styleSheet><x:cellXfs><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>',
      relations: '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/s.xml"/>',
      parts: [
        {
          name: 'xl/worksheets/s.xml',
          data: '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>43280</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        },
      ],
    });
    expect(await rowsOf(data)).toEqual([[{ date: '2022-06-30' }]]);
  });

  it('is refused when it would burst, before it is unpacked', async () => {
    expect(
      await refusalOf(workbook('', { parts: [{ name: 'a', data: Buffer.alloc(6_000_000) }] })),
    ).toBe('sheet.bomb');
    expect(
      await refusalOf(
        workbook('', { parts: [{ name: 'a', data: 'x', claim: { size: 0xfffffff0 } }] }),
      ),
    ).toBe('sheet.bomb');
    expect(
      await refusalOf(zip(Array.from({ length: 2_100 }, (_, i) => ({ name: `${i}`, data: '' })))),
    ).toBe('sheet.bomb');
  });

  it('is refused when it is larger than its directory says', async () => {
    const bytes = zip([
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="w.xml"/></Relationships>',
      },
      { name: 'w.xml', data: `<workbook>${' '.repeat(100_000)}</workbook>`, claim: { size: 500 } },
    ]);
    expect(await refusalOf(bytes)).toBe('sheet.unreadable');
  });

  it('is refused in its own words when it is locked, old, broken, empty or none', async () => {
    expect(
      await refusalOf(workbook('', { parts: [{ name: 'a', data: 'x', claim: { flags: 1 } }] })),
    ).toBe('sheet.locked');
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('sheet.oldExcel');
    expect(await refusalOf(workbook('<row><c><v>1</row>'))).toBe('sheet.unreadable');
    expect(await refusalOf(workbook('<row><c><v>1</v></c></row>').slice(0, -40))).toBe(
      'sheet.unreadable',
    );
    expect(await refusalOf(zip([{ name: 'word/document.xml', data: '<x/>' }]))).toBe(
      'sheet.unreadable',
    );
    expect(
      await refusalOf(
        workbook('<!DOCTYPE x [<!ENTITY a "aaaa">]><row><c t="str"><v>&a;</v></c></row>'),
      ),
    ).toBe('sheet.unreadable');
    expect(await refusalOf(workbook('<row r="1" s="2"/>'))).toBe('sheet.empty');
    expect(await refusalOf(new Uint8Array())).toBe('sheet.empty');
    expect(await refusalOf(Buffer.from('%PDF-1.7 …'))).toBe('sheet.unknownKind');
    expect(await refusalOf(Buffer.from([1, 0, 2, 0, 3]))).toBe('sheet.unknownKind');
  });

  it('with 300,000 rows is refused by its rows', async () => {
    const row = (i: number) =>
      `<row r="${i}"><c r="A${i}" t="str"><v>企业${(i * 7919) % 99991}</v></c><c r="B${i}"><v>${(i * 31) % 8887}</v></c></row>`;
    const bytes = workbook(Array.from({ length: 300_000 }, (_, i) => row(i + 1)).join(''));
    await expect(readSheets(bytes)).rejects.toMatchObject({
      code: 'sheet.tooManyRows',
      options: { params: { max: 50_000 } },
    });
  });

  it('never reads beyond the last column we look at', async () => {
    expect(
      await rowsOf(workbook('<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')),
    ).toEqual([[1]]);
  });
});

describe('a CSV file', () => {
  const text =
    '企业名称,注册资本（万元）\r\n"兰州某某, ""甲"" 科技\n有限公司",500\r\n\r\n乙公司,"1,200"';
  const rows = [
    ['企业名称', '注册资本（万元）'],
    ['兰州某某, "甲" 科技\n有限公司', '500'],
    ['乙公司', '1,200'],
  ];

  it('is read in UTF-8, GBK and UTF-16, with or without a mark', async () => {
    expect(await rowsOf(Buffer.from(text))).toEqual(rows);
    expect(await rowsOf(Buffer.from(`\ufeff${text}`))).toEqual(rows);
    expect(await rowsOf(iconv.encode(text, 'gbk'))).toEqual(rows);
    expect(await rowsOf(iconv.encode(`\ufeff${text}`, 'utf-16le'))).toEqual(rows);
  });

  it('counts the rows as a sheet does', async () => {
    expect((await readSheets(Buffer.from(text)))[0]?.rows.map(({ number }) => number)).toEqual([
      1, 2, 4,
    ]);
  });

  it('may be separated by tabs or semicolons', async () => {
    expect(await rowsOf(Buffer.from('a\tb,c\td\n1\t2\t3'))).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2', '3'],
    ]);
    expect(await rowsOf(Buffer.from('a;b\r1;2\r'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps what looks like a formula as text', async () => {
    expect(await rowsOf(Buffer.from("=1+1,'=cmd|x,'ok"))).toEqual([['=1+1', '=cmd|x', "'ok"]]);
  });

  it('is refused with the row when a quote is never closed, and when it has too many rows', async () => {
    await expect(readSheets(Buffer.from('a,b\n1,"2\n3,4'))).rejects.toMatchObject({
      code: 'sheet.openQuote',
      options: { params: { row: 2 } },
    });
    expect(await refusalOf(Buffer.from('a\n'.repeat(20)), { rows: 10 })).toBe('sheet.tooManyRows');
  });
});

it('whatever bytes come, they are read or refused in words', async () => {
  const head = fc.constantFrom('', 'PK\x03\x04', 'PK\x05\x06', '"', '\xff\xfe', '<xml');
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
      expect(await refusalOf(Buffer.concat([Buffer.from(start, 'latin1'), rest]))).not.toContain(
        'not a rule',
      );
    }),
    { numRuns: 300 },
  );
  const whole = workbook('<row><c t="str"><v>甲</v></c></row>');
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Uint8Array.from(whole);
      damaged[at] = byte;
      expect(await refusalOf(damaged)).not.toContain('not a rule');
    }),
    { numRuns: 300 },
  );
});
