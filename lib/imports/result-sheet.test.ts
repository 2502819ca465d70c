import { expect, it } from 'vitest';
import { readSheets } from './read-sheet';
import { resultSheets } from './result-sheet';
import { bytesOf } from './testing';
import { writeXlsx } from './write-sheet';

it('a result file names every refusal by row, column, value and reason, and never runs what was typed', async () => {
  const words = {
    refused: 'Refused',
    skipped: 'Left out',
    row: 'Row',
    column: 'Column',
    value: 'Value',
    why: 'Reason',
    reason: (key: string) => `because ${key}`,
    skippedAs: (why: string) => `as ${why}`,
  };
  const refusal = {
    row: 7,
    letter: 'D',
    header: '注册资本',
    key: 'capital',
    shown: '=cmd()',
    reason: 'sheet.notAnAmount',
    params: {},
  };
  const sheets = resultSheets([refusal], [{ row: 9, why: 'total', text: '合计 500' }], words);
  const read = await readSheets(await bytesOf(writeXlsx(sheets)));
  expect(read.map(({ name, rows }) => [name, rows[1]?.cells])).toEqual([
    ['Refused', [7, 'D 注册资本', '=cmd()', 'because sheet.notAnAmount']],
    ['Left out', [9, 'as total', '合计 500']],
  ]);
});
