import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { sendAgainAction } from '@/app/_server/notification-actions';
import { read } from '@/app/_server/read';
import { Letter } from '@/components/notifications/letter';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { EmptyState } from '@/components/ui/notice';
import { formatMoment } from '@/lib/kernel/date-text';
import type { SearchParams } from '@/lib/kernel/list-params';
import { isMailConfigured } from '@/lib/kernel/mailer';
import { emailList } from '@/lib/notifications/inputs';
import { type EmailState, listEmails } from '@/lib/notifications/queries';

const path = '/desk/settings/outbox';
const states: readonly EmailState[] = ['waiting', 'sent', 'failed'];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notifications'))('outbox.title') };
}

/** Every letter of the center: what went out, what waits, and what nobody could send. */
export default async function OutboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = emailList.parse(await searchParams);
  const found = await read(['administrator'], (ctx) => listEmails(ctx, params));
  const [t, list, shell, centers, locale] = [
    await getT('notifications'),
    await getT('list'),
    await getT('shell'),
    await getT('centers'),
    await getLocale(),
  ];
  const letters = [];
  for (const row of found.rows) letters.push({ row, hidden: await hiddenFields() });
  return (
    <ListPage>
      <PageHead
        crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('outbox.title') }] }}
        title={t('outbox.title')}
        meta={t(isMailConfigured() ? 'outbox.smtpOn' : 'outbox.smtpOff')}
      />
      <FilterBar
        action={path}
        labels={{ form: list('filters'), apply: list('apply') }}
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('outbox.state'),
            value: params.filters.state,
            all: t('outbox.all'),
            options: states.map((value) => ({ value, label: t(`outbox.states.${value}`) })),
          },
        ]}
      />
      {letters.length === 0 ? (
        <div className="list">
          <EmptyState title={t('outbox.empty')}>{t('outbox.emptyText')}</EmptyState>
        </div>
      ) : (
        <ul className="list divide-y divide-line" aria-label={t('outbox.caption')}>
          {letters.map(({ row, hidden }) => (
            <Letter
              key={row.id}
              t={t}
              letter={row}
              written={formatMoment(row.createdAt, locale)}
              {...(row.holdUntil === null || row.sentAt !== null ? {} : { held: formatMoment(row.holdUntil, locale) })}
              {...(row.sentAt === null ? { again: { action: sendAgainAction, hidden } } : {})}
            />
          ))}
        </ul>
      )}
      <Pager {...pagerProps(list, path, emailList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
