import type { AskedRow, Plain, RowProblem } from '@/lib/imports/registry';
import type { ReadRow } from '@/lib/imports/rows';
import type { SheetSpec } from '@/lib/imports/sheet-spec';
import { checkCreditCode } from '@/lib/kernel/credit-code';

/** What a row's cells ask for under any sheet of companies: amounts as digits of fen, a code in its one form. */
export function askedCells(row: ReadRow<SheetSpec>): AskedRow {
  const values: Record<string, Plain> = {};
  const problems: RowProblem[] = row.refusals.map(({ letter, header, shown, reason, params }) => ({ column: `${letter} ${header}`.trim(), value: shown, key: reason, params }));
  for (const [key, outcome] of Object.entries(row.cells)) {
    if (outcome === undefined || outcome.kind === 'unchanged' || outcome.kind === 'refused') continue;
    const value: unknown = outcome.kind === 'clear' ? null : outcome.value;
    values[key] = typeof value === 'bigint' ? value.toString() : (value as Plain);
  }
  if (typeof values.creditCode === 'string') values.creditCode = checkCreditCode(values.creditCode).code;
  return { row: row.number, values, problems };
}

/** Refused as long as anything but a warning is said about it. */
export function isRefused(problems: readonly RowProblem[]): boolean {
  return problems.some((problem) => problem.warning !== true);
}
