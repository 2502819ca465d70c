import type { ReactNode } from 'react';
import type { HiddenFields } from '@/components/form/form-state';
import type { Question } from '@/components/ui/ask';
import { ConfirmButton } from '@/components/ui/confirm-button';
import type { FormAction } from '@/components/ui/form-action';
import { Icon } from '@/components/ui/icon';

export interface ShownFile {
  id: string;
  name: string;
  /** Size, giver and day in words. */
  note: ReactNode;
  /** Present where the reader may take it away. */
  hidden?: HiddenFields;
}

/** Files to download; who may, takes one away after being asked. */
export function FileList({
  files,
  remove,
  labels,
}: {
  files: readonly ShownFile[];
  remove?: { action: FormAction; label: string; question: Question };
  labels: { list: string; empty: string };
}) {
  if (files.length === 0) return <p className="text-sm text-ink-2">{labels.empty}</p>;
  return (
    <ul className="divide-y divide-line" aria-label={labels.list}>
      {files.map((file) => (
        <li key={file.id} className="flex items-center gap-3 py-1.5">
          <Icon name="file" size={16} />
          <div className="min-w-0 flex-1">
            <a href={`/api/files/${file.id}`} download className="link break-words">
              {file.name}
            </a>
            <span className="sub num">{file.note}</span>
          </div>
          {remove && file.hidden && (
            <ConfirmButton action={remove.action} hidden={file.hidden} values={{ id: file.id }} question={remove.question} variant="quiet" size="sm">
              {remove.label}
            </ConfirmButton>
          )}
        </li>
      ))}
    </ul>
  );
}
