import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatDay } from '@/lib/kernel/date-text';
import { canKeepCatalogue } from '@/lib/service-desk/policy';
import { listCatalogue } from '@/lib/service-desk/queries/catalogue';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('catalogue.title') };
}

/** Every item with what is in force, what comes, and what is being worded. */
export default async function CataloguePage() {
  const { items, mayKeep } = await read(businessAndAuditor, async (ctx) => ({ items: await listCatalogue(ctx), mayKeep: canKeepCatalogue(ctx.actor) }));
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  return (
    <>
      <PageHead
        title={t('catalogue.title')}
        meta={t('catalogue.note')}
        actions={
          mayKeep && (
            <LinkButton href="/desk/catalogue/new" variant="primary">
              {t('catalogue.new')}
            </LinkButton>
          )
        }
      />
      <DataTable
        caption={t('catalogue.title')}
        rows={items}
        rowKey={(item) => item.id}
        rowHref={(item) => `/desk/catalogue/${item.id}`}
        columns={[
          {
            key: 'item',
            head: t('catalogue.item'),
            cell: ({ shown }) => (
              <>
                <b className="font-semibold">{nameIn(locale, shown)}</b>
                {!shown.key.startsWith('own-') && <Sub>{shown.key}</Sub>}
              </>
            ),
          },
          { key: 'days', head: t('catalogue.days'), cell: ({ shown }) => t('lanes.days', { days: shown.promisedDays }) },
          { key: 'lanes', head: t('catalogue.lanes'), cell: ({ shown }) => shown.stages.map(({ lanes }) => lanes.map((lane) => nameIn(locale, lane)).join(' ∥ ')).join(' → ') },
          {
            key: 'state',
            head: t('catalogue.state'),
            cell: ({ closedAt, current, coming, draft }) => (
              <span className="flex flex-wrap gap-1">
                {closedAt !== null && <StatePill tone="neutral">{t('catalogue.closed')}</StatePill>}
                {closedAt === null && current !== null && <StatePill tone="ok">{t('catalogue.inForce', { n: current.version })}</StatePill>}
                {coming !== null && <StatePill tone="accent">{t('catalogue.coming', { n: coming.version, day: formatDay(coming.effectiveFrom ?? '', locale) })}</StatePill>}
                {draft !== null && <StatePill tone="due">{t('catalogue.draft', { n: draft.version })}</StatePill>}
              </span>
            ),
          },
        ]}
        empty={<EmptyState title={t('catalogue.empty')} />}
      />
    </>
  );
}
