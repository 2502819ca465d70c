import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import { maskPhone } from '@/lib/kernel/phone';
import { latestMessages, listChannels } from '@/lib/notifications/queries';
import { tryChannelAction } from './actions';

const path = '/desk/settings/channels';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notifications'))('channels.title') };
}

/** Ways out of the house beside letters, and what lately went through them. */
export default async function ChannelsPage() {
  const { channels, messages } = await read(['administrator'], async (ctx) => ({ channels: await listChannels(ctx), messages: await latestMessages(ctx) }));
  const [t, shell, centers, locale] = [await getT('notifications'), await getT('shell'), await getT('centers'), await getLocale()];
  const add = (
    <LinkButton href={`${path}/new`} variant="primary">
      {t('channels.new')}
    </LinkButton>
  );
  const hidden = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const channel of channels) hidden.set(channel.id, await hiddenFields());
  return (
    <>
      <PageHead
        crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('channels.title') }] }}
        title={t('channels.title')}
        meta={t('channels.intro')}
        actions={add}
      />
      {channels.length === 0 ? (
        <Card>
          <EmptyState title={t('channels.empty')} action={add}>
            {t('channels.emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <Card body="rows">
          {channels.map((channel) => (
            <div key={channel.id} className="row flex-wrap gap-2">
              <span className="min-w-0">
                <a className="link font-medium break-words" href={`${path}/${channel.id}`}>
                  {channel.name}
                </a>
                <span className="sub">
                  {t(`channels.kindNames.${channel.kind}`)} · {t(`channels.reaches.${channel.reach}`)}
                </span>
              </span>
              <span className="flex items-center gap-2">
                <StatePill tone={channel.enabled ? 'ok' : 'neutral'}>{t(channel.enabled ? 'channels.on' : 'channels.off')}</StatePill>
                <PostButton action={tryChannelAction} hidden={hidden.get(channel.id)} values={{ channel: channel.id }} size="sm">
                  {t('channels.try')}
                </PostButton>
              </span>
            </div>
          ))}
        </Card>
      )}
      {messages.length > 0 && (
        <Section title={t('channels.latest')}>
          <Card body="rows">
            {messages.map((message) => {
              const state = message.sentAt !== null ? 'sent' : message.failedAt !== null ? 'failed' : 'waiting';
              return (
                <div key={message.id} className="row flex-wrap gap-2">
                  <span className="min-w-0 break-words">
                    {message.channel}
                    {message.isTrial && ` · ${t('channels.isTrial')}`}
                    <span className="sub num">
                      {[formatMoment(message.createdAt, locale), message.target === '' ? '' : maskPhone(message.target), message.error ?? ''].filter((part) => part !== '').join(' · ')}
                    </span>
                  </span>
                  <StatePill tone={state === 'sent' ? 'ok' : state === 'failed' ? 'late' : 'due'}>{t(`outbox.states.${state}`)}</StatePill>
                </div>
              );
            })}
          </Card>
        </Section>
      )}
    </>
  );
}
