import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { uploadLabels } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { FileUpload } from '@/components/form/file-upload';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Tabs } from '@/components/ui/tabs';
import { canImportCompanies } from '@/lib/companies/policy';
import { takeoverParts } from '@/lib/companies/takeover';
import { getImport } from '@/lib/imports/queries';
import { allow } from '@/lib/kernel/errors';
import { isId, newId } from '@/lib/kernel/ids';

const importable = takeoverParts.map(({ kind }) => kind);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('imports'))('start') };
}

/** The import's id stands in the address: whoever comes back after the upload is led to what became of it. */
export default async function NewImportPage({ searchParams }: { searchParams: Promise<{ batch?: string; kind?: string }> }) {
  const { batch, kind: asked } = await searchParams;
  const kind = importable.find((one) => one === asked) ?? 'companies';
  const exists = await read(clerks, async (ctx) => {
    allow(canImportCompanies(ctx.actor));
    return isId(batch) && (await getImport(ctx, batch)) !== null;
  });
  if (exists) redirect(`/desk/imports/${batch}`);
  if (!isId(batch)) redirect(`/desk/imports/new?kind=${kind}&batch=${newId()}`);
  const [t, shell] = [await getT('imports'), await getT('shell')];
  return (
    <>
      <PageHead title={t(`starts.${kind}`)} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/imports' }, { label: t(`starts.${kind}`) }] }} />
      <Tabs label={t('what')} tabs={importable.map((one) => ({ href: `/desk/imports/new?kind=${one}`, label: t(`kinds.${one}`), current: one === kind }))} />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4">
        <Card title={t('upload.title')} note={t('upload.note')}>
          <FileUpload
            subject={{ type: `import-${kind}`, id: batch }}
            hidden={await hiddenFields()}
            next={`/desk/imports/new?kind=${kind}&batch=${batch}`}
            labels={{ ...(await uploadLabels()), hint: t('upload.hint') }}
            accept=".xlsx,.csv,.txt"
            multiple={false}
          />
        </Card>
        <Card title={t('rules.title')}>
          <ul className="grid list-disc gap-1.5 pl-5">
            {(['header', 'match', 'empty', 'clear', 'dry', 'batch', 'undo'] as const).map((key) => (
              <li key={key}>{t(key === 'match' && kind !== 'companies' ? `rules.match_${kind}` : `rules.${key}`)}</li>
            ))}
          </ul>
          <p className="mt-3 flex flex-wrap gap-2">
            <LinkButton href={`/api/exports/templates/${kind}`} download className="btn-long">
              {t('template')}
            </LinkButton>
            <LinkButton href={kind === 'companies' || kind === 'ip' ? `/api/exports/${kind}` : `/api/exports/sheets/${kind}`} download className="btn-long">
              {t(`currents.${kind}`)}
            </LinkButton>
          </p>
        </Card>
      </div>
    </>
  );
}
