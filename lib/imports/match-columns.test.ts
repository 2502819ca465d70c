import { describe, expect, it } from 'vitest';
import { matchColumns, moneyUnitIn } from './match-columns';
import { register } from './testing';

const keysOf = (headers: string[]) => matchColumns(register, headers).columns.map(({ key }) => key);

describe('matching columns', () => {
  it('knows them by any of their names, in either language, however they are decorated', () => {
    expect(
      keysOf([
        '序号',
        '*企业名称',
        '统一社会\n信用代码',
        '法 人 代 表',
        '注册资金（万元）',
        '成立日期(必填)',
        '租用面积/㎡',
        '员工人数（人）',
        'Phone',
        '3.地址：',
        '备注',
      ]),
    ).toEqual([
      null,
      'name',
      'creditCode',
      'legalPerson',
      'capital',
      'establishedOn',
      'area',
      'staff',
      'phone',
      'address',
      null,
    ]);
    expect(keysOf(['公司名称（全称）', 'COMPANY NAME', '企业名称曾用名', '联系人/电话'])).toEqual([
      'name',
      'name',
      null,
      null,
    ]);
  });

  it('reads the unit a header prints', () => {
    expect(
      [
        '注册资本（万元）',
        '注册资本/元',
        '注册资本(万元人民币)',
        '注册资本 亿元',
        '注册资本（千元）',
        '注册资本',
        '万元户',
        'Capital (10,000 yuan)',
        'Capital (CNY)',
      ].map(moneyUnitIn),
    ).toEqual(['wan', 'yuan', 'wan', 'yi', 'thousand', null, null, 'wan', 'yuan']);
    expect(matchColumns(register, ['注册资本'], {}, 'yuan').columns[0]?.unit).toBe('yuan');
    expect(matchColumns(register, ['注册资本（万元）'], {}, 'yuan').columns[0]?.unit).toBe('wan');
  });

  it('names a column mapped twice by its letters, and a required one that is missing', () => {
    expect(matchColumns(register, ['企业名称', 'x', '公司名称']).problems).toEqual([
      { kind: 'mappedTwice', key: 'name', letters: ['A', 'C'] },
    ]);
    expect(matchColumns(register, ['信用代码']).problems).toEqual([
      { kind: 'missing', key: 'name' },
    ]);
  });

  it('does as a person chose', () => {
    const match = matchColumns(register, ['企业名称', '曾用名', '公司名称'], {
      0: null,
      1: 'name',
      2: null,
    });
    expect(match.columns.map(({ key }) => key)).toEqual([null, 'name', null]);
    expect(match.problems).toEqual([]);
    expect(matchColumns(register, ['企业名称', 'x'], { 1: 'name' }).problems).toEqual([
      { kind: 'mappedTwice', key: 'name', letters: ['A', 'B'] },
    ]);
  });
});
