'use server';

import { eq } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { persons } from '@/db/schema/people';
import { isHttps } from '@/lib/kernel/env';
import { NotFoundError } from '@/lib/kernel/errors';
import { isLocale } from '@/lib/kernel/i18n';
import { chooseMembership, endOwnSession } from '@/lib/people/commands/sign-in';
import { centerHolding } from '@/lib/people/queries/access';
import { Choose, ownPath } from '@/lib/people/inputs';
import { readAs, writeAs } from './context';
import { LOCALE_COOKIE } from './i18n';
import { dropCookie, getSession, selfOf } from './session';

const YEAR = 365 * 86_400;

async function keep(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: '/', sameSite: 'lax', maxAge: YEAR, secure: isHttps(), httpOnly: true });
}

/** Remembers the choice for the person, so that it lasts on every device; looks are no event worth an entry. */
async function remember(values: { locale?: string; theme?: string }): Promise<void> {
  const session = await getSession();
  if (session === null) return;
  await writeAs(selfOf(session), (ctx) => ctx.db.update(persons).set(values).where(eq(persons.id, session.personId)));
}

/** Back to the page the switch was pressed on, when the browser says which; never to another house. */
async function back(formData: FormData): Promise<never> {
  const given = formData.get('back');
  const referer = (await headers()).get('referer');
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  const path = typeof given === 'string' ? given : from === null ? '/' : from.pathname + from.search;
  revalidatePath('/', 'layout');
  const own = ownPath(path) ?? '/';
  redirect(own.startsWith('/api/') ? '/' : own);
}

// Each of these may be called by hand, with anything at all in place of a form.
const ofForm = (sent: unknown): FormData => (sent instanceof FormData ? sent : new FormData());

export async function setLocale(sent: FormData): Promise<void> {
  const formData = ofForm(sent);
  const locale = formData.get('locale');
  if (isLocale(locale)) {
    await keep(LOCALE_COOKIE, locale);
    await remember({ locale });
  }
  await back(formData);
}

export async function setTheme(sent: FormData): Promise<void> {
  const formData = ofForm(sent);
  const theme = formData.get('theme');
  if (theme === 'system' || theme === 'light' || theme === 'dark') {
    await keep('theme', theme);
    await remember({ theme });
  }
  await back(formData);
}

/** Acts through another membership of the same person from now on; forms drawn under the old one keep acting for that. */
export async function switchMembership(sent: FormData): Promise<void> {
  const formData = ofForm(sent);
  const session = await getSession();
  if (session === null) redirect('/sign-in');
  const wanted = Choose.safeParse({ membership: formData.get('membership') });
  if (wanted.success) {
    const { membership } = wanted.data;
    const centerId = membership === 'operator' ? null : await readAs({ kind: 'public', centerId: null }, (ctx) => centerHolding(ctx, session.personId, membership));
    await writeAs({ ...selfOf(session), centerId }, (ctx) => chooseMembership(ctx, wanted.data)).catch((error: unknown) => {
      // A role that was taken away meanwhile: the door of what is left says so.
      if (!(error instanceof NotFoundError)) throw error;
    });
  }
  revalidatePath('/', 'layout');
  redirect('/');
}

export async function signOut(): Promise<void> {
  const session = await getSession();
  if (session !== null) await writeAs(selfOf(session), endOwnSession);
  await dropCookie();
  redirect('/sign-in');
}
