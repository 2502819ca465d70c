import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { drawn } from '@/components/ui/markup';

/** Where this page stands; the last entry may have no address. */
export function Breadcrumb({ label, items }: { label: string; items: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label} className="no-print">
      <ol className="crumbs">
        {items.map((item) => (
          <li key={item.label}>{item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * Title with its state, one line of facts, and the acts: quiet ones first, the one main button last.
 * `file` is for one company, one request: a larger title.
 */
export async function PageHead({
  crumbs,
  title,
  state,
  meta,
  actions,
  file,
}: {
  crumbs?: { label: string; items: readonly { label: string; href?: string }[] };
  title: ReactNode;
  state?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  file?: boolean;
}) {
  return drawn(
    <>
      {crumbs && <Breadcrumb {...crumbs} />}
      <div className={cx('head', file && 'head-file')}>
        <div className="min-w-0">
          <h1>{title}</h1>
          {state}
          {meta !== undefined && <div className="num text-ink-2">{meta}</div>}
        </div>
        {actions !== undefined && <div className="head-acts">{actions}</div>}
      </div>
    </>,
  );
}

/** Facts in one line with dots between; empty ones are left out. */
export function MetaLine({ items }: { items: readonly ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== '' && item !== false);
  return shown.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed sentence, never reordered
    <span key={index}>
      {index > 0 && ' · '}
      {item}
    </span>
  ));
}
