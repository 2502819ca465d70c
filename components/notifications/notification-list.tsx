import type { HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import type { FormAction } from '@/components/ui/form-action';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';

export interface Told {
  id: string;
  /** A whole sentence. */
  text: string;
  when: string;
  /** The moment for machines, ISO 8601. */
  at: string;
  unread: boolean;
  /** A key of its own for every row: opening two is two acts. */
  hidden: HiddenFields;
}

/** What one is told, newest first. Opening one marks it read and goes where it leads, without a script too. */
export function NotificationList({ items, open, labels }: { items: readonly Told[]; open: FormAction; labels: { list: string; unread: string } }) {
  return (
    <ul className="card divide-y divide-line" aria-label={labels.list}>
      {items.map((item) => (
        <li key={item.id}>
          <form action={open} method={typeof open === 'string' ? 'post' : undefined}>
            <HiddenInputs hidden={item.hidden} more={{ id: item.id }} />
            <button type="submit" className="grid min-h-11 w-full cursor-pointer grid-cols-[1rem_1fr] sm:grid-cols-[1rem_1fr_auto] items-baseline gap-x-2 px-3.5 py-2.5 text-left hover:bg-bg">
              {item.unread ? (
                <span className="size-2 self-center rounded-full bg-accent">
                  <span className="sr-only">{labels.unread}</span>
                </span>
              ) : (
                <span />
              )}
              <span className={cx('min-w-0 break-words', item.unread ? 'font-semibold' : 'text-ink-2')}>{item.text}</span>
              <span className="num col-start-2 flex items-center gap-1.5 text-sm text-ink-2 sm:col-start-auto">
                <time dateTime={item.at}>{item.when}</time>
                <Icon name="right" size={12} />
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
