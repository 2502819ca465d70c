import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isValidElement, type ReactNode } from 'react';

/**
 * Lists are drawn once, as a string. What the server draws as elements is sent twice (as a page and as the tree the browser
 * takes over) and drawn twice; rows have nothing to take over: links, ticks and keys work through one listener on the document.
 * React's own writer for plain pages does it. A page may not import it, so it is asked for when the process runs.
 */
type Write = (node: ReactNode) => string;

let write: Write | undefined;

function writer(): Write {
  if (write === undefined) {
    const load = createRequire(join(process.cwd(), 'package.json'));
    const name = ['react-dom', 'server'].join('/');
    write = (load(name) as { renderToStaticMarkup: Write }).renderToStaticMarkup;
  }
  return write;
}

/**
 * The inside of an element, spread onto it: drawn once where nothing in it needs the browser's React, the usual way otherwise.
 * What stands in it was written by React from elements, so every text is escaped as everywhere.
 */
export function plainly(children: ReactNode): { dangerouslySetInnerHTML: { __html: string } } | { children: ReactNode } {
  const html = markupOf(children);
  return html === null ? { children } : { dangerouslySetInnerHTML: { __html: html } };
}

/** The node as HTML, or null where something in it needs the browser's React: a client component, an action, a promise. */
export function markupOf(node: ReactNode): string | null {
  if (!isPlain(node)) return null;
  try {
    return writer()(node);
  } catch {
    return null;
  }
}

/** Client components throw when they are called here; an action handed on as a prop would not, so it is looked for. */
function isPlain(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(isPlain);
  if (node instanceof Promise || typeof node === 'function') return false;
  if (!isValidElement(node)) return true;
  return Object.entries(node.props as Record<string, unknown>).every(([name, value]) => (name === 'children' ? isPlain(value) : typeof value !== 'function' && (!isValidElement(value) || isPlain(value))));
}
