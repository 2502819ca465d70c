import type { Metadata } from 'next';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { allow } from '@/lib/kernel/errors';
import { canKeepChannels } from '@/lib/notifications/policy';
import { ChannelForm } from '../channel-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notifications'))('channels.new') };
}

export default async function NewChannelPage() {
  await read(['administrator'], async (ctx) => allow(canKeepChannels(ctx.actor)));
  const [t, shell] = [await getT('notifications'), await getT('shell')];
  return (
    <>
      <PageHead crumbs={{ label: shell('crumbs'), items: [{ label: t('channels.title'), href: '/desk/settings/channels' }, { label: t('channels.new') }] }} title={t('channels.new')} />
      <ChannelForm channel={null} />
    </>
  );
}
