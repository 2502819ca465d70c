import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { company } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { FilterBar } from '@/components/list/filter-bar';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import type { SearchParams } from '@/lib/kernel/list-params';
import { catalogueList } from '@/lib/service-desk/inputs';
import { situations } from '@/lib/service-desk/inputs/item';
import { listItems, pickItems } from '@/lib/service-desk/queries/catalogue';
import { startDraftAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('my.new') };
}

const path = '/my/requests/new';

/** The catalogue by what a company is about to do. */
export default async function NewRequestPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { filters } = catalogueList.parse(await searchParams);
  const items = pickItems(await read(company, (ctx) => listItems(ctx)), filters);
  const [t, list, locale] = [await getT('service-desk'), await getT('list'), await getLocale()];
  const forms = [];
  for (const item of items) forms.push({ item, hidden: await hiddenFields() });
  return (
    <>
      <PageHead file crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: t('my.new') }] }} title={t('my.newTitle')} meta={t('my.newNote')} />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        filters={[
          {
            kind: 'select',
            name: 'for',
            label: t('catalogue.situation'),
            value: filters.for,
            all: t('catalogue.allSituations'),
            options: situations.map((situation) => ({ value: situation, label: t(`situations.${situation}`) })),
          },
          { kind: 'search', name: 'q', label: t('catalogue.search'), value: filters.q },
        ]}
      />
      {items.length === 0 && <EmptyState title={t('my.noItems')} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {forms.map(({ item, hidden }) => {
          const needed = item.materials.filter(({ required }) => required).length;
          const name = nameIn(locale, item);
          return (
            <Card key={item.id} title={name} className="!mt-0 flex flex-col">
              <p className="text-ink-2">{locale === 'en' && item.descriptionEn !== '' ? item.descriptionEn : item.description}</p>
              <p className="mt-2 mb-4 text-sm text-ink-2">
                <MetaLine items={[t('my.promise', { acceptance: item.acceptanceDays, promised: item.promisedDays }), needed > 0 && t('my.needFiles')]} />
              </p>
              <div className="flex flex-wrap gap-2">
                <PostButton action={startDraftAction} hidden={hidden} values={{ item: item.id }} variant="primary" size="lg">
                  {t('my.start')}
                  <span className="sr-only"> {name}</span>
                </PostButton>
                <LinkButton href={`${path}/${item.id}`} size="lg">
                  {t('catalogue.more')}
                  <span className="sr-only"> {name}</span>
                </LinkButton>
              </div>
            </Card>
          );
        })}
      </div>
    </>
  );
}
