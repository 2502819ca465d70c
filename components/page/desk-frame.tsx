import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { Brand, LanguageButton, type LanguageSwitch, NotificationLink, type Notifications, PersonMenu, type PersonMenuProps, SkipLink } from './frame-parts';
import { type NavSection, NavLinks } from './nav-links';
import { SearchBox, type SearchProps } from './search-box';

export interface DeskFrameProps {
  brand: { href: string; mark: string; name: string };
  nav: readonly NavSection[];
  labels: { skip: string; nav: string; menu: string };
  search?: SearchProps;
  notifications?: Notifications;
  language: LanguageSwitch;
  person: PersonMenuProps;
  children: ReactNode;
}

/** The staff workbench: navigation with counts beside, search and person on top; on a phone the navigation folds into a menu. */
export function DeskFrame({ brand, nav, labels, search, notifications, language, person, children }: DeskFrameProps) {
  return (
    <div className="desk" data-density="desk">
      <SkipLink label={labels.skip} />
      <nav className="desk-nav" aria-label={labels.nav}>
        <Brand {...brand} />
        <NavLinks sections={nav} home={brand.href} />
      </nav>
      <div className="min-w-0">
        <header className="top">
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
              <NavLinks sections={nav} home={brand.href} />
            </nav>
          </Menu>
          {search ? <SearchBox {...search} pages={nav.flatMap((section) => section.items)} /> : <span className="mr-auto" />}
          {notifications && <NotificationLink notifications={notifications} />}
          <LanguageButton language={language} />
          <PersonMenu {...person} />
        </header>
        <main id="main" tabIndex={-1} className="desk-main outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
