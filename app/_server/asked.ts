import { cookies, headers } from 'next/headers';
import { askedOnce, type Eventually, whenKnown } from '@/components/ui/eventually';

/**
 * What came with the request, asked for once, when a page begins. Whoever leaves in the middle of a page ends its answer while
 * the rest is still being drawn for nobody, and Next then refuses to be asked again: each late question would stand in the log
 * as a page that broke.
 */
const asked = askedOnce(async () => ({ headers: await headers(), cookies: await cookies() }));

export function askedHeaders(): Eventually<Awaited<ReturnType<typeof headers>>> {
  return whenKnown(asked(), (came) => came.headers);
}

/** To read. Whoever sets one asks Next itself, in an action. */
export function askedCookies(): Eventually<Pick<Awaited<ReturnType<typeof cookies>>, 'get'>> {
  return whenKnown(asked(), (came) => came.cookies);
}
