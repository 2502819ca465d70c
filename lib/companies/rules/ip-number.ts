import { compactCode } from '@/lib/kernel/text';
import type { IpKind } from '../inputs/ip';

export type NumberCheck = { ok: true; number: string } | { ok: false; problem: string };

const PATENT = /^(?:ZL|CN)?(\d{4})([12389])(\d{7})\.?([\dX])$/;
const PATENT_LIKE = /^(?:ZL|CN)?\d{8,14}\.?[\dX]?$/;
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** 专利申请号 (ZC 0006-2003): the fifth digit says the kind. 8 and 9 came in by PCT. */
const PATENT_KINDS: Record<string, IpKind> = { 1: 'invention', 8: 'invention', 2: 'utility', 9: 'utility', 3: 'design' };
const SHAPES: Partial<Record<IpKind, RegExp>> = {
  software: /^20\d{2}SR\d{6,7}$/,
  layout: /^BS\.?\d{8,10}(\.[\dX])?$/,
  trademark: /^\d{1,9}[A-Z]?$/,
};

/** The check digit of the twelve digits before it: their sum by weight, modulo 11, ten written as X. */
export function patentDigit(first12: string): string {
  const rest = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first12[index] ?? '0'), 0) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * A number as its kind writes it, or what is wrong with it: a key under `errors.ip`. Patents are kept as 202110123456.7, whether ZL
 * stood before them or not: ZL only says that the patent was granted.
 */
export function checkIpNumber(kind: IpKind, text: string): NumberCheck {
  const number = compactCode(text).replace(/[-‐-―]/g, '');
  if (kind === 'invention' || kind === 'utility' || kind === 'design') return checkPatent(kind, number);
  const shape = SHAPES[kind];
  if (shape === undefined || shape.test(number)) return { ok: true, number };
  const other = kindOfNumber(number);
  if (other !== null && other !== kind) return { ok: false, problem: `ip.is.${other}` };
  return { ok: false, problem: `ip.shape.${kind}` };
}

function checkPatent(kind: IpKind, number: string): NumberCheck {
  const parts = PATENT.exec(number);
  if (parts === null) {
    const other = kindOfNumber(number);
    if (other !== null && other !== kind) return { ok: false, problem: `ip.is.${other}` };
    return { ok: false, problem: PATENT_LIKE.test(number) ? 'ip.patentLength' : 'ip.shape.patent' };
  }
  const [, year = '', letter = '', serial = '', digit = ''] = parts;
  if (patentDigit(year + letter + serial) !== digit) return { ok: false, problem: 'ip.patentDigit' };
  const meant = PATENT_KINDS[letter];
  if (meant !== undefined && meant !== kind) return { ok: false, problem: `ip.is.${meant}` };
  return { ok: true, number: `${year}${letter}${serial}.${digit}` };
}

/** Which kind a number looks like, or null. A bare run of digits may be anything and is a trademark's at most. */
function kindOfNumber(number: string): IpKind | null {
  const patent = PATENT.exec(number);
  if (patent !== null && patentDigit(`${patent[1]}${patent[2]}${patent[3]}`) === patent[4]) return PATENT_KINDS[patent[2] ?? ''] ?? null;
  if (SHAPES.software?.test(number) === true) return 'software';
  return SHAPES.layout?.test(number) === true ? 'layout' : null;
}
