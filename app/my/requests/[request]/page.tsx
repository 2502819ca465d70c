import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { company } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { getCalendar } from '@/lib/centers/queries';
import { listFiles } from '@/lib/files/queries';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { actsOf } from '@/lib/service-desk/policy';
import { getRequest, messagesOf, ratingOf, returnsOf, timelineOf } from '@/lib/service-desk/queries/file';
import { clockOf } from '@/lib/service-desk/rules';
import { DraftView } from './draft-view';
import { RequestView } from './request-view';

interface Props {
  params: Promise<{ request: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('my.title') };
}

export default async function MyRequestPage({ params, searchParams }: Props) {
  const { request: id } = await params;
  const { do: doing } = await searchParams;
  if (!isId(id)) notFound();
  const view = await read(company, async (ctx) => {
    const request = found(await getRequest(ctx, id));
    return {
      request,
      clock: clockOf(await getCalendar(ctx), request, dayOf(ctx.now)),
      acts: actsOf(ctx.actor, request),
      files: await listFiles(ctx, { type: 'request', id }),
      returns: await returnsOf(ctx, id),
      messages: await messagesOf(ctx, id),
      rating: await ratingOf(ctx, id),
      events: await timelineOf(ctx, id),
    };
  });
  return view.request.state === 'draft' ? <DraftView {...view} /> : <RequestView {...view} doing={typeof doing === 'string' ? doing : null} />;
}
