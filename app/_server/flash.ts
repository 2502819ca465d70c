import { cookies } from 'next/headers';
import { askedCookies } from './asked';

const COOKIE = 'flash';

/** A sentence for the next page, after a redirect; it is shown once, also without a script. */
export async function flash(message: string): Promise<void> {
  (await cookies()).set(COOKIE, encodeURIComponent(message.slice(0, 500)), { path: '/', sameSite: 'lax', maxAge: 30 });
}

/** A page can't delete a cookie while it renders: it lives 30 s, and the frame's script drops it after the first showing. */
export async function takeFlash(): Promise<string | null> {
  const value = (await askedCookies()).get(COOKIE)?.value;
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
