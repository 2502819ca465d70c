import NextAuth from 'next-auth';
import { authOptions } from '@/app/_server/next-auth';

type Way = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth is in use; the rest (its log of strangers' words, its own pages) has no address here. */
const used = ['session', 'csrf', 'providers', 'signin', 'signout'];

/** The state, CSRF token and sign-out of next-auth. Signing in is our own action: it works without a script. */
async function handle(request: Request, way: Way): Promise<Response> {
  const { nextauth } = await way.params;
  if (nextauth.length !== 1 || !used.includes(nextauth[0] ?? '')) return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request, way) as Promise<Response>;
}

export { handle as GET, handle as POST };
