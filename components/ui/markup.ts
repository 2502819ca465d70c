import { headers } from 'next/headers';
import { cloneElement, createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { nodeEnv } from '@/lib/kernel/env';
import { askedOnce, type Eventually, whenKnown } from './eventually';
import { attributes, escapeText, isVoid } from './html';
import { SentOnce, type SentOnceProps } from './sent-once';
import { leave, take, waits } from './waiting';

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
  const within: SentOnceProps[] = [];
  const html = written(node, undefined, within);
  // Only what became part of the string has no place of its own any more.
  if (html !== null) for (const { id } of within) if (id !== undefined) take(id);
  return html;
}

/** The way of a string alone: a list's rows are most of a page, and are drawn with nothing else in mind. */
function written(node: unknown, chosen: Chosen, within: SentOnceProps[]): string | null {
  if (typeof node === 'string') return escapeText(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return allWritten(node, chosen, within);
  if (node instanceof Promise) node.catch(() => undefined);
  if (!isValidElement<Props>(node)) return null;
  const { type, props } = node;
  if (typeof type === 'string') return tagWritten(type, props, chosen, within);
  if (type === Fragment) return written(props.children, chosen, within);
  if (type === SentOnce) {
    const before = drawnBefore(props);
    if (before === null) return null;
    within.push(before.props);
    return whole(before);
  }
  if (!isCallable(type)) return null;
  try {
    return written(type(props), chosen, within);
  } catch {
    return null;
  }
}

function allWritten(nodes: readonly unknown[], chosen: Chosen, within: SentOnceProps[]): string | null {
  let html = '';
  for (const node of nodes) {
    const next = written(node, chosen, within);
    if (next === null) return null;
    html += next;
  }
  return html;
}

function tagWritten(tag: string, props: Props, chosen: Chosen, within: SentOnceProps[]): string | null {
  const plain = plainTag(tag, props);
  if (plain !== undefined) {
    const inner = props.children === undefined ? '' : written(props.children, chosen, within);
    return inner === null ? null : plain.open + inner + plain.end;
  }
  const frame = frameOf(tag, props, chosen);
  if (frame === null || frame.inside !== undefined) return frame && frame.open + frame.inside + frame.end;
  const { children } = props;
  const inner = children === undefined ? '' : written(children, frame.chosen, within);
  return inner === null ? null : frame.open + frame.first + inner + frame.end;
}

/** Most of a list: boxes with nothing but a class. Their classes are the code's own, so a tag comes again and again. */
const BOXES = new Set(['div', 'span', 'p', 'td', 'th', 'tr', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'strong', 'label', 'h1', 'h2', 'h3']);
const MOST_PLAIN = 500;
const plainTags = new Map<string, Map<string | undefined, PlainTag>>();
interface PlainTag {
  open: string;
  end: string;
}

function plainTag(tag: string, props: Props): PlainTag | undefined {
  for (const name in props) if (name !== 'className' && name !== 'children') return undefined;
  const given = props.className ?? undefined;
  if (!BOXES.has(tag) || (given !== undefined && typeof given !== 'string')) return undefined;
  const ofTag = plainTags.get(tag) ?? new Map<string | undefined, PlainTag>();
  const known = ofTag.get(given);
  if (known !== undefined) return known;
  const made = { open: `<${tag}${given === undefined ? '' : ` class="${escapeText(given)}"`}>`, end: `</${tag}>` };
  if (ofTag.size >= MOST_PLAIN) ofTag.clear();
  plainTags.set(tag, ofTag.set(given, made));
  return made;
}

/** A tag as it opens and ends; `inside` where what stands in it is known already, `first` what stands before its children. */
interface Frame {
  open: string;
  first: string;
  inside?: string;
  end: string;
  chosen: Chosen;
}

function frameOf(tag: string, props: Props, chosen: Chosen): Frame | null {
  const action = tag === 'form' ? actionOf(props.action) : undefined;
  const attributed = attributes(tag, posting(tag, props, action), chosen);
  if (attributed === null) return null;
  const open = `<${tag}${attributed}>`;
  if (isVoid(tag)) return { open, first: '', inside: '', end: '', chosen };
  const end = `</${tag}>`;
  const given = props.dangerouslySetInnerHTML as { __html: string } | undefined;
  if (given !== undefined && given !== null) return { open, first: '', inside: given.__html, end, chosen };
  if (tag === 'textarea') return { open, first: '', inside: `\n${escapeText(String(props.value ?? props.defaultValue ?? ''))}`, end, chosen };
  // What React writes for a browser without a script, for every browser: posting is turning a page.
  const first = action === undefined ? '' : `<input type="hidden" name="$ACTION_ID_${action}">`;
  return { open, first, end, chosen: tag === 'select' ? chosenBy(props.value ?? props.defaultValue) : chosen };
}

/**
 * The node with everything drawn that can be: each largest element that holds nothing for the browser's React becomes one
 * element with its inside as a string; what needs it (a form that checks while one types) stays as it was, with its surroundings.
 */
export function drawn(node: ReactNode): Eventually<ReactNode> {
  return whenKnown(draw(node), (piece) => whenKnown(answersWithDocument(), (document) => piece.node(document)));
}

/** An element around HTML drawn before, as `drawn` would send it. */
export function around(tag: string, attributes: Readonly<Record<string, unknown>>, html: string): Eventually<ReactNode> {
  return whenKnown(answersWithDocument(), (document) => inside(tag, attributes, null, html, document));
}

/** Shorter than this, sending it twice costs less than remembering it. */
const LONG = 1_000;
interface DrawnBefore {
  props: SentOnceProps;
  html: string;
}

/** What was drawn inside something that is drawn itself: it becomes part of that. Null where it has gone out already. */
function drawnBefore(props: Props): DrawnBefore | null {
  const own = props as unknown as SentOnceProps;
  const html = own.id === undefined ? own.html : waits(own.id);
  return html === undefined ? null : { props: own, html };
}

function inside(tag: string, attributes: Readonly<Record<string, unknown>>, key: string | null, html: string, document: boolean): ReactNode {
  // A key of null would become the word "null", and two brothers would bear it.
  const keyed = key === null ? {} : { key };
  if (html.length < LONG) return createElement(tag, { ...attributes, ...keyed, dangerouslySetInnerHTML: { __html: html } });
  const props: SentOnceProps = { tag, attributes, ...(document ? { id: leave(html) } : { html }) };
  return createElement(SentOnce, { ...props, ...keyed });
}

/** Whether a browser opens a page anew: pages turned by script and forms sent by script ask for no HTML. */
const answersWithDocument = askedOnce(async () => {
  if (nodeEnv() !== 'production') return false;
  try {
    return (await headers()).get('accept')?.includes('text/html') ?? false;
  } catch {
    // Outside a request (tests), or its reader has gone.
    return false;
  }
});

interface Piece {
  /** Null where something in it needs the browser's React. */
  html: string | null;
  /** The same for React, as few elements as can be. */
  node: (document: boolean) => ReactNode;
}
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
  const { type } = node;
  if (typeof type === 'string') return drawTag(node, type, chosen);
  if (type === SentOnce) {
    const before = drawnBefore(node.props);
    return before === null ? opaque(node) : drawnAgain(before);
  }
  if (type === Fragment) return drawAll(listed(node.props.children), chosen, (nodes) => cloneElement(node, undefined, ...nodes));
  return isCallable(type) ? drawComponent(node, type, chosen) : opaque(node);
}

/** A client component is a function too, one that must not be called here. */
function isCallable(type: unknown): type is (props: Props) => unknown {
  return typeof type === 'function' && !('$$typeof' in type);
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
  const { children, ...props } = element.props;
  const frame = frameOf(tag, props, chosen);
  if (frame === null) return drawAll(listed(children), chosen, (nodes) => cloneElement(element, undefined, ...nodes), false);
  const { open, first, end } = frame;
  if (frame.inside !== undefined) return { html: open + frame.inside + end, node: () => element };
  return whenKnown(all(listed(children), frame.chosen), (pieces) => {
    const html = joined(pieces);
    if (html === null) return { html, node: (document) => cloneElement(element, undefined, ...pieces.map((piece) => piece.node(document))) };
    const attributed = posting(tag, props, tag === 'form' ? actionOf(props.action) : undefined);
    return {
      html: open + first + html + end,
      node: (document) => (attributed === props && isShort(children) ? element : inside(tag, attributed, element.key, first + html, document)),
    };
  });
}

/** A form that posts to an action, and a button that sends its form to another, as a browser without a script takes them. */
function posting(tag: string, props: Props, action: string | undefined): Props {
  if (action !== undefined) return { ...props, action: undefined, method: 'post', encType: 'multipart/form-data' };
  const other = tag === 'button' && props.name === undefined ? actionOf(props.formAction) : undefined;
  return other === undefined ? props : { ...props, formAction: undefined, name: `$ACTION_ID_${other}`, formMethod: 'post', formEncType: 'multipart/form-data' };
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
  return whenKnown(all(nodes, chosen), (pieces) => ({ html: mayBePlain ? joined(pieces) : null, node: (document) => build(pieces.map((piece) => piece.node(document))) }));
}

function drawnAgain(before: DrawnBefore): Piece {
  const { props, html } = before;
  if (props.id !== undefined) take(props.id);
  return { html: whole(before), node: (document) => inside(props.tag, props.attributes, null, html, document) };
}

function whole({ props: { tag, attributes: given }, html }: DrawnBefore): string {
  return `<${tag}${attributes(tag, given, undefined) ?? ''}>${html}</${tag}>`;
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
