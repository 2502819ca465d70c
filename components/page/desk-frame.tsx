import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { Brand, LanguageButton, type LanguageSwitch, NotificationLink, type Notifications, PersonMenu, type PersonMenuProps, SkipLink } from './frame-parts';
import type { SearchProps } from './jump-to';
import { Kept } from './kept';
import { currentHref, type NavSection, NavLinks } from './nav-links';
import { SearchBox } from './search-box';

export interface DeskFrameProps {
  brand: { href: string; mark: string; name: string };
  nav: readonly NavSection[];
  /** Where the page is; its entry is marked. */
  path: string;
  labels: { skip: string; nav: string; menu: string };
  search?: SearchProps;
  notifications?: Notifications;
  language: LanguageSwitch;
  person: PersonMenuProps;
  children: ReactNode;
}

/** The staff workbench: navigation with counts beside, search and person on top; on a phone the navigation folds into a menu. */
export function DeskFrame({ brand, nav, path, labels, search, notifications, language, person, children }: DeskFrameProps) {
  const current = currentHref(path, nav.flatMap((section) => section.items.map((item) => item.href)), brand.href);
  const beside = () => (
    <>
      <Brand {...brand} />
      <NavLinks sections={nav} home={brand.href} current={current} />
    </>
  );
  const top = () => (
    <>
      <Menu
        start
        className="drawer only-narrow"
        label={labels.menu}
        summary={
          <span className="top-item">
            <Icon name="menu" size={20} />
          </span>
        }
      >
        <nav aria-label={labels.menu}>
          <NavLinks sections={nav} home={brand.href} current={current} />
        </nav>
      </Menu>
      {search ? <SearchBox {...search} /> : <span className="mr-auto" />}
      {notifications && <NotificationLink notifications={notifications} />}
      <LanguageButton language={language} />
      <PersonMenu {...person} />
    </>
  );
  return (
    <div className="desk" data-density="desk">
      <SkipLink label={labels.skip} />
      <Kept name="desk nav" tag="nav" attributes={{ className: 'desk-nav', 'aria-label': labels.nav }} facts={[brand, nav, current]} draw={beside} />
      <div className="min-w-0">
        <Kept name="desk top" tag="header" attributes={{ className: 'top' }} facts={[brand, nav, current, labels, search, notifications, language, person]} draw={top} />
        <main id="main" tabIndex={-1} className="desk-main outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
