import type { HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileInput } from '@/components/ui/inputs';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Locale, Translate } from '@/lib/kernel/i18n';

export interface RequestFileLine {
  id: string;
  name: string;
  size: number;
  createdAt: Date;
  givenByName: string | null;
}

/** 1,234,567 bytes as people say it. */
function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What is attached to a request, and a plain form that adds to it: its own form, so never inside another. */
export function RequestFiles({
  t,
  locale,
  files,
  upload,
  note,
  warning,
}: {
  t: Translate;
  locale: Locale;
  files: readonly RequestFileLine[];
  upload?: { request: string; next: string; hidden: HiddenFields };
  note: string;
  /** Said where no script keeps what is typed above. */
  warning?: string;
}) {
  return (
    <Card title={t('file.files')} note={note} body="bare" id="files" className="mt-4">
      {files.length === 0 ? (
        <p className="px-(--pad) pb-3 text-sm text-ink-2">{t('file.noFiles')}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-(--pad) py-2.5">
              <a className="link min-w-0 break-all" href={`/api/files/${file.id}`} download>
                {file.name}
              </a>
              <span className="num text-sm text-ink-2">
                {[sizeWords(file.size), file.givenByName, formatMoment(file.createdAt, locale)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {upload && (
        <form action="/api/files" method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-2 border-t border-line p-(--pad)">
          <HiddenInputs hidden={upload.hidden} more={{ subjectType: 'request', subjectId: upload.request, next: upload.next }} />
          <label className="min-w-56 flex-1">
            <span className="label">{t('draft.choose')}</span>
            <FileInput name="file" multiple required />
            <span className="hint">{t('draft.limits')}</span>
            {warning !== undefined && <span className="hint nojs-only">{warning}</span>}
          </label>
          <Button type="submit">{t('draft.upload')}</Button>
        </form>
      )}
    </Card>
  );
}
