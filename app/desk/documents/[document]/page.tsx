import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubjectFiles } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { DocumentSheet } from '@/components/documents/document-sheet';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { FileLayout } from '@/components/page/file-layout';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { PrintButton } from '@/components/ui/copy-button';
import { canAttachScan, canRevokeDocument } from '@/lib/documents/policy';
import { qrSvg, verifyUrl } from '@/lib/documents/qr';
import { getDocument } from '@/lib/documents/queries';
import { listFiles } from '@/lib/files/queries';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { revokeDocumentAction } from './actions';

interface Props {
  params: Promise<{ document: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('documents'))('title') };
}

/** One numbered paper: as it prints, with its sealed scan, and the way to revoke it. */
export default async function DocumentPage({ params }: Props) {
  const { document: id } = await params;
  if (!isId(id)) notFound();
  const { document, scans, may } = await read(businessAndAuditor, async (ctx) => {
    const document = found(await getDocument(ctx, id));
    const stands = document.revokedAt === null && document.supersededBy === null;
    return {
      document,
      scans: await listFiles(ctx, { type: 'document', id }),
      may: { revoke: stands && canRevokeDocument(ctx.actor, document), scan: canAttachScan(ctx.actor) },
    };
  });
  const [t, locale] = [await getT('documents'), await getLocale()];
  return (
    <>
      <div className="no-print">
        <PageHead title={document.title} meta={t('no', { number: document.number })} actions={<PrintButton variant="primary">{t('print')}</PrintButton>} />
      </div>
      <FileLayout
        sideLabel={t('about')}
        side={
          <>
            <Card title={t('scans')} note={t('scansNote')}>
              <SubjectFiles subject={{ type: 'document', id }} files={scans} mayAdd={may.scan} mayRemove={false} path={`/desk/documents/${id}`} />
            </Card>
            {may.revoke && (
              <Card title={t('revoke')} note={t('revokeNote')}>
                <Form
                  action={revokeDocumentAction}
                  hidden={await hiddenFields()}
                  labels={{ submit: t('revokeSubmit'), pending: t('revokePending'), errorTitle: t('errorTitle') }}
                  footer={<div className="form-foot"><SubmitButton variant="danger">{t('revokeSubmit')}</SubmitButton></div>}
                >
                  <input type="hidden" name="id" value={id} />
                  <TextareaField name="reason" label={t('reason')} required maxLength={500} />
                </Form>
              </Card>
            )}
          </>
        }
      >
        <DocumentSheet t={t} locale={locale} document={document} qr={await qrSvg(verifyUrl(document.code))} url={verifyUrl()} />
      </FileLayout>
    </>
  );
}
