'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { PaletteGroup, SearchProps } from './jump-to';
import type { NavItem } from './nav-links';

export type { PaletteGroup };

const PAUSE_MS = 150;

function isGroups(body: unknown): body is PaletteGroup[] {
  return Array.isArray(body) && body.every((group: unknown) => typeof group === 'object' && group !== null && 'items' in group);
}

/** The jump-to window: pages at once, everything else as the server finds it. Loaded on first use. */
export function CommandPalette({
  url,
  placeholder,
  labels,
  pages,
  first,
  onClose,
}: Pick<SearchProps, 'url' | 'placeholder' | 'labels'> & { pages: readonly NavItem[]; first: string; onClose: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState(first);
  const [groups, setGroups] = useState<PaletteGroup[]>([]);
  const [state, setState] = useState<'quiet' | 'busy' | 'failed'>('quiet');

  useEffect(() => {
    const asked = query.trim();
    if (asked === '') {
      setGroups([]);
      setState('quiet');
      return;
    }
    const stop = new AbortController();
    setState('busy');
    const timer = setTimeout(() => {
      fetch(`${url}?q=${encodeURIComponent(asked)}`, { signal: stop.signal, headers: { accept: 'application/json' } })
        .then(async (response): Promise<unknown> => (response.ok ? response.json() : null))
        .then((body) => {
          setGroups(isGroups(body) ? body : []);
          setState(isGroups(body) ? 'quiet' : 'failed');
        })
        .catch(() => {
          if (!stop.signal.aborted) setState('failed');
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, url]);

  function go(href: string): void {
    onClose();
    router.push(href);
  }

  const asked = query.trim().toLowerCase();
  const near = pages.filter((page) => page.label.toLowerCase().includes(asked)).slice(0, asked === '' ? 20 : 5);
  const item = (id: string, href: string, title: string, detail?: string) => (
    <Command.Item key={id} value={id} onSelect={() => go(href)}>
      <span>{title}</span>
      {detail !== undefined && <span className="palette-detail num">{detail}</span>}
    </Command.Item>
  );

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog palette" aria-describedby={undefined}>
          <Dialog.Title className="sr-only">{labels.title}</Dialog.Title>
          <Command shouldFilter={false} label={labels.title} loop>
            <Command.Input value={query} onValueChange={setQuery} placeholder={placeholder} maxLength={100} />
            <Command.List>
              {groups
                .filter((group) => group.items.length > 0)
                .map((group) => (
                  <Command.Group key={group.heading} heading={group.heading}>
                    {group.items.map((found) => item(found.id, found.href, found.title, found.detail))}
                  </Command.Group>
                ))}
              {near.length > 0 && (
                <Command.Group heading={labels.pages}>{near.map((page) => item(page.href, page.href, page.label))}</Command.Group>
              )}
              {state !== 'busy' && <Command.Empty className="p-6 text-center text-ink-2">{state === 'failed' ? labels.failed : labels.empty}</Command.Empty>}
            </Command.List>
          </Command>
          <div className="palette-foot" aria-hidden="true">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {labels.move}
            </span>
            <span>
              <kbd>Enter</kbd> {labels.open}
            </span>
            <span>
              <kbd>Esc</kbd> {labels.close}
            </span>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
