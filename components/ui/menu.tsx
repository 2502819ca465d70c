import type { ReactNode } from 'react';
import type { HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import type { FormAction } from './form-action';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button';
import { cx } from './cx';
import { Icon } from './icon';

/**
 * A menu that is a `<details>`: opens without a script. With one, Escape and a click elsewhere close it and the arrow keys
 * walk through it. `summary` is what is clicked; for a button use `MenuButton`.
 */
export function Menu({ summary, label, start, up, className, children }: { summary: ReactNode; label?: string; start?: boolean; up?: boolean; className?: string; children: ReactNode }) {
  return (
    <details className={cx('menu', start && 'menu-start', up && 'menu-up', className)} data-menu>
      <summary aria-label={label}>{summary}</summary>
      <div className="pop">{children}</div>
    </details>
  );
}

/** A menu behind a button with a small arrow. */
export function MenuButton({
  label,
  variant,
  size,
  start,
  children,
}: {
  label: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  start?: boolean;
  children: ReactNode;
}) {
  return (
    <Menu
      start={start}
      summary={
        <span className={buttonClass({ variant, size })}>
          {label}
          <Icon name="down" size={12} />
        </span>
      }
    >
      {children}
    </Menu>
  );
}

export function MenuLink({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <a href={href} className="menu-item" aria-current={current || undefined}>
      {children}
    </a>
  );
}

/** A menu entry that posts: sign out, switch membership, choose a theme. */
export function MenuPost({
  action,
  hidden,
  values,
  current,
  danger,
  children,
}: {
  action: FormAction;
  hidden?: HiddenFields;
  values?: Readonly<Record<string, string>>;
  current?: boolean;
  danger?: boolean;
  children: ReactNode;
}) {
  return (
    <form action={action} method={typeof action === 'string' ? 'post' : undefined}>
      <HiddenInputs hidden={hidden} more={values} />
      <button type="submit" className={cx('menu-item', danger && 'menu-danger')} aria-pressed={current}>
        {children}
      </button>
    </form>
  );
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <div className="menu-title">{children}</div>;
}

export function MenuSeparator() {
  return <hr className="menu-sep" />;
}
