import type { ReactNode } from 'react';
import { cx } from './cx';

interface Props {
  title?: ReactNode;
  /** One grey sentence under the title. */
  note?: ReactNode;
  /** A pill, a link or a small button, to the right of the title. */
  aside?: ReactNode;
  /** A last line on a tinted ground: the sum, the outcome. */
  foot?: ReactNode;
  /** `rows`: children stand edge to edge with lines between; `pad` (default): one padded body. */
  body?: 'pad' | 'rows' | 'bare';
  /** A coloured left edge for "where it stands now". */
  now?: boolean | 'due' | 'late';
  id?: string;
  className?: string;
  children?: ReactNode;
}

/** A bordered box with an optional head and foot. */
export function Card({ title, note, aside, foot, body = 'pad', now = false, id, className, children }: Props) {
  const nowClass = now === true ? 'card-now' : now ? `card-now-${now}` : undefined;
  const bodyClass = { pad: 'card-body', rows: 'card-rows', bare: undefined }[body];
  return (
    <section id={id} className={cx('card', nowClass, className)} aria-labelledby={title && id ? `${id}-title` : undefined}>
      {title !== undefined && (
        <div className="card-head">
          <div>
            <h2 id={id && `${id}-title`}>{title}</h2>
            {note !== undefined && <div className="text-sm text-ink-2">{note}</div>}
          </div>
          {aside}
        </div>
      )}
      {children !== undefined && children !== null && (bodyClass ? <div className={bodyClass}>{children}</div> : children)}
      {foot !== undefined && <div className="card-foot">{foot}</div>}
    </section>
  );
}

/** One line of a `Card body="rows"`: what on the left, value on the right. */
export function CardRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="row">
      <span className="text-ink-2">{label}</span>
      <span>{children}</span>
    </div>
  );
}

/** A part of a page with its own heading and no box. */
export function Section({ title, aside, id, children }: { title: ReactNode; aside?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="mt-6 first:mt-0">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-(length:--fs-h2)">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
