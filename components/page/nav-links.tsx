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

/** The entry whose address is the longest beginning of where we are; a section's home (like /desk) is open only on itself. */
export function currentHref(path: string, hrefs: readonly string[], home?: string): string | undefined {
  return hrefs
    .filter((href) => path === href || (href !== home && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}

/** Navigation entries; `current` is open. A frame outlives its page: from the second page on the browser marks where one is. */
export function NavLinks({ sections, home, current }: { sections: readonly NavSection[]; home: string; current: string | undefined }) {
  return sections.map((section, index) => (
    <div key={section.title ?? index} className="contents" data-nav={home}>
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

/** Marks the entries of all navigations for the page one is on now. */
export function markCurrent(path: string): void {
  const links = Array.from(document.querySelectorAll('[data-nav] > a.nav-link'));
  const home = links[0]?.parentElement?.dataset.nav;
  const current = currentHref(path, links.map((link) => link.getAttribute('href') ?? ''), home);
  for (const link of links) {
    if (link.getAttribute('href') === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
