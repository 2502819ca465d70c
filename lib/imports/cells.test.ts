import { describe, expect, it } from 'vitest';
import { readCell } from './cells';
import type { ColumnShape, MoneyUnit } from './sheet-spec';
import { register } from './testing';
import type { CellValue } from './workbook';

const columns: Readonly<Record<string, ColumnShape>> = register.columns;
const read = (
  key: keyof typeof register.columns,
  raw: CellValue,
  unit: MoneyUnit | null = null,
) => {
  const shape = columns[key];
  if (!shape) throw new Error(key);
  const outcome = readCell(shape, raw, unit);
  return outcome.kind === 'value'
    ? outcome.value
    : outcome.kind === 'refused'
      ? outcome.reason
      : outcome.kind;
};

describe('a cell', () => {
  it('that is empty, a stroke or masked leaves the old value alone', () => {
    for (const nothing of [null, '', ' 　', '-', '——', '/', '\u200b'])
      for (const key of ['name', 'capital', 'phone'] as const)
        expect(read(key, nothing)).toBe('unchanged');
    for (const word of ['无', '暂无', 'N/A']) expect(read('capital', word)).toBe('unchanged');
    expect(read('phone', '138****1234')).toBe('unchanged');
    expect(read('phone', '138＊＊＊＊1234')).toBe('unchanged');
    expect(read('legalPerson', '张*')).toBe('unchanged');
    expect(read('name', '五*星公司')).toBe('五*星公司');
  });

  it('clears only by an explicit mark, and never what is required', () => {
    for (const mark of ['「清空」', '[clear]', '［清空］', '【清空】'])
      expect(read('capital', mark)).toBe('clear');
    expect(read('name', '「清空」')).toBe('sheet.cannotClear');
    expect(read('address', '清空')).toBe('清空');
  });

  it('of text loses stray spaces, keeps its full-width signs and whatever looks like a formula', () => {
    expect(read('name', '　兰州某某　科技（集团） \u0000')).toBe('兰州某某 科技（集团）');
    expect(read('name', '=HYPERLINK("http://x","y")')).toBe('=HYPERLINK("http://x","y")');
    expect(read('name', '+1@-')).toBe('+1@-');
    expect(read('name', 360)).toBe('360');
    expect(read('address', '一号楼\r\n二层 ')).toBe('一号楼\n二层');
    expect(read('name', '长'.repeat(101))).toBe('tooLong');
    expect(read('name', { date: '2022-06-30' })).toBe('2022-06-30');
  });

  it('of a code is compared as printed, and refused for its check digit or lost digits', () => {
    expect(read('creditCode', ' ９１４４０３００ 708461136t')).toBe('91440300708461136T');
    expect(read('creditCode', '914403001922038217')).toBe('creditCode.checkDigit');
    expect(read('creditCode', 914403001922038000)).toBe('sheet.digitsLost');
    expect(read('creditCode', '9144')).toBe('creditCode.length');
  });

  it('of a day is read in five written forms, as a serial number, and never outside 1900–2100', () => {
    for (const day of [
      '2022-06-30',
      '2022/6/30',
      '2022.6.30',
      '2022年6月30日',
      '20220630',
      20220630,
      44742,
      '44742',
      { date: '2022-06-30' },
      '2022-06-30 00:00:00',
      '２０２２－０６－３０',
    ])
      expect(read('establishedOn', day)).toBe('2022-06-30');
    for (const day of [
      '1899-12-31',
      '2999年1月1日',
      '29990101',
      { date: '2999-01-01' },
      '1899.1.1',
    ])
      expect(read('establishedOn', day)).toBe('sheet.impossibleYear');
    for (const day of ['若干', '2022-02-30', '2022', 2022, '去年', '44742天', true, 3000])
      expect(read('establishedOn', day)).toBe('sheet.notADay');
  });

  it('of money is exact, in the unit of the cell, else of the header, else of the column', () => {
    expect(read('capital', 500)).toBe(500_000_000n);
    expect(read('capital', 500, 'yuan')).toBe(50_000n);
    expect(read('capital', '500万元', 'yuan')).toBe(500_000_000n);
    expect(read('capital', '5,000,000元')).toBe(500_000_000n);
    expect(read('capital', '人民币 500 万元整')).toBe(500_000_000n);
    expect(read('capital', '0.5亿元')).toBe(5_000_000_000n);
    expect(read('capital', 0.1 + 0.2, 'yuan')).toBe(30n);
    expect(read('capital', '0')).toBe(0n);
    for (const text of [
      '若干',
      '约500',
      '500余',
      '壹佰万',
      '500-1000',
      true,
      { date: '2022-06-30' },
    ])
      expect(read('capital', text)).toBe('sheet.notAnAmount');
    for (const text of ['100万美元', '$5', 'USD 100'])
      expect(read('capital', text)).toBe('sheet.foreignCurrency');
    expect(read('capital', -500)).toBe('negativeAmount');
    expect(read('capital', '(500)')).toBe('negativeAmount');
    expect(read('capital', '33.3333333')).toBe('sheet.tooPrecise');
    expect(read('capital', 1e300)).not.toBe('unchanged');
    expect(read('capital', '1e5')).toBe('sheet.notAnAmount');
  });

  it('of an area, a number, a choice, a phone', () => {
    expect(read('area', '50.25㎡')).toBe(5025);
    expect(read('area', '1,200 平方米')).toBe(120_000);
    expect(read('area', '若干')).toBe('sheet.notAnArea');
    expect(read('area', -1)).toBe('tooSmall');
    expect(read('staff', '12人')).toBe(12);
    expect(read('staff', 12.5)).toBe('sheet.notANumber');
    expect(read('staff', '-1')).toBe('tooSmall');
    expect(read('staff', '9'.repeat(30))).toBe('sheet.notANumber');
    expect(read('state', ' 已 毕业')).toBe('graduated');
    expect(read('state', 'in incubation')).toBe('tenant');
    expect(read('state', '倒闭')).toBe('sheet.notAChoice');
    expect(read('phone', 13800001234)).toBe('13800001234');
    expect(read('phone', '12345')).toBe('invalidPhone');
  });

  it('that is a formula error or was never calculated is named, not taken for empty', () => {
    expect(read('name', { error: '#REF!' })).toBe('sheet.cellError');
    expect(read('capital', { error: '=' })).toBe('sheet.uncalculated');
  });

  it('shows what was typed, cut to a readable length', () => {
    const shape = columns.capital;
    expect(shape && readCell(shape, '多'.repeat(500))).toMatchObject({
      kind: 'refused',
      shown: `${'多'.repeat(60)}…`,
    });
  });
});
