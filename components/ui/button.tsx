import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { cx } from './cx';

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg' | 'touch';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Square, for one icon; give `aria-label`. */
  icon?: boolean;
}

/** The class of a button, for the rare element that is neither `Button` nor `LinkButton`. */
export function buttonClass({ variant = 'default', size = 'md', icon = false }: Look = {}, extra?: string): string {
  return cx(
    'btn',
    variant !== 'default' && `btn-${variant}`,
    size !== 'md' && `btn-${size}`,
    icon && 'btn-icon',
    extra,
  );
}

/** A button. `type` is "button" unless said otherwise, so that none submits by accident. */
export function Button({
  variant,
  size,
  icon,
  className,
  type = 'button',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={buttonClass({ variant, size, icon }, className)} {...rest} />;
}

/** A link that looks like a button; the page's main step when that step is another page. */
export function LinkButton({
  variant,
  size,
  icon,
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a className={buttonClass({ variant, size, icon }, className)} {...rest} />;
}
