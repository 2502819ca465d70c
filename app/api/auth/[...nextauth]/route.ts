import NextAuth from 'next-auth';
import { authOptions } from '@/app/_server/next-auth';

type Way = { params: Promise<{ nextauth: string[] }> };

/** The state, CSRF token and sign-out of next-auth. Signing in is our own action: it works without a script. */
async function handle(request: Request, way: Way): Promise<Response> {
  return NextAuth(authOptions())(request, way) as Promise<Response>;
}

export { handle as GET, handle as POST };
