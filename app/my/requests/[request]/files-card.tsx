import { SubjectFiles } from '@/app/_server/files';
import { getT } from '@/app/_server/i18n';
import { Card } from '@/components/ui/card';
import type { FileLine } from '@/lib/files/queries';

interface Props {
  request: string;
  files: readonly FileLine[];
  title?: string;
  note: string;
  mayAdd: boolean;
  mayRemove: boolean;
  /** Something else on the page is being typed, which a plain form's way back would lose. */
  saveFirst: boolean;
}

/** The files of the company's request, in a form of their own. */
export async function FilesCard({ request, files, title, note, mayAdd, mayRemove, saveFirst }: Props) {
  const t = await getT('service-desk');
  return (
    <Card title={title ?? t('file.files')} note={note} id="files" className="mt-4">
      {saveFirst && mayAdd && <p className="nojs-only mb-3 text-sm text-due">{t('draft.saveFirst')}</p>}
      <SubjectFiles subject={{ type: 'request', id: request }} files={files} mayAdd={mayAdd} mayRemove={mayRemove} path={`/my/requests/${request}#files`} />
    </Card>
  );
}
