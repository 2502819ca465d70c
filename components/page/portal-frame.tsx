import type { ReactNode } from 'react';
import { LanguageButton, type LanguageSwitch, NotificationLink, type Notifications, PersonMenu, type PersonMenuProps, SkipLink } from './frame-parts';
import { Kept } from './kept';
import { currentHref, type NavItem, NavLinks } from './nav-links';

export interface PortalFrameProps {
  brand: { href: string; mark: string; name: string };
  /** For whom: the company's name. */
  whom?: string;
  nav: readonly NavItem[];
  /** Where the page is; its entry is marked. */
  path: string;
  labels: { skip: string; nav: string };
  notifications?: Notifications;
  language: LanguageSwitch;
  person: PersonMenuProps;
  children: ReactNode;
}

/** A portal visited now and then: large type, one column, few entries on top. */
export function PortalFrame({ brand, whom, nav, path, labels, notifications, language, person, children }: PortalFrameProps) {
  const current = currentHref(path, nav.map((item) => item.href), brand.href);
  const links = () => <NavLinks sections={[{ items: nav }]} home={brand.href} current={current} />;
  const top = () => (
    <>
      <a href={brand.href} className="flex min-w-0 items-center gap-2.5">
        <span className="seal" aria-hidden="true">
          {brand.mark}
        </span>
        <b className="flex-none">{brand.name}</b>
        {whom !== undefined && <span className="truncate text-ink-2">{whom}</span>}
      </a>
      <nav className="portal-nav only-wide" aria-label={labels.nav}>
        {links()}
      </nav>
      <span className="mr-auto" />
      {notifications && <NotificationLink notifications={notifications} />}
      <LanguageButton language={language} />
      <PersonMenu {...person} />
    </>
  );
  return (
    <div className="portal" data-density="portal">
      <SkipLink label={labels.skip} />
      <Kept name="portal top" tag="header" attributes={{ className: 'top' }} facts={[brand, whom, nav, current, labels, notifications, language, person]} draw={top} />
      <div className="portal-nav-row">
        <Kept name="portal nav" tag="nav" attributes={{ className: 'portal-nav', 'aria-label': labels.nav }} facts={[brand, nav, current]} draw={links} />
      </div>
      <main id="main" tabIndex={-1} className="portal-main outline-none">
        {children}
      </main>
    </div>
  );
}
