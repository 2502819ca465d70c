import { readAs } from '@/app/_server/context';
import { getSession } from '@/app/_server/session';
import { countUnread } from '@/lib/notifications/queries';

/** How much the reader hasn't read; pages ask every ten seconds, which is no activity. */
export async function GET(): Promise<Response> {
  const session = await getSession();
  if (session?.state !== 'open') return Response.json({ error: 'signedOut' }, { status: 401 });
  const count = await readAs(session.actor, countUnread);
  return Response.json({ count }, { headers: { 'cache-control': 'no-store' } });
}
