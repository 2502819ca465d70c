import type { ImportChoice, ImportFound } from '@/db/schema/imports';
import { RuleError } from '@/lib/kernel/errors';
import { maskPhone } from '@/lib/kernel/phone';
import { findHeader } from './find-header';
import { type MatchedColumn, matchColumns, moneyUnitIn } from './match-columns';
import { type BareAmounts, bareAmounts } from './money-units';
import type { AskedRow, ImportKind } from './registry';
import { readTable, type SkippedRow } from './rows';
import type { MoneyUnit } from './sheet-spec';
import { cellText, type Sheet } from './workbook';

const SAMPLES = 3;

export type Reading = { problem: RuleError; found: ImportFound } | { asked: AskedRow[]; skipped: SkippedRow[]; columns: (MatchedColumn & { named: MoneyUnit | null })[]; amounts: BareAmounts; found: ImportFound };

/** A file's rows as what they ask for, by what was found or what a person chose instead. */
export function readAsked(kind: ImportKind, all: readonly Sheet[], choice: ImportChoice): Reading {
  const { only } = choice;
  const isMeant = ({ name }: Sheet) => only === undefined || only.includes(name.trim());
  if (!all.some(isMeant)) return { problem: new RuleError('import.noSheet', { params: { name: only?.[0] ?? '' } }), found: { sheets: all.map(({ name, rows }) => ({ name, rows: rows.length })), sheet: 0, headerRows: [], columns: [], problems: [] } };
  const sheets = all.map((sheet) => (isMeant(sheet) ? sheet : { ...sheet, rows: [] }));
  const search = findHeader(kind.spec, sheets, choice.header);
  const list = sheets.map(({ name, rows }) => ({ name, rows: rows.length }));
  const nothing: ImportFound = { sheets: list, sheet: 0, headerRows: [], columns: [], problems: [] };
  if (search.kind === 'none') return { problem: new RuleError('sheet.noHeader'), found: nothing };
  if (search.kind === 'twoHeaders') {
    const [first, second] = search.rows;
    return {
      problem: new RuleError('sheet.twoHeaders', { params: { first, second, columns: search.letters.join('、') } }),
      found: { ...nothing, sheet: search.sheet, headerRows: search.rows },
    };
  }
  const { header } = search;
  const { columns, problems } = matchColumns(kind.spec, header.cells, choice.columns ?? {}, header.tableUnit, choice.units ?? {});
  const sheet = sheets[header.sheet] ?? { name: '', rows: [] };
  const below = sheet.rows.filter(({ number }) => number > Math.max(...header.rows));
  const seen: ImportFound = {
    sheets: list,
    sheet: header.sheet,
    headerRows: header.rows,
    columns: columns.map((column) => ({ ...column, samples: samplesOf(below, column.index) })),
    problems,
  };
  const [problem] = problems;
  if (problem !== undefined) {
    const label = kind.spec.columns[problem.key]?.labels[0] ?? problem.key;
    const error =
      problem.kind === 'missing'
        ? new RuleError('sheet.columnMissing', { params: { label } })
        : new RuleError('sheet.mappedTwice', { params: { label, columns: problem.letters.join('、') } });
    return { problem: error, found: seen };
  }
  const table = readTable(kind.spec, sheet, header, columns);
  if (table.rows.length === 0) return { problem: new RuleError('import.noRows'), found: seen };
  return {
    asked: table.rows.map((row) => kind.asked(row)),
    skipped: table.skipped,
    columns: columns.map((column) => ({ ...column, named: moneyUnitIn(column.header) ?? header.tableUnit })),
    amounts: bareAmounts(kind.spec, sheet, table.rows, columns),
    found: seen,
  };
}

function samplesOf(rows: Sheet['rows'], index: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const text = masked(cellText(cells[index]).replace(/\s+/g, ' ').trim());
    if (text !== '' && !samples.includes(text)) samples.push(text.slice(0, 40));
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/** Numbers of people aren't examples. */
function masked(text: string): string {
  return text.replace(/1[3-9]\d{9}/g, maskPhone);
}
