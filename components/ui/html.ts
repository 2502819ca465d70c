/** How elements are written as HTML: what the components use, held against React's own writer by a test. */

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);
/** These React lifts out of where they stand, or writes in a way of their own. */
const SPECIAL = new Set(['script', 'style', 'link', 'meta', 'title', 'base', 'template', 'html', 'head', 'body', 'object', 'iframe', 'picture', 'video', 'audio']);

export function isVoid(tag: string): boolean {
  return VOID.has(tag);
}

const unsafe = /[&<>"']/;
const every = /[&<>"']/g;
const entity: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

export function escapeText(text: string): string {
  return unsafe.test(text) ? text.replace(every, (character) => entity[character] ?? character) : text;
}

/** Attributes by what React calls them. */
const NAMES: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  maxLength: 'maxlength',
  minLength: 'minlength',
  autoComplete: 'autocomplete',
  inputMode: 'inputmode',
  enterKeyHint: 'enterkeyhint',
  dateTime: 'datetime',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  encType: 'enctype',
  formMethod: 'formmethod',
  formEncType: 'formenctype',
  spellCheck: 'spellcheck',
  viewBox: 'viewBox',
  preserveAspectRatio: 'preserveAspectRatio',
  strokeWidth: 'stroke-width',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeDasharray: 'stroke-dasharray',
  fillRule: 'fill-rule',
  clipRule: 'clip-rule',
  textAnchor: 'text-anchor',
  shapeRendering: 'shape-rendering',
};
for (const name of ['id', 'name', 'type', 'value', 'href', 'rel', 'target', 'title', 'role', 'lang', 'dir', 'method', 'action', 'form', 'list', 'label', 'placeholder', 'min', 'max', 'step', 'rows', 'cols', 'size', 'scope', 'width', 'height', 'src', 'alt', 'accept', 'capture', 'pattern', 'slot', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'fill', 'stroke', 'transform', 'points', 'opacity', 'xmlns', 'start'])
  NAMES[name] = name;

/** Addresses within the house and those everybody knows; any other (a script!) is for React to judge. */
const ADDRESS = /^(?:[/?#.]|https?:|mailto:|tel:|data:image\/|[\w-]*(?:[/?#]|$))/i;

/** There or not, whatever their value. */
const FLAGS: Record<string, string> = { checked: 'checked', disabled: 'disabled', required: 'required', multiple: 'multiple', readOnly: 'readonly', open: 'open', hidden: 'hidden', selected: 'selected', autoFocus: 'autofocus', noValidate: 'novalidate' };

/** ` name="value"…` of an element, or null where something is left to React: a handler, a style it must check, a name not known here. */
export function attributes(tag: string, props: Readonly<Record<string, unknown>>, chosen: ReadonlySet<string> | undefined): string | null {
  if (SPECIAL.has(tag)) return null;
  let text = '';
  for (const name in props) {
    const value = props[name];
    if (value === undefined || value === null || name === 'children' || name === 'dangerouslySetInnerHTML') continue;
    const written = attribute(tag, name, value, props);
    if (written === null) return null;
    text += written;
  }
  if (tag === 'option' && chosen !== undefined && chosen.has(String(props.value))) text += ' selected=""';
  return text;
}

function attribute(tag: string, name: string, value: unknown, props: Readonly<Record<string, unknown>>): string | null {
  if (name === 'suppressHydrationWarning') return '';
  if (name === 'className' && typeof value === 'string') return ` class="${escapeText(value)}"`;
  if (typeof value === 'function' || typeof value === 'symbol') return null;
  if (name === 'style') return style(value);
  if (name.startsWith('data-') || name.startsWith('aria-')) return ` ${name}="${escapeText(String(value))}"`;
  if (name === 'download') return value === false ? '' : value === true ? ' download=""' : ` download="${escapeText(String(value))}"`;
  const flag = name === 'defaultChecked' && props.checked === undefined ? 'checked' : FLAGS[name];
  if (flag !== undefined) return value === false || value === '' || value === 0 ? '' : ` ${flag}=""`;
  if (tag === 'select' && (name === 'value' || name === 'defaultValue')) return '';
  if (tag === 'textarea' && (name === 'value' || name === 'defaultValue')) return '';
  const known = name === 'defaultValue' && tag === 'input' && props.value === undefined ? 'value' : NAMES[name];
  if (known === undefined || typeof value === 'object' || typeof value === 'boolean') return null;
  const string = String(value);
  if ((known === 'href' || known === 'src' || known === 'action') && !ADDRESS.test(string)) return null;
  return ` ${known}="${escapeText(string)}"`;
}

/** Numbers are lengths but for the few that have no unit; those are left to React. */
function style(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts: string[] = [];
  for (const [name, one] of Object.entries(value as Record<string, unknown>)) {
    if (one === undefined || one === null || one === '') continue;
    if (typeof one !== 'string') return null;
    parts.push(`${name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${escapeText(one.trim())}`);
  }
  return parts.length === 0 ? '' : ` style="${parts.join(';')}"`;
}
