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
import { Pill } from '@/components/ui/pill';
import { Tabs } from '@/components/ui/tabs';
import { isCompanyPerson } from '@/lib/kernel/actor';
import type { SearchParams } from '@/lib/kernel/list-params';
import { catalogueList } from '@/lib/service-desk/inputs';
import { type Situation, situations } from '@/lib/service-desk/inputs/item';
import { listItems, pickItems } from '@/lib/service-desk/queries/catalogue';
import { filesOnRecord, wantedMaterials } from '@/lib/service-desk/queries/materials';
import { companyStanding } from '@/lib/service-desk/queries/people';
import { startDraftAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('my.new') };
}

const path = '/my/requests/new';

/** The catalogue by what a company is about to do, with how much of what each item needs is on file already. */
export default async function NewRequestPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = catalogueList.parse(await searchParams);
  const { filters } = params;
  const view = await read(company, async (ctx) => {
    const items = pickItems(await listItems(ctx), filters);
    const companyId = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    const kept = items.flatMap((item) => item.materials.filter(({ onFile }) => onFile).map(({ key }) => key));
    return { items, standing: await companyStanding(ctx, companyId), onFile: await filesOnRecord(ctx, companyId, [...new Set(kept)]) };
  });
  const [t, list, locale] = [await getT('service-desk'), await getT('list'), await getLocale()];
  const forms = [];
  for (const item of view.items) {
    const wanted = wantedMaterials(item);
    forms.push({
      item,
      hidden: await hiddenFields(),
      open: item.filers.some((state) => state === view.standing?.state),
      wanted: wanted.length,
      have: wanted.filter(({ key, onFile }) => onFile && view.onFile.has(key)).length,
    });
  }
  const at = (situation?: Situation) => path + catalogueList.toSearch(params, { filters: { for: situation } });
  return (
    <>
      <PageHead file crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: t('my.new') }] }} title={t('my.newTitle')} meta={t('my.newNote')} />
      <Tabs
        label={t('catalogue.situation')}
        tabs={[
          { href: at(), label: t('catalogue.allSituations'), current: filters.for === undefined },
          ...situations.map((situation) => ({ href: at(situation), label: t(`situations.${situation}`), current: filters.for === situation })),
        ]}
      />
      <FilterBar
        action={path}
        resetHref={path}
        keep={{ for: filters.for }}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        filters={[{ kind: 'search', name: 'q', label: t('catalogue.search'), value: filters.q }]}
      />
      {forms.length === 0 && <EmptyState title={t(filters.q === undefined && filters.for === undefined ? 'my.noItems' : 'catalogue.noneFound')} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {forms.map(({ item, hidden, open, wanted, have }) => {
          const name = nameIn(locale, item);
          return (
            <Card key={item.id} title={name} aside={!open && <Pill>{t('catalogue.notForShort')}</Pill>} className="!mt-0 flex flex-col">
              <p className="text-ink-2">{locale === 'en' && item.descriptionEn !== '' ? item.descriptionEn : item.description}</p>
              <p className="mt-2 mb-4 text-sm text-ink-2">
                <MetaLine
                  items={[
                    t('my.promise', { acceptance: item.acceptanceDays, promised: item.promisedDays }),
                    wanted === 0 ? t('catalogue.nothingToBring') : t('catalogue.prepared', { count: wanted, have }),
                  ]}
                />
              </p>
              <div className="flex flex-wrap gap-2">
                {open && (
                  <PostButton action={startDraftAction} hidden={hidden} values={{ item: item.id }} variant="primary" size="lg">
                    {t('my.start')}
                    <span className="sr-only"> {name}</span>
                  </PostButton>
                )}
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
