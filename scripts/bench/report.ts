import type { Measured } from './load';

export interface Line extends Measured {
  name: string;
  /** Against the bare page measured in turns with it, where the line is a page. */
  ofBare?: number;
  /** The bare page's processor time for one answer against this one's. */
  cpuOfBare?: number;
}

const number = (value: number, digits = 0) => value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** A table that reads the same in a terminal and in docs/bench.md. */
export function table(lines: readonly Line[]): string {
  const head = ['what', 'req/s', 'median ms', 'p99 ms', 'of bare', 'CPU ms', 'of bare', 'errors'];
  const rows = lines.map((line) => [
    line.name,
    number(line.perSecond),
    number(line.median, 1),
    number(line.p99, 1),
    line.ofBare === undefined ? '' : number(line.ofBare, 2),
    line.cpu === undefined ? '' : number(line.cpu, 1),
    line.cpuOfBare === undefined ? '' : number(line.cpuOfBare, 2),
    String(line.errors),
  ]);
  const widths = head.map((cell, index) => Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const print = (row: readonly string[]) => `| ${row.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  return [print(head), `|${widths.map((width, index) => (index === 0 ? ` ${'-'.repeat(width)} ` : ` ${'-'.repeat(width - 1)}: `)).join('|')}|`, ...rows.map(print)].join('\n');
}
