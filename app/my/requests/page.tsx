import type { Metadata } from 'next';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { read } from '@/app/_server/read';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { OwnRequests } from '@/components/service-desk/own-requests';
import { LinkButton } from '@/components/ui/button';
import { getCalendar } from '@/lib/centers/queries';
import { dayOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { ownRequestList, requestStates } from '@/lib/service-desk/inputs';
import { listOwnRequests } from '@/lib/service-desk/queries/list';
import { unreadOn } from '@/lib/service-desk/queries/talk';
import { clockOf } from '@/lib/service-desk/rules';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('my.title') };
}

const path = '/my/requests';

export default async function MyRequestsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = ownRequestList.parse(await searchParams);
  const { found, rows } = await read(company, async (ctx) => {
    const found = await listOwnRequests(ctx, params);
    const calendar = await getCalendar(ctx);
    const unread = await unreadOn(ctx, found.rows.map(({ id }) => id));
    return { found, rows: found.rows.map((row) => ({ ...row, unread: unread.get(row.id) ?? 0, clock: clockOf(calendar, row, dayOf(ctx.now)) })) };
  });
  const [t, list, locale] = [await getT('service-desk'), await getT('list'), await getLocale()];
  return (
    <ListPage>
      <PageHead
        file
        title={t('my.title')}
        actions={
          <LinkButton href="/my/requests/new" variant="primary" size="lg">
            {t('my.new')}
          </LinkButton>
        }
      />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('my.state'),
            value: params.filters.state,
            all: t('my.all'),
            options: requestStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
          },
        ]}
      />
      <OwnRequests t={t} locale={locale} rows={rows} filtered={params.filters.state !== undefined} />
      <Pager {...pagerProps(list, path, ownRequestList, params, found)} />
    </ListPage>
  );
}
