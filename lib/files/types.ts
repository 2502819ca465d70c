import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import iconv from 'iconv-lite';
import { type Accepted, accept } from './rules';

/** Bytes looked at. */
const HEAD = 65_536;

/** Looks into the bytes; the name alone proves nothing. @returns null for what isn't accepted */
export async function recognise(path: string, name: string): Promise<Accepted | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const text = found === undefined && (await readsAsText(path));
  return accept(name, found?.mime ?? null, () => text);
}

/** UTF-8 or GBK throughout the first 64 kB, and no sign that only binary files hold. */
async function readsAsText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)) return false;
    return isUtf8(head) || isGbk(head);
  } finally {
    await file.close();
  }
}

function isUtf8(bytes: Buffer): boolean {
  // The cut at 64 kB may go through a character: up to three bytes may be too many.
  const spare = bytes.length === HEAD ? 3 : 0;
  for (let end = bytes.length; end >= bytes.length - spare; end -= 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
      return true;
    } catch {
      // One byte less.
    }
  }
  return false;
}

function isGbk(bytes: Buffer): boolean {
  const text = iconv.decode(bytes, 'gb18030');
  return !(bytes.length === HEAD ? text.slice(0, -1) : text).includes('\ufffd');
}
