import { Icon } from '@/components/ui/icon';
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

/** A file somebody gave with the request: it stands among the words where it came. */
export interface GivenFile {
  id: string;
  name: string;
  givenByName: string | null;
  createdAt: Date;
}

/**
 * What was said and handed over, oldest first. Each side sees of its own words whether the other has read them. `colleagues` are the names set
 * apart behind an @. `t` is the `service-desk` namespace.
 */
export function Messages({ t, locale, messages, files = [], portal, colleagues = [] }: {
  t: Translate;
  locale: Locale;
  messages: readonly Said[];
  files?: readonly GivenFile[];
  portal: 'desk' | 'my';
  colleagues?: readonly string[];
}) {
  if (messages.length === 0 && files.length === 0) return <p className="px-(--pad) pb-3 text-sm text-ink-2">{t('file.noMessages')}</p>;
  return (
    <ol className="divide-y divide-line border-t border-line">
      {inOrder(messages, files).map((one) => {
        if ('name' in one) return <FileLine key={one.id} t={t} locale={locale} file={one} />;
        const message = one;
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

function inOrder(messages: readonly Said[], files: readonly GivenFile[]): (Said | GivenFile)[] {
  const at = (one: Said | GivenFile) => ('name' in one ? one.createdAt : one.at).getTime();
  return [...messages, ...files].sort((a, b) => at(a) - at(b));
}

function FileLine({ t, locale, file }: { t: Translate; locale: Locale; file: GivenFile }) {
  return (
    <li className="px-(--pad) py-3">
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
        <b className="text-ink">{file.givenByName ?? t('file.missing')}</b>
        <span>{t('file.gave')}</span>
        <time dateTime={file.createdAt.toISOString()} className="num">
          {formatMoment(file.createdAt, locale)}
        </time>
      </div>
      <a className="link mt-1 inline-flex items-center gap-1 break-words" href={`/api/files/${file.id}`} download>
        <Icon name="file" size={14} />
        {file.name}
      </a>
    </li>
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
