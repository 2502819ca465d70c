/** Control characters (tab and line feed apart), byte order marks, zero-width and direction marks: never typed on purpose. */
const INVISIBLE =
  /[^\P{Cc}\t\n]|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const SPACES = /[\s\u00a0\u3000]+/g;
/** What joins emoji; meaningless between letters, so names are compared without it. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/g;

/** Nothing in it that cleaning would touch but spaces: most of what is typed, and nearly all of a register. */
const ORDINARY = /^[\x20-\x7e\u3001-\u3029\u4e00-\u9fa5\uff01-\uff5e]*$/;
const WIDE = /[\uff01-\uff5e\u3000\u00a0\uffe5]/;

/** Full-width letters, digits, signs and the ideographic space become their plain forms. For codes and numbers, not prose. */
export function toHalfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/\uffe5/g, '\u00a5');
}

/** What one line of typed text means: composed, without invisible characters, every run of spaces one space, none at the ends. */
export function cleanLine(text: string): string {
  if (ORDINARY.test(text)) return text.includes('  ') ? text.replace(SPACES, ' ').trim() : text.trim();
  return text
    .normalize('NFC')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[\r\n\u2028\u2029]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim();
}

/** The same for text of several lines: its line breaks stay, spaces at the ends of lines and blank lines at both ends go. */
export function cleanText(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .split('\n');
  return lines
    .map((line) => line.replace(/[\s\u00a0\u3000]+$/, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/\n{4,}/g, '\n\n\n');
}

/** A code or number as typed, without spaces of any kind, in plain capitals. */
export function compactCode(text: string): string {
  return toHalfWidth(cleanLine(text)).replace(SPACES, '').toUpperCase();
}

/**
 * The form in which two spellings of one name are equal: brackets of either width, spaces and letter case make no difference.
 * For comparing only; the name is shown as it was typed.
 */
export function nameKey(name: string): string {
  return toHalfWidth(cleanLine(name))
    .replace(JOINERS, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(SPACES, '')
    .toLowerCase();
}
