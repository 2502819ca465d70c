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
import { canImportCompanies } from '@/lib/companies/policy';
import { getGroup } from '@/lib/imports/queries';
import { allow } from '@/lib/kernel/errors';
import { isId, newId } from '@/lib/kernel/ids';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('takeover'))('title') };
}

/** The group's id stands in the address: whoever comes back after the upload is led to what became of it. */
export default async function TakeoverPage({ searchParams }: { searchParams: Promise<{ group?: string }> }) {
  const { group } = await searchParams;
  const exists = await read(clerks, async (ctx) => {
    allow(canImportCompanies(ctx.actor));
    return isId(group) && (await getGroup(ctx, group)).length > 0;
  });
  if (exists) redirect(`/desk/imports/takeover/${group}`);
  if (!isId(group)) redirect(`/desk/imports/takeover?group=${newId()}`);
  const [t, imports, shell] = [await getT('takeover'), await getT('imports'), await getT('shell')];
  return (
    <>
      <PageHead title={t('title')} crumbs={{ label: shell('crumbs'), items: [{ label: imports('title'), href: '/desk/imports' }, { label: t('title') }] }} meta={t('note')} />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4">
        <Card title={imports('upload.title')} note={imports('upload.note')}>
          <FileUpload
            subject={{ type: 'import-takeover', id: group }}
            hidden={await hiddenFields()}
            next={`/desk/imports/takeover?group=${group}`}
            labels={{ ...(await uploadLabels()), hint: t('hint') }}
            accept=".xlsx"
            multiple={false}
          />
        </Card>
        <Card title={t('how')}>
          <ol className="grid list-decimal gap-1.5 pl-5">
            {(['download', 'fill', 'totals', 'together'] as const).map((key) => (
              <li key={key}>{t(`steps.${key}`)}</li>
            ))}
          </ol>
          <p className="mt-3">
            <LinkButton href="/api/exports/takeover" download className="btn-long">
              {t('download')}
            </LinkButton>
          </p>
        </Card>
      </div>
    </>
  );
}
