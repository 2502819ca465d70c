import type { Refusal, SkippedRow } from './rows';
import type { OutSheet } from './write-sheet';

/** The words of a result file, translated by the caller; `reason` speaks the sentence of a message key under `errors.`. */
export type ResultWords = {
  refused: string;
  skipped: string;
  row: string;
  column: string;
  value: string;
  why: string;
  reason: (key: string, params: Refusal['params']) => string;
  skippedAs: (why: SkippedRow['why']) => string;
};

/** What was refused and what was left out of an import, as a file people correct their sheet by. */
export function resultSheets(
  refusals: readonly Refusal[],
  skipped: readonly SkippedRow[],
  words: ResultWords,
): OutSheet[] {
  return [
    {
      name: words.refused,
      columns: [
        { header: words.row, kind: 'number' },
        { header: words.column, kind: 'text', width: 28 },
        { header: words.value, kind: 'text', width: 32 },
        { header: words.why, kind: 'text', width: 60 },
      ],
      rows: refusals.map(({ row, letter, header, shown, reason, params }) => [
        row,
        `${letter} ${header}`.trim(),
        shown,
        words.reason(reason, params),
      ]),
    },
    {
      name: words.skipped,
      columns: [
        { header: words.row, kind: 'number' },
        { header: words.why, kind: 'text', width: 28 },
        { header: words.value, kind: 'text', width: 60 },
      ],
      rows: skipped.map(({ row, why, text }) => [row, words.skippedAs(why), text]),
    },
  ];
}
