'use client';

import { usePathname } from 'next/navigation';

export interface NavItem {
  href: string;
  label: string;
  /** Live count; 0 or missing shows nothing. */
  count?: number | string;
}

export interface NavSection {
  title?: string;
  items: readonly NavItem[];
}

/** The entry whose address is the longest beginning of where we are. */
export function currentHref(path: string, hrefs: readonly string[]): string | undefined {
  return hrefs
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Navigation entries that know which of them is open. A section's home (like /desk) is open only on itself. */
export function NavLinks({ sections, home }: { sections: readonly NavSection[]; home?: string }) {
  const path = usePathname();
  const hrefs = sections.flatMap((section) => section.items.map((item) => item.href));
  const current = currentHref(path, hrefs.filter((href) => href !== home || path === home));
  return sections.map((section, index) => (
    <div key={section.title ?? index} className="contents">
      {section.title !== undefined && <div className="nav-sec">{section.title}</div>}
      {section.items.map((item) => (
        <a key={item.href} href={item.href} className="nav-link" aria-current={item.href === current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && item.count !== 0 && <span className="n">{item.count}</span>}
        </a>
      ))}
    </div>
  ));
}
