import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header';
import { matchColumns } from './match-columns';
import { readTable, valueIn } from './rows';
import { register } from './testing';
import type { CellValue, Sheet } from './workbook';

function tableOf(rows: (CellValue[] | null)[], chosen?: { sheet: number; row: number }) {
  const sheet: Sheet = {
    name: 'S',
    rows: rows.flatMap((cells, i) => (cells ? [{ number: i + 1, cells }] : [])),
  };
  const search = findHeader(register, [sheet], chosen);
  if (search.kind !== 'found') throw new Error(search.kind);
  const { columns } = matchColumns(register, search.header.cells, {}, search.header.tableUnit);
  return readTable(register, sheet, search.header, columns);
}
const head: CellValue[] = ['序号', '企业名称', '信用代码', '注册资本（万元）', '联系电话'];

describe('the rows of a register', () => {
  it('are read with their numbers, and each refusal is named by row, column, value and reason', () => {
    const { rows, skipped } = tableOf([
      ['登记表'],
      head,
      [1, '甲公司', '91620000710375659T', 500, '138****1234'],
      [2, '乙公司', '914403001922038217', '若干', '12'],
    ]);
    expect(skipped).toEqual([]);
    expect(rows[0]).toMatchObject({ number: 3, refusals: [] });
    expect(valueIn(rows[0]?.cells.name)).toBe('甲公司');
    expect(valueIn(rows[0]?.cells.capital)).toBe(500_000_000n);
    expect(rows[0]?.cells.phone).toEqual({ kind: 'unchanged' });
    expect(rows[0]?.cells.area).toBeUndefined();
    expect(rows[1]?.refusals).toEqual([
      {
        row: 4,
        letter: 'C',
        header: '信用代码',
        key: 'creditCode',
        shown: '914403001922038217',
        reason: 'creditCode.checkDigit',
        params: {},
      },
      {
        row: 4,
        letter: 'D',
        header: '注册资本（万元）',
        key: 'capital',
        shown: '若干',
        reason: 'sheet.notAnAmount',
        params: {},
      },
      {
        row: 4,
        letter: 'E',
        header: '联系电话',
        key: 'phone',
        shown: '12',
        reason: 'invalidPhone',
        params: {},
      },
    ]);
  });

  it('that are blank, totals, remarks, sections or headers again are left out and listed', () => {
    const { rows, skipped } = tableOf([
      head,
      ['一、雁滩园区'],
      [1, '甲公司'],
      ['小　计', null, null, 500],
      null,
      [null, ' 　'],
      head,
      [2, '合计科技有限公司'],
      [null, '合计', null, 1000],
      ['备注：以上均已核实'],
      ['以上企业名单已经主任审定'],
      ['填表人：王某', null, null, null, '审核人：李某'],
    ]);
    expect(rows.map(({ number }) => number)).toEqual([3, 8]);
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [2, 'section'],
      [4, 'total'],
      [5, 'blank'],
      [6, 'blank'],
      [7, 'header'],
      [9, 'total'],
      [10, 'remark'],
      [11, 'remark'],
      [12, 'remark'],
    ]);
    expect(skipped[7]?.text).toBe('以上企业名单已经主任审定');
  });

  it('end where another table begins, whose columns are others', () => {
    const { rows, skipped } = tableOf(
      [
        head,
        [1, '甲公司'],
        [2, '乙公司'],
        ['企业名称', '面积', '电话'],
        ['丙公司', 50, '13800001234'],
      ],
      { sheet: 0, row: 1 },
    );
    expect(rows.map(({ number }) => number)).toEqual([2, 3]);
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [4, 'otherTable'],
      [5, 'otherTable'],
    ]);
  });
});
