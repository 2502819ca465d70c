'use client';

import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { CommandPalette as Palette } from './command-palette';
import type { SearchProps } from './jump-to';
import type { NavItem } from './nav-links';

export type { SearchProps };

/** The search box on top. A plain form without a script; with one, a click, typing or Ctrl/⌘ K opens the jump-to window. */
export function SearchBox({ action, url, placeholder, labels, pages = [] }: SearchProps & { pages?: readonly NavItem[] }) {
  const [Window, setWindow] = useState<typeof Palette | null>(null);
  const [query, setQuery] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);

  function open(first: string): void {
    setQuery(first);
    if (Window === null) void import('./command-palette').then((module) => setWindow(() => module.CommandPalette));
  }

  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setQuery('');
        void import('./command-palette').then((module) => setWindow(() => module.CommandPalette));
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);

  return (
    <>
      <form action={action} method="get" role="search" className="search">
        <Icon name="search" size={14} />
        <input
          ref={box}
          name="q"
          type="search"
          aria-label={labels.title}
          placeholder={placeholder}
          autoComplete="off"
          maxLength={100}
          data-page-search
          onClick={() => open(box.current?.value ?? '')}
          onInput={(event) => {
            if (!(event.nativeEvent as InputEvent).isComposing) open(event.currentTarget.value);
          }}
        />
        <kbd>Ctrl K</kbd>
      </form>
      {Window !== null && query !== null && (
        <Window
          url={url}
          placeholder={placeholder}
          labels={labels}
          pages={pages}
          first={query}
          onClose={() => {
            setQuery(null);
            if (box.current !== null) box.current.value = '';
          }}
        />
      )}
    </>
  );
}
