import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header';
import { matchColumns } from './match-columns';
import { register } from './testing';
import type { CellValue, Sheet } from './workbook';

const sheet = (...rows: (CellValue[] | null)[]): Sheet => ({
  name: 'S',
  rows: rows.flatMap((cells, i) => (cells ? [{ number: i + 1, cells }] : [])),
});
const head: CellValue[] = ['序号', '企业名称', '信用代码', '注册资本'];
const data: CellValue[] = [1, '甲公司', null, 500];

describe('finding the header', () => {
  it('looks below titles and notes, in every sheet', () => {
    const found = findHeader(register, [
      sheet(['说明'], ['请如实填写企业名称']),
      sheet(
        ['在孵企业登记表'],
        null,
        ['填报单位：创业中心', null, null, '金额单位：万元'],
        head,
        data,
      ),
    ]);
    expect(found).toEqual({
      kind: 'found',
      header: { sheet: 1, rows: [4], cells: head, tableUnit: 'wan' },
    });
  });

  it('takes groups above their columns as one header', () => {
    const found = findHeader(register, [
      sheet(
        ['登记表'],
        ['序号', '企业名称', '信用代码', '联系方式', null, '面积'],
        [null, null, null, '联系人', '电话', null],
        data,
      ),
    ]);
    expect(found).toMatchObject({
      kind: 'found',
      header: { rows: [2, 3], cells: ['序号', '企业名称', '信用代码', '联系人', '电话', '面积'] },
    });
    const lower = findHeader(register, [
      sheet(
        ['序号', '企业名称', '基本情况'],
        [null, null, '信用代码', '成立日期', '注册资本'],
        data,
      ),
    ]);
    expect(lower).toMatchObject({
      kind: 'found',
      header: { rows: [1, 2], cells: ['序号', '企业名称', '信用代码', '成立日期', '注册资本'] },
    });
  });

  it('takes a row that says only units as part of the header, and the units with it', () => {
    const found = findHeader(register, [
      sheet(['登记表'], ['序号', '企业名称', '信用代码', '注册资本', null, '面积'], [null, null, null, '认缴（元）', '实缴（元）', '（㎡）'], [1, '甲公司', null, 5_000_000, 0, 50]),
    ]);
    expect(found).toMatchObject({ kind: 'found', header: { rows: [2, 3], cells: ['序号', '企业名称', '信用代码', '注册资本（认缴 元）', '实缴（元）', '面积（㎡）'] } });
    const cells = found.kind === 'found' ? found.header.cells : [];
    const { columns } = matchColumns(register, cells);
    expect(columns.map(({ key, unit }) => [key, unit]).slice(3, 5)).toEqual([['capital', 'yuan'], [null, 'yuan']]);
    // A row of words is a row, whatever stands in it.
    expect(findHeader(register, [sheet(head, [null, null, null, '若干'], data)])).toMatchObject({ header: { rows: [1] } });
  });

  it('names two headers that contradict each other, by row and column', () => {
    expect(
      findHeader(register, [
        sheet(['表'], ['企业名称', '信用代码', '电话'], ['信用代码', '企业名称', '电话'], data),
      ]),
    ).toEqual({ kind: 'twoHeaders', sheet: 0, rows: [2, 3], letters: ['A', 'B', 'C'] });
    expect(
      findHeader(register, [sheet(head, data, data, ['企业名称', '面积', '电话'], data)]),
    ).toMatchObject({ kind: 'twoHeaders', rows: [1, 4] });
  });

  it('takes the same header once more, or in the other language, for what it is', () => {
    expect(findHeader(register, [sheet(head, data, head, data)])).toMatchObject({
      kind: 'found',
      header: { rows: [1] },
    });
    expect(
      findHeader(register, [sheet(['企业名称', '电话'], ['Company name', 'Phone'], data)]),
    ).toMatchObject({ kind: 'found', header: { rows: [1] } });
  });

  it('says so when there is none, and does as a person chose', () => {
    expect(findHeader(register, [sheet(data, data)])).toEqual({ kind: 'none' });
    expect(findHeader(register, [])).toEqual({ kind: 'none' });
    expect(
      findHeader(register, [sheet(head, ['企业名称', '面积', '电话'])], { sheet: 0, row: 2 }),
    ).toMatchObject({ kind: 'found', header: { rows: [2] } });
    expect(findHeader(register, [sheet(head)], { sheet: 0, row: 9 })).toEqual({ kind: 'none' });
  });
});
