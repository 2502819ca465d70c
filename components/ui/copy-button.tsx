import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button';
import { Icon } from './icon';

/**
 * Copies one sentence and a short link, for pasting into a chat. `text` is all of what is copied;
 * `copied` is announced; `failed` heads the box with the text where the browser forbids copying. Without a script the text
 * itself unfolds.
 */
export function CopyButton({
  text,
  copied,
  failed,
  variant,
  size,
  children,
}: {
  text: string;
  copied: string;
  failed: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
}) {
  return (
    <>
      <button type="button" className={buttonClass({ variant, size }, 'js-only')} data-copy={text} data-copied={copied} data-copy-failed={failed}>
        <Icon name="copy" size={14} />
        {children}
      </button>
      <noscript>
        <details className="text-left">
          <summary className={buttonClass({ variant, size })}>{children}</summary>
          <span className="mt-1 block max-w-80 break-all select-all">{text}</span>
        </details>
      </noscript>
    </>
  );
}

/** Opens the browser's print window. */
export function PrintButton({ variant, children }: { variant?: ButtonVariant; children: ReactNode }) {
  return (
    <button type="button" className={buttonClass({ variant }, 'js-only no-print')} data-print>
      <Icon name="print" size={14} />
      {children}
    </button>
  );
}
