'use server';

import { and, eq, sql } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { persons, sessions } from '@/db/schema/people';
import { isHttps } from '@/lib/kernel/env';
import { isLocale } from '@/lib/kernel/i18n';
import { writeAs } from './context';
import { LOCALE_COOKIE } from './i18n';
import { isId } from '@/lib/kernel/ids';
import { dropCookie, getSession } from './session';

const YEAR = 365 * 86_400;

async function keep(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: '/', sameSite: 'lax', maxAge: YEAR, secure: isHttps(), httpOnly: true });
}

/** Remembers the choice for the person, so that it lasts on every device; looks are no event worth an entry. */
async function remember(values: { locale?: string; theme?: string }): Promise<void> {
  const session = await getSession();
  if (session === null) return;
  await writeAs({ kind: 'person', personId: session.personId, centerId: null, name: session.personName, sessionId: session.id }, (ctx) =>
    ctx.db.update(persons).set(values).where(eq(persons.id, session.personId)),
  );
}

/** Back to the page the switch was pressed on, when the browser says which; never to another house. */
async function back(formData: FormData): Promise<never> {
  const given = formData.get('back');
  const referer = (await headers()).get('referer');
  const path = typeof given === 'string' ? given : referer === null ? '/' : new URL(referer).pathname + new URL(referer).search;
  revalidatePath('/', 'layout');
  redirect(path.startsWith('/') && !path.startsWith('//') ? path : '/');
}

export async function setLocale(formData: FormData): Promise<void> {
  const locale = formData.get('locale');
  if (isLocale(locale)) {
    await keep(LOCALE_COOKIE, locale);
    await remember({ locale });
  }
  await back(formData);
}

export async function setTheme(formData: FormData): Promise<void> {
  const theme = formData.get('theme');
  if (theme === 'system' || theme === 'light' || theme === 'dark') {
    await keep('theme', theme);
    await remember({ theme });
  }
  await back(formData);
}

/** Acts through another membership of the same person from now on; forms drawn under the old one keep acting for that. */
export async function switchMembership(formData: FormData): Promise<void> {
  const session = await getSession();
  const wanted = formData.get('membership');
  if (session === null) redirect('/sign-in');
  if (typeof wanted === 'string' && isId(wanted)) {
    const person = { kind: 'person' as const, personId: session.personId, centerId: null, name: session.personName, sessionId: session.id };
    await writeAs(person, async ({ db }) => {
      const [held] = await db.select({ centerId: sql<string>`center_id` }).from(sql`auth_membership(${session.personId}::uuid, ${wanted}::uuid)`);
      if (held === undefined) return;
      await db
        .update(sessions)
        .set({ membershipId: wanted, centerId: held.centerId })
        .where(and(eq(sessions.id, session.id), eq(sessions.personId, session.personId)));
    });
  }
  revalidatePath('/', 'layout');
  redirect('/');
}

export async function signOut(): Promise<void> {
  const session = await getSession();
  if (session !== null) {
    const person = { kind: 'person' as const, personId: session.personId, centerId: null, name: session.personName, sessionId: session.id };
    await writeAs(person, ({ db, now }) =>
      db.update(sessions).set({ endedAt: now, endedBy: 'person' }).where(eq(sessions.id, session.id)),
    );
  }
  await dropCookie();
  redirect('/sign-in');
}
