import { notFound } from 'next/navigation';
import { enter, readAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { sheetResponse } from '@/app/_server/sheet';
import { openFields } from '@/lib/companies/queries/fields';
import { registerTemplate } from '@/lib/companies/queries/export';
import { isPartKind, partTemplate } from '@/lib/companies/queries/takeover';

/** An empty sheet whose headers an import knows. */
export const GET = exporting(async (_request: Request, { params }: { params: Promise<{ kind: string }> }) => {
  const session = await enter(clerks);
  const { kind } = await params;
  const [t, locale] = [await getT('imports'), await getLocale()];
  if (isPartKind(kind)) return sheetResponse(t(`templateNames.${kind}`), [partTemplate(kind, locale)]);
  if (kind !== 'companies') notFound();
  return sheetResponse(t('templateName'), [registerTemplate(locale, t('kinds.companies'), await readAs(session.actor, openFields))]);
});
