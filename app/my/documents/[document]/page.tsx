import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubjectFiles } from '@/app/_server/files';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { DocumentSheet } from '@/components/documents/document-sheet';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { PrintButton } from '@/components/ui/copy-button';
import { qrSvg, verifyUrl } from '@/lib/documents/qr';
import { getDocument } from '@/lib/documents/queries';
import { listFiles } from '@/lib/files/queries';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('documents'))('title') };
}

/** A company's own paper, to print or to fetch with the seal on it. */
export default async function DocumentPage({ params }: { params: Promise<{ document: string }> }) {
  const { document: id } = await params;
  if (!isId(id)) notFound();
  const { document, scans } = await read(company, async (ctx) => ({
    document: found(await getDocument(ctx, id)),
    scans: await listFiles(ctx, { type: 'document', id }),
  }));
  const [t, locale] = [await getT('documents'), await getLocale()];
  return (
    <>
      <div className="no-print grid gap-3">
        <PageHead title={document.title} meta={t('no', { number: document.number })} actions={<PrintButton variant="primary">{t('print')}</PrintButton>} />
        {scans.length > 0 && (
          <Card title={t('scans')} className="mb-4">
            <SubjectFiles subject={{ type: 'document', id }} files={scans} mayAdd={false} mayRemove={false} path={`/my/documents/${id}`} />
          </Card>
        )}
      </div>
      <DocumentSheet t={t} locale={locale} document={document} qr={await qrSvg(verifyUrl(document.code))} url={verifyUrl()} />
    </>
  );
}
