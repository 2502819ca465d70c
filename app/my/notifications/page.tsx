import type { Metadata } from 'next';
import { company } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { NotificationsPage } from '@/app/_server/notifications';
import type { SearchParams } from '@/lib/kernel/list-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notifications'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <NotificationsPage gate={company} path="/my/notifications" search={await searchParams} />;
}
