import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Card } from '@/components/ui/card';
import { listFiles } from '@/lib/files/queries';
import { CompanyHead, loadHead } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('tabs.files') };
}

export default async function CompanyFilesPage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, files } = await read(businessAndAuditor, async (ctx) => ({
    head: await loadHead(ctx, id),
    files: await listFiles(ctx, { type: 'company', id }),
  }));
  const t = await getT('companies');
  return (
    <>
      <CompanyHead head={head} tab="files" />
      <Card title={t('files.title')} note={t('files.note')}>
        <SubjectFiles
          subject={{ type: 'company', id: head.company.id }}
          files={files}
          mayAdd={head.mayEdit}
          mayRemove={head.mayEdit}
          path={`/desk/companies/${head.company.id}/files`}
        />
      </Card>
    </>
  );
}
