import { notFound } from 'next/navigation';
import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { getT } from '@/app/_server/i18n';
import { sheetResponse } from '@/app/_server/sheet';
import { attachmentHeader } from '@/lib/files/rules';
import { recordExport } from '@/lib/audit/export';
import { personalPurposes, personKinds } from '@/lib/companies/personal';
import { canErasePersons } from '@/lib/companies/policy';
import { getPersonal } from '@/lib/companies/queries/personal';
import { allow } from '@/lib/kernel/errors';

const leaders = ['director', 'manager'] as const;

/** Everything held about one person, for the person to take along (第四十五条): JSON, or a sheet with ?format=xlsx. Leaves an entry. */
export const GET = exporting(async (request: Request, { params }: { params: Promise<{ kind: string; person: string }> }) => {
  const session = await enter(leaders);
  const { kind, person: id } = await params;
  const known = personKinds.find((one) => one === kind);
  const held = await writeAs(session.actor, async (ctx) => {
    allow(canErasePersons(ctx.actor));
    const found = known === undefined ? null : await getPersonal(ctx, known, id);
    if (found !== null) await recordExport(ctx, 'personal', found.traces.length, '');
    return found;
  });
  if (held === null) notFound();
  const t = await getT('privacy');
  const { person, consents, traces, kept } = held;
  const name = t('sheetName');
  if (new URL(request.url).searchParams.get('format') === 'xlsx') {
    const where = (table: string) => t(t.has(`tables.${table}`) ? `tables.${table}` : 'tables.other');
    const text = (header: string, width = 24) => ({ header, kind: 'text' as const, width });
    return sheetResponse(name, [
      { name: t('held'), columns: [text(t('where')), text(t('field')), text(t('value'), 80)], rows: traces.map((one) => [where(one.table), one.column, one.value]) },
      {
        name: t('consents'),
        columns: [text(t('scene'), 40), text(t('knownAs'), 12), text(t('versionHead'), 12), text(t('givenAt'), 12), text(t('how'), 16), text(t('evidence'), 40), text(t('withdrawnAt'), 12)],
        rows: consents.map((one) => [t(`scenes.${one.scene}`), t(`kinds.${one.personKind}`), one.version, one.givenOn, t(`ways.${one.how}`), one.evidence, one.withdrawnOn]),
      },
      { name: t('lawKeeps'), columns: [text(t('fields.documents'))], rows: kept.map((number) => [number]) },
      { name: t('purposesTitle'), columns: [text(t('field')), text(t('purpose'), 60), text(t('ground'), 40)], rows: personalPurposes.map((one) => [t(`fields.${one.field}`), t(`purposes.${one.field}`), t(`grounds.${one.ground}`)]) },
    ]);
  }
  return new Response(JSON.stringify({ person, consents, held: traces, keptByLaw: kept, purposes: personalPurposes }, null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': attachmentHeader(`${name}.json`), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
});
