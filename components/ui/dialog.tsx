'use client';

import { type ReactNode, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button';
import type { DialogWindow as Window } from './dialog-window';

/**
 * A button whose content opens over the page. Without a script the button is a link to `href`, a page that shows the same.
 */
export function DialogButton({
  href,
  label,
  title,
  close,
  variant,
  size,
  children,
}: {
  href: string;
  label: ReactNode;
  title: string;
  /** The word on the closing button. */
  close: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
}) {
  const [Shown, setShown] = useState<typeof Window | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <a
        href={href}
        className={buttonClass({ variant, size })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          setOpen(true);
          if (Shown === null) void import('./dialog-window').then((module) => setShown(() => module.DialogWindow));
        }}
      >
        {label}
      </a>
      {Shown !== null && open && (
        <Shown title={title} close={close} onClose={() => setOpen(false)}>
          {children}
        </Shown>
      )}
    </>
  );
}
