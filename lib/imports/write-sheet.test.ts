import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { cleanLine } from '@/lib/kernel/text';
import { findHeader } from './find-header';
import { matchColumns } from './match-columns';
import { readSheets } from './read-sheet';
import { readTable, valueIn } from './rows';
import { bytesOf, register } from './testing';
import { type OutColumn, type OutRow, writeCsv, writeXlsx } from './write-sheet';

const columns: OutColumn[] = [
  { header: '企业名称', kind: 'text' },
  { header: '注册资本（万元）', kind: 'wan' },
  { header: '成立日期', kind: 'day' },
  { header: '租用面积（㎡）', kind: 'area' },
  { header: '从业人员（人）', kind: 'number' },
  { header: '联系电话', kind: 'text' },
  { header: '注册地址', kind: 'text' },
];

async function readBack(bytes: Uint8Array) {
  const sheets = await readSheets(bytes);
  const search = findHeader(register, sheets);
  const sheet = search.kind === 'found' ? sheets[search.header.sheet] : undefined;
  if (search.kind !== 'found' || !sheet) throw new Error(search.kind);
  const { columns: matched, problems } = matchColumns(register, search.header.cells);
  expect(problems).toEqual([]);
  return readTable(register, sheet, search.header, matched);
}

describe('a sheet we write', () => {
  const nasty = [
    '=1+1',
    "'=1",
    '+86',
    '-5',
    '@SUM(A1)',
    '\u0009=x',
    '_x0041_',
    '_x005F_x0041_',
    '甲,"乙"\n丙',
    '<b>&amp;',
    '😀𠮷',
    "O'Brien",
    ';',
    '0012',
    '1e5',
    '91620000710375659T',
  ];

  it('holds formula-like text as text, in both formats', async () => {
    const rows = nasty.map((text): OutRow => [text]);
    const column: OutColumn[] = [{ header: '名称', kind: 'text' }];
    const xlsx = await readSheets(
      await bytesOf(writeXlsx([{ name: 'a/b*[x]', columns: column, rows }])),
    );
    expect(xlsx[0]?.name).toBe('a b  x');
    expect(xlsx[0]?.rows.slice(1).map(({ cells }) => cells[0])).toEqual(nasty);
    const text = Buffer.from(await bytesOf(writeCsv({ columns: column, rows }))).toString('utf8');
    expect(text.split('\r\n').slice(1, 6)).toEqual(["'=1+1", "''=1", "'+86", "'-5", "'@SUM(A1)"]);
    expect(
      (await readSheets(Buffer.from(text)))[0]?.rows.slice(1).map(({ cells }) => cells[0]),
    ).toEqual(nasty);
  });

  it('reads back as the same values', async () => {
    const words = fc.oneof(
      fc.constantFrom(...nasty),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const word = words
      .map(cleanLine)
      .filter(
        (text) => /[\p{L}\p{N}]/u.test(text) && !text.includes('*') && !/清空|clear/i.test(text),
      );
    const row = fc.record({
      name: word.map((text) => `甲${text}`),
      capital: fc.option(fc.bigInt({ min: 0n, max: 10n ** 17n })),
      establishedOn: fc.option(
        fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n)),
      ),
      area: fc.option(fc.integer({ min: 0, max: 2_147_483_647 })),
      staff: fc.option(fc.nat()),
      phone: fc.option(fc.constantFrom('13800001234', '0931-8500000')),
      address: fc.option(word),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (given, asCsv) => {
          const rows = given.map(
            (one): OutRow => [
              one.name,
              one.capital,
              one.establishedOn,
              one.area,
              one.staff,
              one.phone,
              one.address,
            ],
          );
          const bytes = await bytesOf(
            asCsv ? writeCsv({ columns, rows }) : writeXlsx([{ name: '企业', columns, rows }]),
          );
          const table = await readBack(bytes);
          expect(table.skipped).toEqual([]);
          expect(table.rows.flatMap(({ refusals }) => refusals)).toEqual([]);
          expect(
            table.rows.map(({ cells }) => ({
              name: valueIn(cells.name),
              capital: valueIn(cells.capital) ?? null,
              establishedOn: valueIn(cells.establishedOn) ?? null,
              area: valueIn(cells.area) ?? null,
              staff: valueIn(cells.staff) ?? null,
              phone: valueIn(cells.phone) ?? null,
              address: valueIn(cells.address) ?? null,
            })),
          ).toEqual(given);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('breaks off when its rows fail', async () => {
    async function* failing(): AsyncGenerator<OutRow> {
      yield ['甲'];
      throw new Error('lost the database');
    }
    await expect(bytesOf(writeXlsx([{ name: 'S', columns, rows: failing() }]))).rejects.toThrow(
      'lost the database',
    );
  });

  it('of 10,000 companies is written and read', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i): OutRow => [
        `兰州某某科技${i}有限公司`,
        BigInt(i) * 10_000n,
        addDays('2010-01-01', i % 4000),
        i,
        i % 300,
        '13800001234',
        `雁滩园区 ${i} 号`,
      ],
    );
    const bytes = await bytesOf(writeXlsx([{ name: '企业', columns, rows }]));
    const table = await readBack(bytes);
    expect(table.rows).toHaveLength(10_000);
  });
});
