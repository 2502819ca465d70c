import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { company } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { markRequestRead } from '@/app/_server/read-mark';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { ConfirmView } from './confirm-view';
import { DraftView } from './draft-view';
import { RequestView } from './request-view';
import { loadView } from './view';

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
  const view = await read(company, (ctx) => loadView(ctx, id));
  await markRequestRead(id);
  if (view.request.state === 'draft') return <DraftView {...view} />;
  if (view.request.state === 'confirming') return <ConfirmView {...view} />;
  return <RequestView {...view} doing={typeof doing === 'string' ? doing : null} />;
}
