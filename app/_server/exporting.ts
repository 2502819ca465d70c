import { unstable_rethrow } from 'next/navigation';
import { isDiskFull } from '@/lib/kernel/disk-full';
import { logger } from '@/lib/kernel/logger';
import { requestId } from './context';
import { getT } from './i18n';

/** An export that can't be made says why in one sentence, and what to quote; without it Next would answer an empty page. */
export function exporting<Place>(make: (request: Request, place: Place) => Promise<Response>): (request: Request, place: Place) => Promise<Response> {
  return async (request, place) => {
    try {
      return await make(request, place);
    } catch (error) {
      unstable_rethrow(error);
      const reference = await requestId();
      logger.error({ err: error, requestId: reference }, 'export failed');
      const errors = await getT('errors');
      return isDiskFull(error) ? said(errors('exportDiskFull'), 507) : said(errors('exportFailed', { reference }), 500);
    }
  };
}

function said(sentence: string, status: number): Response {
  return new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}
