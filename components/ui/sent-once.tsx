'use client';

import { useRouter } from 'next/navigation';
import { createElement, useEffect, useRef, useState } from 'react';
import { take } from './waiting';

export interface SentOnceProps {
  tag: string;
  attributes: Readonly<Record<string, unknown>>;
  /** Of the inside of an element that the document itself brings. */
  id?: string;
  /** The inside, where no document is sent: a page turned by script, a form answered. */
  html?: string;
}

// What documents brought, for going back to a page they began with.
const brought = new Map<string, string>();

/**
 * An element whose inside is HTML. With a whole document it stands there already, so it is not sent a second time as data
 * for the script: the script leaves it as it is, and remembers it.
 */
export function SentOnce({ tag, attributes, id, html }: SentOnceProps) {
  const router = useRouter();
  const element = useRef<HTMLElement>(null);
  const [first] = useState(() => (id === undefined ? '' : ((typeof window === 'undefined' ? take(id) : brought.get(id)) ?? '')));

  useEffect(() => {
    if (id === undefined || element.current === null) return;
    if (element.current.firstChild === null) router.refresh();
    else brought.set(id, element.current.innerHTML);
  }, [id, router]);

  return createElement(tag, { ...attributes, ref: element, suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: html ?? first } });
}
