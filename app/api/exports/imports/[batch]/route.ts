import { notFound } from 'next/navigation';
import { enter, readAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { streamSheet } from '@/app/_server/sheet-stream';
import '@/lib/companies/jobs';
import { everyImportRow, getImport } from '@/lib/imports/queries';
import { kindFor } from '@/lib/imports/registry';
import type { OutCell } from '@/lib/imports/write-sheet';
import { isId } from '@/lib/kernel/ids';
import { maskPhone } from '@/lib/kernel/phone';
import { labelOf, openUnits, shownValue, undoneText } from '@/app/desk/imports/[batch]/labels';

/** What became of every row of an import: a sheet to correct one's own by. */
export const GET = exporting(async (_request: Request, { params }: { params: Promise<{ batch: string }> }) => {
  const session = await enter(clerks);
  const { batch: id } = await params;
  const loaded = isId(id)
    ? await readAs(session.actor, async (ctx) => {
        const one = await getImport(ctx, id);
        return one === null ? null : { batch: one, spec: (await kindFor(ctx, one.kind)).spec };
      })
    : null;
  if (loaded === null) notFound();
  const { batch, spec } = loaded;
  const [t, errors, companies, locale] = [await getT('imports'), await getT('errors'), await getT('companies'), await getLocale()];
  const show = (key: string, value: unknown) =>
    spec.columns[key]?.kind.type === 'phone' && typeof value === 'string'
      ? maskPhone(value)
      : shownValue(spec, key, value, { locale, none: t('nothing'), wan: (amount) => companies('wan', { amount }) });
  const open = openUnits(batch.state === 'checked' ? (batch.found?.questions ?? []) : []);
  const unitOf = (key: string) => {
    const unit = open.get(key);
    return unit === undefined ? '' : ` ${t('units.open', { unit: t(`unit.${unit}`) })}`;
  };
  const columns = [
    { header: t('row'), kind: 'number' as const },
    { header: t('verdict'), kind: 'text' as const, width: 12 },
    { header: t('what'), kind: 'text' as const, width: 36 },
    { header: t('result.column'), kind: 'text' as const, width: 28 },
    { header: t('result.value'), kind: 'text' as const, width: 32 },
    { header: t('result.why'), kind: 'text' as const, width: 60 },
    ...(batch.state === 'undone' ? [{ header: t('undo.column'), kind: 'text' as const, width: 40 }] : []),
  ];
  return streamSheet(session.actor, t('result.name', { file: batch.file.replace(/\.[^.]+$/, '') }), async (ctx) => {
    async function* rows(): AsyncGenerator<OutCell[]> {
      for await (const part of everyImportRow(ctx, id)) {
        for (const row of part) {
          const start = [row.row, t(`verdicts.${row.verdict}`), row.label] as const;
          const undone = row.undone === null ? '' : undoneText(t, row.undone);
          if (row.verdict === 'skipped') yield [...start, '', '', t(`skipped.${String(row.values.why)}`)];
          else if (row.problems.length === 0 && row.verdict !== 'changed') yield [...start, '', '', '', undone];
          for (const problem of row.problems) yield [...start, problem.column ?? '', problem.value ?? '', errors(problem.key, problem.params), undone];
          if (row.verdict !== 'changed') continue;
          for (const key of Object.keys(row.before ?? {})) {
            yield [...start, labelOf(spec, key, locale), show(key, row.values[key]) + unitOf(key), t('result.before', { value: show(key, row.before?.[key]) }), undone];
          }
        }
      }
    }
    return [{ name: t('title'), columns, rows: rows() }];
  });
});
