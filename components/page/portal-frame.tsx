import type { ReactNode } from 'react';
import { LanguageButton, type LanguageSwitch, NotificationLink, type Notifications, PersonMenu, type PersonMenuProps, SkipLink } from './frame-parts';
import { type NavItem, NavLinks } from './nav-links';

export interface PortalFrameProps {
  brand: { href: string; mark: string; name: string };
  /** For whom: the company's name. */
  whom?: string;
  nav: readonly NavItem[];
  labels: { skip: string; nav: string };
  notifications?: Notifications;
  language: LanguageSwitch;
  person: PersonMenuProps;
  children: ReactNode;
}

/** A portal visited now and then: large type, one column, few entries on top. */
export function PortalFrame({ brand, whom, nav, labels, notifications, language, person, children }: PortalFrameProps) {
  const sections = [{ items: nav }];
  return (
    <div className="portal" data-density="portal">
      <SkipLink label={labels.skip} />
      <header className="top">
        <a href={brand.href} className="flex min-w-0 items-center gap-2.5">
          <span className="seal" aria-hidden="true">
            {brand.mark}
          </span>
          <b className="flex-none">{brand.name}</b>
          {whom !== undefined && <span className="truncate text-ink-2">{whom}</span>}
        </a>
        <nav className="portal-nav only-wide" aria-label={labels.nav}>
          <NavLinks sections={sections} home={brand.href} />
        </nav>
        <span className="mr-auto" />
        {notifications && <NotificationLink notifications={notifications} />}
        <LanguageButton language={language} />
        <PersonMenu {...person} />
      </header>
      <div className="portal-nav-row">
        <nav className="portal-nav" aria-label={labels.nav}>
          <NavLinks sections={sections} home={brand.href} />
        </nav>
      </div>
      <main id="main" tabIndex={-1} className="portal-main outline-none">
        {children}
      </main>
    </div>
  );
}
