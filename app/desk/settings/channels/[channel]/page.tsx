import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { found } from '@/lib/kernel/errors';
import { getChannel } from '@/lib/notifications/queries';
import { tryChannelAction } from '../actions';
import { ChannelForm } from '../channel-form';

interface Props {
  params: Promise<{ channel: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notifications'))('channels.title') };
}

export default async function ChannelPage({ params }: Props) {
  const { channel: id } = await params;
  const channel = await read(['administrator'], async (ctx) => found(await getChannel(ctx, id)));
  const [t, shell] = [await getT('notifications'), await getT('shell')];
  return (
    <>
      <PageHead
        crumbs={{ label: shell('crumbs'), items: [{ label: t('channels.title'), href: '/desk/settings/channels' }, { label: channel.name }] }}
        title={channel.name}
        actions={
          <PostButton action={tryChannelAction} hidden={await hiddenFields()} values={{ channel: channel.id }}>
            {t('channels.try')}
          </PostButton>
        }
      />
      <ChannelForm channel={channel} />
    </>
  );
}
