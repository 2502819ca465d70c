'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Hint } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { type HiddenFields, hiddenNames } from './form-state';
import { goingUp } from './under-way';

export interface FileUploadLabels {
  choose: string;
  drop: string;
  hint: string;
  upload: string;
  /** With a literal {name}. */
  uploading: string;
  failed: string;
}

interface Sending {
  key: number;
  name: string;
  share: number;
  error: string | null;
}

/**
 * Files for a subject, in a form of its own (never inside another). Without a script it is a plain form that comes back
 * to `next`; with one, files go as soon as they are chosen or dropped, one after the other, and the page refreshes.
 */
export function FileUpload({
  subject,
  hidden,
  next,
  labels,
  accept,
  multiple = true,
  capture,
}: {
  subject: { type: string; id: string };
  hidden: HiddenFields;
  next: string;
  labels: FileUploadLabels;
  accept?: string;
  multiple?: boolean;
  /** On a phone: opens the camera. */
  capture?: 'environment' | 'user';
}) {
  const router = useRouter();
  const id = useId();
  const serial = useRef(0);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const fields = { [hiddenNames.membership]: hidden.membership ?? '', subjectType: subject.type, subjectId: subject.id, next };

  async function send(files: readonly File[]): Promise<boolean> {
    if (files.length === 0) return true;
    const { sendFile } = await import('./send-file');
    const rows = files.map((file) => ({ key: ++serial.current, file }));
    const change = (key: number, what: Partial<Sending> | null) =>
      setSending((now) => now.flatMap((row) => (row.key !== key ? [row] : what === null ? [] : [{ ...row, ...what }])));
    setSending((now) => [
      ...now.filter((row) => row.error === null),
      ...rows.map(({ key, file }) => ({ key, name: file.name, share: 0, error: null })),
    ]);
    let sent = 0;
    for (const { key, file } of rows) {
      const error = await sendFile('/api/files', fields, file, (share) => change(key, { share }), labels.failed);
      change(key, error === null ? null : { error });
      if (error === null) sent += 1;
    }
    if (sent > 0) router.refresh();
    return sent === rows.length;
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    const field = event.currentTarget.elements.namedItem('files');
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    goingUp(send(Array.from(field.files ?? [])));
    field.value = '';
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    goingUp(send(Array.from(event.dataTransfer.files).slice(0, multiple ? undefined : 1)));
  }

  return (
    <form
      action="/api/files"
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx('rounded-lg border border-dashed p-3', over ? 'border-accent bg-accent-weak' : 'border-line-2')}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="relative flex flex-wrap items-center gap-2">
        {/* The browser's own control speaks the browser's language: with a script the label stands for it. */}
        <input
          id={id}
          type="file"
          name="files"
          multiple={multiple}
          accept={accept}
          capture={capture}
          aria-describedby={`${id}-hint`}
          className="peer order-2 min-w-0 max-w-full text-sm [[data-js]_&]:sr-only"
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
        <label htmlFor={id} className={buttonClass({}, 'order-1 cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent')}>
          <Icon name="upload" size={14} />
          {labels.choose}
        </label>
        <span className="only-wide order-3 text-ink-2">{labels.drop}</span>
        <Button type="submit" className="order-4 [[data-js]_&]:hidden">
          {labels.upload}
        </Button>
      </div>
      <Hint id={`${id}-hint`}>{labels.hint}</Hint>
      {sending.length > 0 && (
        <ul className="mt-2 grid gap-2" aria-live="polite">
          {sending.map((row) => (
            <li key={row.key}>
              {row.error === null ? (
                <Progress value={Math.round(row.share * 100)} max={100} label={labels.uploading.replace('{name}', row.name)} />
              ) : (
                <div data-upload-failed="" tabIndex={-1}>
                  <Notice tone="late">{row.error.includes(row.name) ? row.error : `${row.name}: ${row.error}`}</Notice>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
