import { cookies, headers } from 'next/headers';
import { cache } from 'react';

/**
 * What came with the request, asked for once, when a page begins. Whoever leaves in the middle of a page ends its answer while
 * the rest is still being drawn for nobody, and Next then refuses to be asked again: each late question would stand in the log
 * as a page that broke.
 */
const asked = cache(async () => ({ headers: await headers(), cookies: await cookies() }));

export async function askedHeaders(): Promise<Awaited<ReturnType<typeof headers>>> {
  return (await asked()).headers;
}

/** To read. Whoever sets one asks Next itself, in an action. */
export async function askedCookies(): Promise<Pick<Awaited<ReturnType<typeof cookies>>, 'get'>> {
  return (await asked()).cookies;
}
