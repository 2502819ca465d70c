import { Pill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Locale, Translate } from '@/lib/kernel/i18n';

export interface Said {
  id: string;
  body: string;
  fromCompany: boolean;
  internal: boolean;
  author: string | null;
  at: Date;
}

/** What was said, oldest first. `t` is the `service-desk` namespace. */
export function Messages({ t, locale, messages, reads, portal }: {
  t: Translate;
  locale: Locale;
  messages: readonly Said[];
  /** Up to when each side has read the other. */
  reads: Readonly<Record<'company' | 'desk', Date | null>>;
  portal: 'desk' | 'my';
}) {
  // One's own words alone show whether they were read.
  const mark = (message: Said) => {
    if (message.internal || message.fromCompany !== (portal === 'my')) return null;
    const read = message.fromCompany ? reads.desk : reads.company;
    return t(read !== null && read >= message.at ? 'file.read' : 'file.unread');
  };
  if (messages.length === 0) return <p className="px-(--pad) pb-3 text-sm text-ink-2">{t('file.noMessages')}</p>;
  return (
    <ol className="divide-y divide-line border-t border-line">
      {messages.map((message) => (
        <li key={message.id} className={message.internal ? 'bg-due-weak px-(--pad) py-3' : 'px-(--pad) py-3'}>
          <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            <b className="text-ink">{message.author ?? t('file.missing')}</b>
            <span>{message.fromCompany ? t('file.company') : t('file.owner')}</span>
            <time dateTime={message.at.toISOString()} className="num">
              {formatMoment(message.at, locale)}
            </time>
            {message.internal && <Pill tone="due">{t('file.internal')}</Pill>}
            {mark(message) !== null && <span>{mark(message)}</span>}
          </div>
          <p className="mt-1 break-words whitespace-pre-wrap">{message.body}</p>
        </li>
      ))}
    </ol>
  );
}
