export interface Tab {
  href: string;
  label: string;
  /** Shown small behind the label. */
  count?: number | string;
  current?: boolean;
}

/** Tabs are links: each is a page with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="n num">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
