import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { listCenters } from '@/lib/centers/queries';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('admin.title') };
}

/** The centers of this installation. */
export default async function CentersPage() {
  const centers = await read(operator, listCenters);
  const [t, locale] = [await getT('centers'), await getLocale()];
  return (
    <>
      <PageHead
        title={t('admin.title')}
        meta={`${t('admin.count', { count: centers.length })} · ${t('admin.noBusiness')}`}
        actions={
          <LinkButton href="/admin/centers/new" variant="primary">
            {t('admin.create')}
          </LinkButton>
        }
      />
      <DataTable
        caption={t('admin.title')}
        columns={[
          {
            key: 'name',
            head: t('admin.center'),
            cell: (row) => (
              <>
                {nameIn(locale, row)}
                <Sub>{row.slug}</Sub>
              </>
            ),
          },
          { key: 'opened', head: t('admin.openedOn'), cell: (row) => <span className="num">{formatDay(dayOf(row.createdAt), locale)}</span> },
          {
            key: 'state',
            head: t('admin.state'),
            cell: (row) => (row.closedAt === null ? <StatePill tone="ok">{t('admin.open')}</StatePill> : <StatePill tone="neutral">{t('admin.closed')}</StatePill>),
          },
        ]}
        rows={centers}
        rowKey={(row) => row.id}
        rowHref={(row) => `/admin/centers/${row.id}`}
        empty={<EmptyState title={t('admin.count', { count: 0 })} />}
      />
    </>
  );
}
