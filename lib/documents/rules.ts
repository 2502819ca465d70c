import type { Day } from '@/lib/kernel/dates';
import type { DocumentContent } from './inputs';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes in Crockford's base 32: no letter that can be taken for a digit. 16 bytes make 26 characters, 5 make 8. */
export function writeCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  let text = '';
  for (let n = 0; n < length; n += 1) {
    text = `${ALPHABET[Number(bits & 31n)] ?? ''}${text}`;
    bits >>= 5n;
  }
  return text;
}

/** In groups of four, as it stands on the paper. */
export function printCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What is stored of a paper's content: with the party, so that the hash covers the full name. */
export type StoredContent = DocumentContent & { party: string };

/** Everything a paper says, in one value; its hash shows whether the record still says the same. */
export function hashedFacts(document: {
  kind: string;
  number: string;
  title: string;
  issuedOn: Day;
  revision: number;
  content: unknown;
}): Record<string, unknown> {
  const { kind, number, title, issuedOn, revision, content } = document;
  return { kind, number, title, issuedOn, revision, content };
}
