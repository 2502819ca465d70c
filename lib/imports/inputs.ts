import { z } from 'zod';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';

const id = z.string().refine((value) => isId(value), 'invalidChoice');

/** `id` is the import's own, made up by the page, so that a file sent twice begins one import. */
export const StartImport = z.object({ kind: z.string().min(1).max(40), file: id, id });
export const OneImport = z.object({ batch: id });

/** One workbook with a sheet for each kind; `only` are the names its sheet may have. */
export const StartGroup = z.object({ group: id, file: id, parts: z.array(z.object({ kind: z.string(), only: z.array(z.string()) })).min(1) });
export const OneGroup = z.object({ group: id });
/** `<kind>_rows` and `<kind>_<column>` as people typed them from their own books. */
export const ConfirmGroup = z
  .object({ group: id })
  .catchall(z.unknown())
  .transform(({ group, ...rest }) => ({ group, typed: Object.fromEntries(Object.entries(rest).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 40)]] : []))) as Record<string, string> }));

const unit = z.enum(['yuan', 'thousand', 'wan', 'yi']);
/** `u<index>`: the unit of one of the sheet's columns. */
function unitsIn(typed: Readonly<Record<string, unknown>>): Record<string, z.output<typeof unit>> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const [index, chosen] = [/^u(\d{1,3})$/.exec(name)?.[1], unit.safeParse(value)];
      return index === undefined || !chosen.success ? [] : [[index, chosen.data]];
    }),
  );
}

/** The answers to what the dry run asked about units. */
export const AnswerUnits = z.object({ batch: id }).catchall(z.unknown()).transform(({ batch, ...rest }) => ({ batch, units: unitsIn(rest) }));

/** What the mapping page sends: `c<index>` is one of our columns, or nothing to leave the sheet's column out. */
export const AdjustImport = z
  .object({ batch: id, sheet: z.coerce.number().int().min(0).max(1_000).optional(), row: z.string().default('') })
  .catchall(z.unknown())
  .transform(({ batch, sheet, row, ...rest }) => ({
    batch,
    units: unitsIn(rest),
    header: /^\d{1,6}$/.test(row.trim()) && Number(row) > 0 ? { sheet: sheet ?? 0, row: Number(row) } : null,
    columns: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => {
        const index = /^c(\d{1,3})$/.exec(name)?.[1];
        return index === undefined || typeof value !== 'string' ? [] : [[index, value === '' ? null : value.slice(0, 60)]];
      }),
    ) as Record<string, string | null>,
  }));

export const verdicts = ['new', 'changed', 'unchanged', 'refused', 'skipped'] as const;

export const importList = defineList({ filters: {}, sorts: ['time'], defaultSort: 'time', defaultDir: 'desc' });
export const importRowList = defineList({
  filters: { verdict: z.enum([...verdicts, 'warned', 'left']).optional() },
  sorts: ['row'],
  defaultSort: 'row',
  pageSizes: [50, 100, 200],
});
