import type { ReactNode } from 'react';
import { HiddenInputs } from '@/components/form/plain-form';
import type { FormAction } from '@/components/ui/form-action';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuLink, MenuPost, MenuSeparator, MenuTitle } from '@/components/ui/menu';
import { countText } from './bell';

/** Switching the language posts `locale` (and `back`, where to return to, when given); it works on every page without a script. */
export interface LanguageSwitch {
  action: FormAction;
  /** The language to switch to. */
  to: string;
  /** How the switch reads, e.g. both languages' names. */
  label: string;
  /** Said to screen readers. */
  title: string;
  back?: string;
}

export function LanguageButton({ language }: { language: LanguageSwitch }) {
  return (
    <form action={language.action} method={typeof language.action === 'string' ? 'post' : undefined}>
      <HiddenInputs more={{ locale: language.to, ...(language.back !== undefined && { back: language.back }) }} />
      <button type="submit" aria-label={language.title} title={language.title}>
        {language.label}
      </button>
    </form>
  );
}

export interface Notifications {
  href: string;
  label: string;
  count: number;
  /** Answers `{ count }` as JSON; asked every 10 s while the page is seen. */
  url?: string;
}

export function NotificationLink({ notifications }: { notifications: Notifications }) {
  return (
    <a href={notifications.href} className="top-item" data-bell={notifications.url} data-label={notifications.label}>
      <span className="only-wide">{notifications.label}</span>
      <span className="only-narrow" aria-hidden="true">
        <Icon name="bell" />
      </span>
      <span className="top-count" aria-hidden="true">
        {countText(notifications.count)}
      </span>
      <span className="sr-only">{`${notifications.label} ${notifications.count}`}</span>
    </a>
  );
}

export interface PersonMenuProps {
  name: string;
  /** The role they act in now. */
  role?: string;
  title: string;
  /** Where else this person belongs; switching posts `membership` with its id. */
  memberships?: {
    title: string;
    action: FormAction;
    items: readonly { id: string; label: string; current?: boolean }[];
  };
  links?: readonly { href: string; label: string }[];
  /** Posts `theme`: system, light or dark. */
  theme?: { title: string; action: FormAction; now: 'system' | 'light' | 'dark'; labels: Record<'system' | 'light' | 'dark', string> };
  signOut: { action: FormAction; label: string };
}

/** Who is here, in which role, and the way out. */
export function PersonMenu({ name, role, title, memberships, links = [], theme, signOut }: PersonMenuProps) {
  return (
    <Menu
      label={`${title} ${name}${role === undefined ? '' : ` · ${role}`}`}
      summary={
        <span className="top-item !text-ink">
          <span className="top-name">{name}</span>
          {role !== undefined && <span className="only-wide">· {role}</span>}
          <Icon name="down" size={12} />
        </span>
      }
    >
      {memberships && memberships.items.length > 1 && (
        <>
          <MenuTitle>{memberships.title}</MenuTitle>
          {memberships.items.map((item) => (
            <MenuPost key={item.id} action={memberships.action} values={{ membership: item.id }} current={item.current ?? false}>
              <span className="w-4 flex-none">{item.current && <Icon name="check" size={14} />}</span>
              {item.label}
            </MenuPost>
          ))}
          <MenuSeparator />
        </>
      )}
      {links.map((link) => (
        <MenuLink key={link.href} href={link.href}>
          {link.label}
        </MenuLink>
      ))}
      {theme && (
        <>
          <MenuSeparator />
          <MenuTitle>{theme.title}</MenuTitle>
          <div className="flex">
            {(['system', 'light', 'dark'] as const).map((choice) => (
              <MenuPost key={choice} action={theme.action} values={{ theme: choice }} current={theme.now === choice}>
                {theme.labels[choice]}
              </MenuPost>
            ))}
          </div>
        </>
      )}
      <MenuSeparator />
      <MenuPost action={signOut.action}>{signOut.label}</MenuPost>
    </Menu>
  );
}

/** The mark and the name of the house. `mark` is one character. */
export function Brand({ href, mark, name }: { href: string; mark: string; name: ReactNode }) {
  return (
    <a href={href} className="brand">
      <span className="seal" aria-hidden="true">
        {mark}
      </span>
      {name}
    </a>
  );
}

export function SkipLink({ label }: { label: string }) {
  return (
    <a href="#main" className="skip">
      {label}
    </a>
  );
}
