import type { ReactNode } from 'react';
import { LanguageButton, type LanguageSwitch, NotificationLink, type Notifications, PersonMenu, type PersonMenuProps, SkipLink } from './frame-parts';
import { type NavItem, NavLinks } from './nav-links';

export interface MentorFrameProps {
  brand: { href: string; mark: string; name: string };
  /** Two to four entries; they stand at the bottom under the thumb. */
  nav: readonly NavItem[];
  labels: { skip: string; nav: string };
  /** A pill: connected, offline with so many waiting. */
  status?: ReactNode;
  notifications?: Notifications;
  language: LanguageSwitch;
  person: PersonMenuProps;
  children: ReactNode;
}

/** A phone in one hand: everything at least 44 px, navigation at the bottom; a page's `BottomBar` takes its place. */
export function MentorFrame({ brand, nav, labels, status, notifications, language, person, children }: MentorFrameProps) {
  return (
    <div className="mentor" data-density="touch">
      <SkipLink label={labels.skip} />
      <header className="top">
        <a href={brand.href} className="mr-auto flex min-h-11 min-w-0 items-center gap-2 font-semibold">
          <span className="seal" aria-hidden="true">
            {brand.mark}
          </span>
          <span className="truncate">{brand.name}</span>
        </a>
        {status}
        {notifications && <NotificationLink notifications={notifications} />}
        <LanguageButton language={language} />
        <PersonMenu {...person} />
      </header>
      <main id="main" tabIndex={-1} className="mentor-main outline-none">
        {children}
      </main>
      <nav className="tabbar" aria-label={labels.nav}>
        <div>
          <NavLinks sections={[{ items: nav }]} home={brand.href} />
        </div>
      </nav>
    </div>
  );
}

/** The page's one act, fixed under the thumb. Inside a `Form` pass it as `footer`. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <div className="bottom-bar">
      <div>{children}</div>
    </div>
  );
}
