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
export function Messages({ t, locale, messages }: { t: Translate; locale: Locale; messages: readonly Said[] }) {
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
          </div>
          <p className="mt-1 break-words whitespace-pre-wrap">{message.body}</p>
        </li>
      ))}
    </ol>
  );
}
