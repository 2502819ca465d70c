'use client';

import { useCallback, useEffect, useState } from 'react';
import type { DialogWindow as Window } from '@/components/ui/dialog-window';

export interface ListKeysProps {
  /** A person may have switched single keys off. */
  enabled?: boolean;
  labels: {
    /** On the small button that shows them. */
    button: string;
    title: string;
    close: string;
    next: string;
    previous: string;
    open: string;
    search: string;
    help: string;
    jump: string;
    /** Where to switch them off. */
    note?: string;
  };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));
}

function step(by: 1 | -1): void {
  const rows = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-list] a[data-row]'));
  const row = document.activeElement?.closest('tr');
  const at = rows.findIndex((link) => link === document.activeElement || (row && link.closest('tr') === row));
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by));
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
}

/** j k move, Enter opens, / searches, ? lists the keys. Quiet while somebody types; none of them writes anything. */
export function ListKeys({ enabled = true, labels }: ListKeysProps) {
  const [Shown, setShown] = useState<typeof Window | null>(null);
  const [open, setOpen] = useState(false);

  const help = useCallback((): void => {
    setOpen(true);
    void import('@/components/ui/dialog-window').then((module) => setShown(() => module.DialogWindow));
  }, []);

  useEffect(() => {
    if (!enabled) return;
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      switch (event.key) {
        case 'j':
          step(1);
          break;
        case 'k':
          step(-1);
          break;
        case '/':
          (document.querySelector<HTMLInputElement>('[data-list-search]') ?? document.querySelector<HTMLInputElement>('[data-page-search]'))?.focus();
          break;
        case '?':
          help();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [enabled, help]);

  const keys: readonly (readonly [string, string])[] = [
    ['j', labels.next],
    ['k', labels.previous],
    ['Enter', labels.open],
    ['/', labels.search],
    ['Ctrl K', labels.jump],
    ['?', labels.help],
  ];
  return (
    <>
      <button type="button" className="pager-link js-only only-wide cursor-pointer" onClick={help}>
        {labels.button}
      </button>
      {Shown !== null && open && (
        <Shown title={labels.title} close={labels.close} onClose={() => setOpen(false)}>
          <dl className="facts">
            {keys.map(([name, text]) => (
              <div key={name} className="contents">
                <dt>
                  <kbd>{name}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {labels.note !== undefined && <p className="mt-4 text-sm text-ink-2">{labels.note}</p>}
        </Shown>
      )}
    </>
  );
}
