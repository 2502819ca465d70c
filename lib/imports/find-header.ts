import { columnsNamed, isUnitCaption, keysNamed, moneyUnitIn } from './match-columns';
import type { MoneyUnit, SheetSpec } from './sheet-spec';
import { type CellValue, cellText, columnLetter, type Sheet, type SheetRow } from './workbook';

/** Where the table begins. Row numbers are the sheet's own, from 1. */
export type Header = {
  sheet: number;
  /** One row, or two where groups stand above their columns. */
  rows: number[];
  /** One cell per column, of both rows where there are two. */
  cells: CellValue[];
  /** 单位：万元 somewhere above the table. */
  tableUnit: MoneyUnit | null;
};

export type HeaderSearch =
  | { kind: 'found'; header: Header }
  /** Two rows name the columns in two ways: a person must say which holds. */
  | { kind: 'twoHeaders'; sheet: number; rows: [number, number]; letters: string[] }
  | { kind: 'none' };

const ROWS_ABOVE = 40;

/** Looks in every sheet for the row that names most of our columns, below titles and notes. `chosen` is a person's choice. */
export function findHeader(
  spec: SheetSpec,
  sheets: readonly Sheet[],
  chosen?: { sheet: number; row: number },
): HeaderSearch {
  if (chosen) {
    const row = sheets[chosen.sheet]?.rows.find(({ number }) => number === chosen.row);
    return row
      ? { kind: 'found', header: headerOf(sheets, chosen.sheet, [row]) }
      : { kind: 'none' };
  }
  const enough = Math.min(2, Object.keys(spec.columns).length);
  let best: { sheet: number; at: number; score: number } | null = null;
  for (const [sheet, { rows }] of sheets.entries()) {
    for (const [at, row] of rows.slice(0, ROWS_ABOVE).entries()) {
      const score = columnsNamed(spec, row.cells).size;
      if (score >= enough && score > (best?.score ?? 0)) best = { sheet, at, score };
    }
  }
  return best ? settle(spec, sheets, best.sheet, best.at) : { kind: 'none' };
}

/** The best row alone, or with its neighbour: the other half of a header in two storeys, or a second header that contradicts it. */
function settle(
  spec: SheetSpec,
  sheets: readonly Sheet[],
  sheet: number,
  at: number,
): HeaderSearch {
  const rows = sheets[sheet]?.rows ?? [];
  const row = rows[at];
  if (!row) return { kind: 'none' };
  const below = rows[at + 1];
  if (below?.number === row.number + 1 && saysUnitsOnly(below))
    return { kind: 'found', header: headerOf(sheets, sheet, [row, withUnits(row, below)]) };
  for (const [upper, lower] of [
    [rows[at - 1], row],
    [row, rows[at + 1]],
  ]) {
    if (!upper || !lower || lower.number !== upper.number + 1) continue;
    const other = upper === row ? lower : upper;
    const named = columnsNamed(spec, other.cells);
    if (named.size === 0 || agreesWith(spec, other.cells, row.cells)) continue;
    const main = columnsNamed(spec, row.cells);
    if (![...named].some((key) => main.has(key)) && looksLikeHeader(spec, other))
      return { kind: 'found', header: headerOf(sheets, sheet, [upper, lower]) };
    if (named.size >= 2)
      return {
        kind: 'twoHeaders',
        sheet,
        rows: [upper.number, lower.number],
        letters: lettersNaming(spec, lower),
      };
  }
  const rival = rows
    .slice(at + 1)
    .find((later) => isHeaderAgain(spec, later) && !agreesWith(spec, later.cells, row.cells));
  if (rival)
    return {
      kind: 'twoHeaders',
      sheet,
      rows: [row.number, rival.number],
      letters: lettersNaming(spec, rival),
    };
  return { kind: 'found', header: headerOf(sheets, sheet, [row]) };
}

/** True for a row that repeats a header, as every printed page of a long sheet does. */
export function isHeaderAgain(spec: SheetSpec, row: SheetRow): boolean {
  const texts = row.cells.filter((cell) => cellText(cell).trim() !== '');
  const named = columnsNamed(spec, row.cells).size;
  return named >= 2 && named * 2 >= texts.length;
}

/** In the second storey of a header most cells are columns of ours and none is a number or a date. */
function looksLikeHeader(spec: SheetSpec, row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => cell !== null && cellText(cell).trim() !== '');
  return (
    filled.every((cell) => typeof cell === 'string') &&
    columnsNamed(spec, row.cells).size * 3 >= filled.length
  );
}

/** The row below a header that says what its columns are counted in, and nothing else. */
function saysUnitsOnly(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => cellText(cell).trim() !== '');
  return filled.length > 0 && filled.every((cell) => typeof cell === 'string' && isUnitCaption(cell));
}

/** 注册资本 above 认缴（万元） is 注册资本（认缴（万元））: remarks in brackets name no column, but do name the unit. */
function withUnits(above: SheetRow, row: SheetRow): SheetRow {
  const cells = row.cells.map((cell, i) => {
    const [name, unit] = [cellText(above.cells[i]).trim(), cellText(cell).trim()];
    return name === '' || unit === '' ? cell : `${name}（${unit.replace(/[()（）]/g, ' ').trim()}）`;
  });
  return { ...row, cells };
}

function headerOf(sheets: readonly Sheet[], sheet: number, rows: SheetRow[]): Header {
  const first = rows[0];
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  // Below a group stands the column's own name; a column without a group has its name in either row.
  const cells = Array.from(
    { length: width },
    (_, i) =>
      [...rows]
        .reverse()
        .map((row) => row.cells[i])
        .find((cell) => cellText(cell).trim() !== '') ?? null,
  );
  const above = (sheets[sheet]?.rows ?? []).filter(
    ({ number }) => first !== undefined && number < first.number,
  );
  return { sheet, rows: rows.map(({ number }) => number), cells, tableUnit: unitAbove(above) };
}

function unitAbove(rows: readonly SheetRow[]): MoneyUnit | null {
  for (const cell of rows.flatMap((row) => row.cells)) {
    const note = /(?:金额)?单位\s*[:：]\s*([\p{L}\d, ]+)/u.exec(cellText(cell))?.[1];
    const unit = note === undefined ? null : moneyUnitIn(`:${note}`);
    if (unit !== null) return unit;
  }
  return null;
}

/** True when every column a row names stands where the header has it, in whatever words or language: a repetition, not another table. */
export function agreesWith(
  spec: SheetSpec,
  row: readonly CellValue[],
  header: readonly CellValue[],
): boolean {
  const keys = keysNamed(spec, header);
  return keysNamed(spec, row).every((key, at) => key === null || key === keys[at]);
}

function lettersNaming(spec: SheetSpec, row: SheetRow): string[] {
  return row.cells.flatMap((cell, i) =>
    columnsNamed(spec, [cell]).size > 0 ? [columnLetter(i)] : [],
  );
}
