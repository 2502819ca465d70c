'use client';

import { useState } from 'react';
import { CommandPalette } from './command-palette';
import type { SearchProps } from './jump-to';

/** The jump-to window of a search box: it begins with what was typed there, and leaves the box empty. */
export function Jump({ form, onClose }: { form: HTMLFormElement; onClose: () => void }) {
  const [props] = useState(() => JSON.parse(form.dataset.jump ?? '') as Pick<SearchProps, 'url' | 'placeholder' | 'labels'>);
  const [first] = useState(() => box(form)?.value ?? '');
  const [pages] = useState(() =>
    Array.from(document.querySelectorAll('nav.desk-nav a.nav-link'), (link) => ({ href: link.getAttribute('href') ?? '', label: link.firstChild?.textContent ?? '' })),
  );
  return (
    <CommandPalette
      {...props}
      pages={pages}
      first={first}
      onClose={() => {
        const typed = box(form);
        if (typed !== null) typed.value = '';
        onClose();
      }}
    />
  );
}

function box(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input');
}
