import type { ReactNode } from 'react';
import { cx } from './cx';

/** A plain table for figures inside a card or on paper; lists of rows use `DataTable`. Scrolls by itself when too wide. */
export function Table({ caption, children, className }: { caption: string; children: ReactNode; className?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="tbl-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={cx('tbl num', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Th({ right, children, ...rest }: { right?: boolean; children?: ReactNode; scope?: 'col' | 'row'; colSpan?: number; rowSpan?: number }) {
  return (
    <th scope="col" className={right ? 'r' : undefined} {...rest}>
      {children}
    </th>
  );
}

export function Td({ right, children, ...rest }: { right?: boolean; children?: ReactNode; colSpan?: number; rowSpan?: number }) {
  return (
    <td className={right ? 'r' : undefined} {...rest}>
      {children}
    </td>
  );
}

/** The grey second line of a cell. */
export function Sub({ children }: { children: ReactNode }) {
  return <span className="sub">{children}</span>;
}
