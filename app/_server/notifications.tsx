import { NotificationList, type Told } from '@/components/notifications/notification-list';
import { PostButton } from '@/components/form/plain-form';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import type { Role } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { sentence } from '@/lib/kernel/i18n';
import type { SearchParams } from '@/lib/kernel/list-params';
import { notificationList } from '@/lib/notifications/inputs';
import { countUnread, listNotifications } from '@/lib/notifications/queries';
import { hiddenFields } from './form';
import { getLocale, getT } from './i18n';
import { pagerProps } from './list';
import { openNotificationAction, readAllAction } from './notification-actions';
import { read } from './read';

/** The same page in all three portals: what the reader is told, newest first. */
export async function NotificationsPage({ gate, path, search }: { gate: readonly Role[]; path: string; search: SearchParams }) {
  const params = notificationList.parse(search);
  const { found, unread } = await read(gate, async (ctx) => ({ found: await listNotifications(ctx, params), unread: await countUnread(ctx) }));
  const [t, list, locale] = [await getT('notifications'), await getT('list'), await getLocale()];
  const items: Told[] = [];
  for (const row of found.rows) {
    items.push({
      id: row.id,
      text: sentence(locale, { name: row.name, actorName: typeof row.data.actor === 'string' ? row.data.actor : '', data: row.data }),
      when: formatMoment(row.createdAt, locale),
      at: row.createdAt.toISOString(),
      unread: row.readAt === null,
      hidden: await hiddenFields(),
    });
  }
  const onlyUnread = params.filters.show === 'unread';
  const turned = notificationList.toSearch(params, { filters: { show: onlyUnread ? undefined : 'unread' } });
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro', { unread })}
        actions={
          <>
            <LinkButton href={path + turned}>{t(onlyUnread ? 'showAll' : 'showUnread')}</LinkButton>
            {unread > 0 && (
              <PostButton action={readAllAction} hidden={await hiddenFields()} variant="primary">
                {t('readAll')}
              </PostButton>
            )}
          </>
        }
      />
      {items.length === 0 ? (
        <div className="card">
          <EmptyState title={t(onlyUnread ? 'emptyUnread' : 'empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <>
          <NotificationList items={items} open={openNotificationAction} labels={{ list: t('list'), unread: t('unread') }} />
          <Pager {...pagerProps(list, path, notificationList, params, found)} />
        </>
      )}
    </>
  );
}
