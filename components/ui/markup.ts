import { headers } from 'next/headers';
import { cloneElement, createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { nodeEnv } from '@/lib/kernel/env';
import { attributes, escapeText, isVoid } from './html';
import { SentOnce, type SentOnceProps } from './sent-once';
import { leave, take } from './waiting';

/**
 * Most of a page is drawn once, as a string. What the server draws as elements is sent twice (as a page and as the tree the
 * browser takes over) and drawn twice; a heading, a row, a menu have nothing to take over: links, ticks, keys and menus work
 * through one listener on the document.
 */
type Inside = { dangerouslySetInnerHTML: { __html: string } } | { children: ReactNode };

/**
 * The inside of an element, spread onto it: drawn once where nothing in it needs the browser's React, the usual way otherwise.
 * What stands in it was written from elements, so every text is escaped as everywhere.
 */
export function plainly(children: ReactNode): Inside {
  const html = markupOf(children);
  return html === null ? { children } : { dangerouslySetInnerHTML: { __html: html } };
}

/** The node as HTML, or null where something in it needs the browser's React or is still to come: a client component, a promise. */
export function markupOf(node: ReactNode): string | null {
  const piece = draw(node);
  return piece instanceof Promise ? null : piece.html;
}

/**
 * The node with everything drawn that can be: each largest element that holds nothing for the browser's React becomes one
 * element with its inside as a string; what needs it (a form that checks while one types) stays as it was, with its surroundings.
 */
export async function drawn(node: ReactNode): Promise<ReactNode> {
  const piece = await draw(node);
  return piece.node(await answersWithDocument());
}

/** An element around HTML drawn before, as `drawn` would send it. */
export async function around(tag: string, attributes: Readonly<Record<string, unknown>>, html: string): Promise<ReactNode> {
  return inside(tag, attributes, null, html, await answersWithDocument());
}

/** Shorter than this, sending it twice costs less than remembering it. */
const LONG = 1_000;
/** What was drawn inside something that is drawn itself: it becomes part of that. */
const drawnBefore = new WeakMap<object, { props: SentOnceProps; html: string }>();

function inside(tag: string, attributes: Readonly<Record<string, unknown>>, key: string | null, html: string, document: boolean): ReactNode {
  // A key of null would become the word "null", and two brothers would bear it.
  const keyed = key === null ? {} : { key };
  if (html.length < LONG) return createElement(tag, { ...attributes, ...keyed, dangerouslySetInnerHTML: { __html: html } });
  const props: SentOnceProps = { tag, attributes, ...(document ? { id: leave(html) } : { html }) };
  const element = createElement(SentOnce, { ...props, ...keyed });
  drawnBefore.set(element, { props, html });
  return element;
}

/** Whether a browser opens a page anew: pages turned by script and forms sent by script ask for no HTML. */
async function answersWithDocument(): Promise<boolean> {
  if (nodeEnv() !== 'production') return false;
  try {
    return (await headers()).get('accept')?.includes('text/html') ?? false;
  } catch {
    // Outside a request (tests), or its reader has gone.
    return false;
  }
}

interface Piece {
  /** Null where something in it needs the browser's React. */
  html: string | null;
  /** The same for React, as few elements as can be. */
  node: (document: boolean) => ReactNode;
}
type Eventually<T> = T | Promise<T>;
type Element = ReactElement<Props>;
interface Props extends Record<string, unknown> {
  children?: ReactNode;
}

/** What a select chose, for its options. */
type Chosen = ReadonlySet<string> | undefined;

const nothing: Piece = { html: '', node: () => null };
const opaque = (node: ReactNode): Piece => ({ html: null, node: () => node });

function draw(node: unknown, chosen?: Chosen): Eventually<Piece> {
  if (node === null || node === undefined || typeof node === 'boolean') return nothing;
  if (typeof node === 'string') return { html: escapeText(node), node: () => node };
  if (typeof node === 'number' || typeof node === 'bigint') return { html: String(node), node: () => node };
  if (Array.isArray(node)) return drawAll(node, chosen, (nodes) => nodes);
  if (node instanceof Promise) return node.then((value) => draw(value, chosen));
  if (!isValidElement<Props>(node)) return opaque(node as ReactNode);
  const before = drawnBefore.get(node);
  if (before !== undefined) return drawnAgain(before);
  const { type } = node;
  if (typeof type === 'string') return drawTag(node, type, chosen);
  if (type === Fragment) return drawAll(listed(node.props.children), chosen, (nodes) => cloneElement(node, undefined, ...nodes));
  // A client component is a function too, one that must not be called here.
  if (typeof type !== 'function' || '$$typeof' in type) return opaque(node);
  return drawComponent(node, type as (props: Props) => unknown, chosen);
}

/** What a component throws (not found, a hook that wants React around it) it throws again when React calls it itself. */
function drawComponent(element: Element, component: (props: Props) => unknown, chosen: Chosen): Eventually<Piece> {
  const { key } = element;
  const keyed = (piece: Piece): Piece => (key === null ? piece : { html: piece.html, node: (document) => createElement(Fragment, { key }, piece.node(document)) });
  try {
    const piece = draw(component(element.props), chosen);
    return piece instanceof Promise ? piece.then(keyed, () => opaque(element)) : keyed(piece);
  } catch {
    return opaque(element);
  }
}

function drawTag(element: Element, tag: string, chosen: Chosen): Eventually<Piece> {
  const { children, dangerouslySetInnerHTML: given, ...props } = element.props;
  const action = tag === 'form' ? actionOf(props.action) : undefined;
  if (action !== undefined) Object.assign(props, { action: undefined, method: 'post', encType: 'multipart/form-data' });
  const written = attributes(tag, props, chosen);
  if (written === null) return drawAll(listed(children), chosen, (nodes) => cloneElement(element, undefined, ...nodes), false);
  const open = `<${tag}${written}>`;
  if (isVoid(tag)) return { html: open, node: () => element };
  const end = `</${tag}>`;
  if (given !== undefined) return { html: `${open}${(given as { __html: string }).__html}${end}`, node: () => element };

  // What React writes for a browser without a script, for every browser: posting is turning a page.
  const first = action === undefined ? '' : `<input type="hidden" name="$ACTION_ID_${action}">`;
  if (tag === 'textarea') return { html: `${open}\n${escapeText(String(props.value ?? props.defaultValue ?? ''))}${end}`, node: () => element };
  const choice = tag === 'select' ? chosenBy(props.value ?? props.defaultValue) : chosen;
  return then(all(listed(children), choice), (pieces) => {
    const html = joined(pieces);
    if (html === null) return { html, node: (document) => cloneElement(element, undefined, ...pieces.map((piece) => piece.node(document))) };
    return {
      html: open + first + html + end,
      node: (document) => (action === undefined && isShort(children) ? element : inside(tag, props, element.key, first + html, document)),
    };
  });
}

/** A text alone costs less than a string of HTML. */
function isShort(children: ReactNode): boolean {
  return children === undefined || children === null || typeof children === 'string' || typeof children === 'number';
}

function chosenBy(value: unknown): Chosen {
  return value === undefined || value === null ? undefined : new Set(Array.isArray(value) ? value.map(String) : [String(value)]);
}

/** The name under which a form may post to a server action, unless values are bound to it. */
function actionOf(action: unknown): string | undefined {
  if (typeof action !== 'function' || !('$$id' in action) || typeof action.$$id !== 'string') return undefined;
  return '$$bound' in action && action.$$bound !== null ? undefined : action.$$id;
}

function drawAll(nodes: readonly unknown[], chosen: Chosen, build: (nodes: ReactNode[]) => ReactNode, mayBePlain = true): Eventually<Piece> {
  return then(all(nodes, chosen), (pieces) => ({ html: mayBePlain ? joined(pieces) : null, node: (document) => build(pieces.map((piece) => piece.node(document))) }));
}

function drawnAgain({ props: { tag, attributes: given, id }, html }: { props: SentOnceProps; html: string }): Piece {
  if (id !== undefined) take(id);
  return { html: `<${tag}${attributes(tag, given, undefined) ?? ''}>${html}</${tag}>`, node: (document) => inside(tag, given, null, html, document) };
}

function listed(children: ReactNode): ReactNode[] {
  return children === undefined ? [] : Array.isArray(children) ? children : [children];
}

function joined(pieces: readonly Piece[]): string | null {
  let html = '';
  for (const piece of pieces) {
    if (piece.html === null) return null;
    html += piece.html;
  }
  return html;
}

function all(nodes: readonly unknown[], chosen: Chosen): Eventually<Piece[]> {
  const pieces = nodes.map((node) => draw(node, chosen));
  return pieces.some((piece) => piece instanceof Promise) ? Promise.all(pieces) : (pieces as Piece[]);
}

function then<A, B>(value: Eventually<A>, next: (value: A) => B): Eventually<B> {
  return value instanceof Promise ? value.then(next) : next(value);
}
