import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { RequestFiles } from '@/components/service-desk/request-files';
import type { FileLine } from '@/lib/files/queries';

/** The files of the company's request. `saveFirst`: something else on the page is being typed. */
export async function FilesCard({ request, files, note, mayAdd, saveFirst }: { request: string; files: readonly FileLine[]; note: string; mayAdd: boolean; mayRemove: boolean; saveFirst: boolean }) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  return (
    <RequestFiles
      t={t}
      locale={locale}
      files={files}
      note={note}
      {...(saveFirst ? { warning: t('draft.saveFirst') } : {})}
      {...(mayAdd ? { upload: { request, next: `/my/requests/${request}#files`, hidden: await hiddenFields() } } : {})}
    />
  );
}
