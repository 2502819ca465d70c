import type { ReactNode } from 'react';
import { LanguageButton, type LanguageSwitch, NotificationLink, type Notifications, PersonMenu, type PersonMenuProps, SkipLink } from './frame-parts';
import { Kept } from './kept';
import { currentHref, type NavItem, NavLinks } from './nav-links';

export interface MentorFrameProps {
  brand: { href: string; mark: string; name: string };
  /** Two to four entries; they stand at the bottom under the thumb. */
  nav: readonly NavItem[];
  /** Where the page is; its entry is marked. */
  path: string;
  labels: { skip: string; nav: string };
  /** A pill: connected, offline with so many waiting. */
  status?: ReactNode;
  notifications?: Notifications;
  language: LanguageSwitch;
  person: PersonMenuProps;
  children: ReactNode;
}

/** A phone in one hand: everything at least 44 px, navigation at the bottom; a page's `BottomBar` takes its place. */
export function MentorFrame({ brand, nav, path, labels, status, notifications, language, person, children }: MentorFrameProps) {
  const current = currentHref(path, nav.map((item) => item.href), brand.href);
  const name = () => (
    <>
      <span className="seal" aria-hidden="true">
        {brand.mark}
      </span>
      <span className="truncate">{brand.name}</span>
    </>
  );
  const acts = () => (
    <>
      {notifications && <NotificationLink notifications={notifications} />}
      <LanguageButton language={language} />
      <PersonMenu {...person} />
    </>
  );
  return (
    <div className="mentor" data-density="touch">
      <SkipLink label={labels.skip} />
      <header className="top">
        <Kept name="mentor name" tag="a" attributes={{ href: brand.href, className: 'mr-auto flex min-h-11 min-w-0 items-center gap-2 font-semibold' }} facts={brand} draw={name} />
        {status}
        <Kept name="mentor top" tag="div" attributes={{ className: 'contents' }} facts={[notifications, language, person]} draw={acts} />
      </header>
      <main id="main" tabIndex={-1} className="mentor-main outline-none">
        {children}
      </main>
      <nav className="tabbar" aria-label={labels.nav}>
        <Kept name="mentor nav" tag="div" attributes={{}} facts={[brand, nav, current]} draw={() => <NavLinks sections={[{ items: nav }]} home={brand.href} current={current} />} />
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
