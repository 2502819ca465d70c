import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuLink } from '@/components/ui/menu';

/** Below a list: what of how much is shown, back and on, page size, keys. `summary` is a whole sentence. */
export function Pager({
  summary,
  previous,
  next,
  sizes,
  labels,
  children,
}: {
  summary: ReactNode;
  /** The address of the page before; missing on the first. */
  previous?: string;
  next?: string;
  sizes?: readonly { size: number; href: string; current: boolean; label: string }[];
  labels: { nav: string; previous: string; next: string };
  children?: ReactNode;
}) {
  const now = sizes?.find((size) => size.current) ?? sizes?.[0];
  const turn = (href: string | undefined, label: string, rel: string) =>
    href === undefined ? (
      <span className="pager-link" aria-disabled="true">
        {label}
      </span>
    ) : (
      <a className="pager-link" href={href} rel={rel}>
        {label}
      </a>
    );
  return (
    <div className="pager">
      <span>{summary}</span>
      <nav aria-label={labels.nav}>
        {children}
        {turn(previous, labels.previous, 'prev')}
        {turn(next, labels.next, 'next')}
        {sizes && now && (
          <Menu
            up
            summary={
              <span className="pager-link">
                {now.label}
                <Icon name="down" size={12} />
              </span>
            }
          >
            {sizes.map((size) => (
              <MenuLink key={size.size} href={size.href} current={size.current}>
                {size.label}
              </MenuLink>
            ))}
          </Menu>
        )}
      </nav>
    </div>
  );
}
