import type { Instrumentation } from 'next';

/** Runs once when a server process starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepare } = await import('./app/_server/prepare');
    await prepare();
  }
}

/** What no command answered for: logged with the digest that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logger } = await import('./lib/kernel/logger');
    const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined;
    const { method, headers } = request;
    logger.error({ err: error, digest, requestId: headers['x-request-id'], method, route: context.routePath }, 'request failed');
  }
};
