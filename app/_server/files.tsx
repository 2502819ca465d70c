import { FileList, type ShownFile } from '@/components/files/file-list';
import { FileUpload, type FileUploadLabels } from '@/components/form/file-upload';
import type { FileLine, Subject } from '@/lib/files/queries';
import { acceptedExtensions } from '@/lib/files/rules';
import { dayOf } from '@/lib/kernel/dates';
import { removeFileAction } from './file-actions';
import { hiddenFields } from './form';
import { getT } from './i18n';

/** The words of an upload field. */
export async function uploadLabels(): Promise<FileUploadLabels> {
  const t = await getT('files');
  return {
    choose: t('choose'),
    drop: t('drop'),
    hint: t('hint'),
    upload: t('upload'),
    uploading: t('uploading', { name: '{name}' }),
    failed: t('failed'),
  };
}

/** A subject's files with everything around them: list, removal, upload. `path` is where a plain form comes back to. */
export async function SubjectFiles({
  subject,
  files,
  mayAdd,
  mayRemove,
  path,
}: {
  subject: Subject;
  files: readonly FileLine[];
  mayAdd: boolean;
  mayRemove: boolean;
  path: string;
}) {
  const t = await getT('files');
  const shown: ShownFile[] = [];
  for (const file of files) {
    shown.push({
      id: file.id,
      name: file.name,
      note: [sizeText(file.size), file.givenByName ?? '', dayOf(file.createdAt)].filter((part) => part !== '').join(' · '),
      ...(mayRemove ? { hidden: await hiddenFields() } : {}),
    });
  }
  return (
    <div className="grid gap-3">
      <FileList
        files={shown}
        labels={{ list: t('list'), empty: t('empty') }}
        {...(mayRemove
          ? {
              remove: {
                action: removeFileAction,
                label: t('remove'),
                question: { title: t('removeTitle'), text: t('removeText'), yes: t('yes'), no: t('no') },
              },
            }
          : {})}
      />
      {mayAdd && <FileUpload subject={subject} hidden={await hiddenFields()} next={path} labels={await uploadLabels()} accept={acceptedExtensions} />}
    </div>
  );
}

/** Bytes as people read them: 340 KB, 2.1 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
