import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { cookies, headers } from 'next/headers';
import { isHttps } from '@/lib/kernel/env';
import { isId } from '@/lib/kernel/ids';

/** Cookies take 4 kB each, and proxies take 8 kB of them all. */
const COOKIES = ['typed-0', 'typed-1'] as const;
const LONGEST = 3_000;
const MINUTES = 10;

/** Whether a form was posted by a script, which keeps what was typed by itself. */
export async function isScripted(): Promise<boolean> {
  return (await headers()).get('next-action') !== null;
}

/** The page a form stood on, as a path of ours. */
export async function pageOfForm(): Promise<string> {
  const referer = (await headers()).get('referer') ?? '';
  return URL.canParse(referer) ? new URL(referer).pathname + new URL(referer).search : '/';
}

/**
 * Keeps what was typed into a form whose sender turned out to be signed out, in their browser alone and for ten minutes.
 * What doesn't fit loses its end.
 */
export async function keepTyped(values: Record<string, string | string[]>): Promise<void> {
  let texts = Object.values(values).flat().filter((text) => isOwnWords(text));
  if (texts.length === 0) return;
  let packed = pack(texts);
  while (packed.length > COOKIES.length * LONGEST) {
    texts = texts.map((text) => text.slice(0, Math.floor(text.length * 0.8)));
    packed = pack(texts);
  }
  for (const [part, name] of COOKIES.entries()) {
    const value = packed.slice(part * LONGEST, (part + 1) * LONGEST);
    (await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/sign-in', maxAge: value === '' ? 0 : MINUTES * 60 });
  }
}

/** What was kept, for the page where people sign in again. */
export async function typedBefore(): Promise<string[]> {
  const jar = await cookies();
  const packed = COOKIES.map((name) => jar.get(name)?.value ?? '').join('');
  if (packed === '') return [];
  try {
    const texts: unknown = JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 100_000 }).toString('utf8'));
    return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

const pack = (texts: readonly string[]) => brotliCompressSync(JSON.stringify(texts)).toString('base64url');

/** Choices, ids and versions travel in forms too; only words are worth keeping. */
function isOwnWords(text: string): boolean {
  return !isId(text) && (text.length > 20 || /[\s\u0080-\uffff]/.test(text.trim()));
}
