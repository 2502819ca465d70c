import type { NextAuthOptions } from 'next-auth';
import { env, isHttps } from '@/lib/kernel/env';
import { logger } from '@/lib/kernel/logger';
import { endOwnSession } from '@/lib/people/commands/sign-in';
import { writeAs } from './context';
import { getSession, selfOf, SESSION_HOURS, sessionCookie } from './session';

/** next-auth over our cookie: it reads and ends what our own sign-in opened, and knows no provider that could open another. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    providers: [],
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3_600 },
    cookies: {
      sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    callbacks: {
      // The token names a session; whether that one still stands only the database knows.
      async session({ session }) {
        const known = await getSession();
        return known === null ? { expires: new Date(0).toISOString() } : { expires: session.expires, user: { name: known.personName } };
      },
    },
    events: {
      async signOut() {
        const session = await getSession();
        if (session !== null) await writeAs(selfOf(session), endOwnSession);
      },
    },
    logger: {
      error: (code, metadata) => logger.error({ code, reason: 'message' in metadata ? metadata.message : undefined }, 'next-auth'),
      warn: (code) => logger.warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}
