import { cleanLine } from '@/lib/kernel/text';
import { readCell } from './cells';
import { type Header, isHeaderAgain, agreesWith } from './find-header';
import type { MatchedColumn } from './match-columns';
import type { CellOutcome, ColumnKey, ColumnValue, SheetSpec } from './sheet-spec';
import { cellText, type Sheet, type SheetRow } from './workbook';

/** What a row asks for, by our columns; columns the sheet does not have are missing. */
export type RowCells<S extends SheetSpec> = {
  [K in ColumnKey<S>]?: CellOutcome<ColumnValue<S, K>>;
};

/** One thing that is refused: where it stands, what was typed, why (a message key under `errors.`). */
export type Refusal<K extends string = string> = {
  row: number;
  letter: string;
  header: string;
  key: K | null;
  shown: string;
  reason: string;
  params: Record<string, string | number>;
};

export type ReadRow<S extends SheetSpec> = {
  number: number;
  cells: RowCells<S>;
  refusals: Refusal<ColumnKey<S>>[];
};
export type SkippedRow = {
  row: number;
  why: 'blank' | 'total' | 'remark' | 'section' | 'header' | 'otherTable';
  text: string;
};
export type ReadTable<S extends SheetSpec> = { rows: ReadRow<S>[]; skipped: SkippedRow[] };

const TOTAL =
  /^(本页|本表|以上|全部)?(合计|总计|小计|共计|总数|total|subtotal|sum)(\(?\d+[家户个]?\)?)?[:：]?$/i;
const REMARK =
  /^(备注|备註|注|附注|说明|填表说明|填报说明|填报单位|填表人|制表人?|审核人?|复核|单位负责人|负责人签字|打印日期|制表日期|填报日期|note|notes|remarks?)\s*\d*\s*[:：]/i;
const SECTION = /^(第?[一二三四五六七八九十]+[、.．章节]|[(（][一二三四五六七八九十]+[)）])/;

/** Reads every row below the header. Blank, total, remark, section and repeated header rows are left out, and listed. */
export function readTable<S extends SheetSpec>(
  spec: S,
  sheet: Sheet,
  header: Header,
  columns: readonly MatchedColumn<ColumnKey<S>>[],
): ReadTable<S> {
  const used = columns.filter(
    (column): column is MatchedColumn<ColumnKey<S>> & { key: ColumnKey<S> } => column.key !== null,
  );
  const last = Math.max(...header.rows);
  const rows: ReadRow<S>[] = [];
  const skipped: SkippedRow[] = [];
  let expected = last + 1;
  let tableEnded = false;
  for (const row of sheet.rows) {
    if (row.number <= last) continue;
    // Rows that the file left out between two others are blank, too; a sheet's endless tail is not listed.
    if (row.number > expected && row.number - expected <= 1_000)
      for (let n = expected; n < row.number; n += 1)
        skipped.push({ row: n, why: 'blank', text: '' });
    expected = row.number + 1;
    const why = tableEnded ? 'otherTable' : reasonToSkip(spec, row, used);
    // Another header further down begins a table whose columns are others: reading on would put values in wrong places.
    if (why === 'header' && row.number > last + 1 && !agreesWith(spec, row.cells, header.cells)) {
      tableEnded = true;
    }
    if (why === null) rows.push(readRow(spec, row, used));
    else skipped.push({ row: row.number, why: tableEnded ? 'otherTable' : why, text: textOf(row) });
  }
  return { rows, skipped };
}

function textOf(row: SheetRow): string {
  const texts = row.cells.map((cell) => cellText(cell)).filter((text) => text !== '');
  return cleanLine(texts.join(' ')).slice(0, 120);
}

function readRow<S extends SheetSpec>(
  spec: S,
  row: SheetRow,
  columns: readonly (MatchedColumn<ColumnKey<S>> & { key: ColumnKey<S> })[],
): ReadRow<S> {
  const cells: Record<string, CellOutcome<unknown>> = {};
  const refusals: Refusal<ColumnKey<S>>[] = [];
  for (const { index, letter, header, key, unit } of columns) {
    const shape = spec.columns[key];
    if (!shape) continue;
    const outcome = readCell(shape, row.cells[index], unit);
    cells[key] = outcome;
    if (outcome.kind === 'refused')
      refusals.push({
        row: row.number,
        letter,
        header,
        key,
        shown: outcome.shown,
        reason: outcome.reason,
        params: outcome.params,
      });
  }
  // Each cell was read under its own column's kind, which is what RowCells says.
  return { number: row.number, cells: cells as RowCells<S>, refusals };
}

function reasonToSkip(
  spec: SheetSpec,
  row: SheetRow,
  columns: readonly MatchedColumn[],
): SkippedRow['why'] | null {
  const filled = row.cells
    .map((cell, index) => ({ index, text: cleanLine(cellText(cell)) }))
    .filter(({ text }) => text !== '');
  const first = filled[0]?.text;
  if (first === undefined) return 'blank';
  const closed = first.replace(/\s/g, '');
  // A running number may stand before the word: 合计 is looked for in the first two cells.
  if (filled.slice(0, 2).some(({ text }) => TOTAL.test(text.replace(/\s/g, '')))) return 'total';
  if (REMARK.test(closed)) return 'remark';
  if (isHeaderAgain(spec, row)) return 'header';
  if (filled.length === 1 && columns.length >= 3 && SECTION.test(closed)) return 'section';
  return filled.some(({ index }) => columns.some((column) => column.index === index))
    ? null
    : 'remark';
}

/** The value a row gives for a column, or undefined when it leaves the old one alone, clears it, or is refused. */
export function valueIn<V>(outcome: CellOutcome<V> | undefined): V | undefined {
  return outcome?.kind === 'value' ? outcome.value : undefined;
}
