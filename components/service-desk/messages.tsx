import { Pill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import { mentionsOf } from '@/lib/service-desk/rules/mentions';

export interface Said {
  id: string;
  body: string;
  fromCompany: boolean;
  internal: boolean;
  author: string | null;
  at: Date;
  /** The reader hasn't seen it before. */
  fresh: boolean;
  /** When the other side first read it, who, and how many have. */
  read: { who: string | null; at: Date; many: number } | null;
}

/**
 * What was said, oldest first. Each side sees of its own words whether the other has read them. `colleagues` are the names set
 * apart behind an @. `t` is the `service-desk` namespace.
 */
export function Messages({ t, locale, messages, portal, colleagues = [] }: { t: Translate; locale: Locale; messages: readonly Said[]; portal: 'desk' | 'my'; colleagues?: readonly string[] }) {
  if (messages.length === 0) return <p className="px-(--pad) pb-3 text-sm text-ink-2">{t('file.noMessages')}</p>;
  return (
    <ol className="divide-y divide-line border-t border-line">
      {messages.map((message) => {
        const own = message.fromCompany === (portal === 'my') && !message.internal;
        return (
          <li key={message.id} className={message.internal ? 'bg-due-weak px-(--pad) py-3' : 'px-(--pad) py-3'}>
            <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
              <b className="text-ink">{message.author ?? t('file.missing')}</b>
              <span>{message.fromCompany ? t('file.company') : t('file.owner')}</span>
              <time dateTime={message.at.toISOString()} className="num">
                {formatMoment(message.at, locale)}
              </time>
              {message.internal && <Pill tone="due">{t('file.internal')}</Pill>}
              {message.fresh && <Pill tone="accent">{t('file.new')}</Pill>}
            </div>
            <p className="mt-1 break-words whitespace-pre-wrap">
              {mentionsOf(message.body, colleagues).map((part, index) =>
                part.mention ? (
                  // A text's pieces have no other name than their place.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <b key={index} className="font-medium text-accent">
                    {part.text}
                  </b>
                ) : (
                  part.text
                ),
              )}
            </p>
            {own && <ReadLine t={t} locale={locale} read={message.read} />}
          </li>
        );
      })}
    </ol>
  );
}

function ReadLine({ t, locale, read }: { t: Translate; locale: Locale; read: Said['read'] }) {
  if (read === null) return <p className="mt-1 text-sm text-ink-2">{t('file.unread')}</p>;
  return (
    <p className="mt-1 text-sm text-ink-2">
      {t('file.readAt')} · <time dateTime={read.at.toISOString()} className="num">{formatMoment(read.at, locale)}</time>
      {read.who !== null && ` · ${t('file.readBy', { who: read.who, more: read.many - 1 })}`}
    </p>
  );
}
