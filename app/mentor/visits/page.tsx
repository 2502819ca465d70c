import type { Metadata } from 'next';
import { mentor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { read } from '@/app/_server/read';
import { Pager } from '@/components/list/pager';
import { VisitLine } from '@/components/mentoring/visit-parts';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import type { SearchParams } from '@/lib/kernel/list-params';
import { ownVisitList, visitStates } from '@/lib/mentoring/inputs';
import { countOwnVisits, listOwnVisits } from '@/lib/mentoring/queries/visits';

const path = '/mentor/visits';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('list.mine') };
}

export default async function MentorVisitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = ownVisitList.parse(await searchParams);
  const { found, counts } = await read(mentor, async (ctx) => ({ found: await listOwnVisits(ctx, params), counts: await countOwnVisits(ctx) }));
  const [t, list, locale] = [await getT('mentoring'), await getT('list'), await getLocale()];
  const { state: shown } = params.filters;
  const tab = (state: (typeof visitStates)[number] | undefined) => path + ownVisitList.toSearch(params, { filters: { state } });
  return (
    <>
      <PageHead title={t('list.mine')} />
      <Tabs
        label={t('list.states')}
        tabs={[
          { href: tab(undefined), label: t('list.all'), count: counts.recorded + counts.confirmed + counts.disputed, current: shown === undefined },
          ...visitStates.map((state) => ({ href: tab(state), label: t(`states.${state}`), count: counts[state], current: shown === state })),
        ]}
      />
      {found.rows.length === 0 ? (
        <Card>
          <EmptyState
            title={t('list.empty')}
            action={
              <LinkButton href="/mentor/visits/new" variant="primary" size="touch">
                {t('home.record')}
              </LinkButton>
            }
          >
            {shown === undefined ? t('list.emptyMentor') : t('list.emptyFiltered')}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card body="rows">
            {found.rows.map((visit) => (
              <VisitLine key={visit.id} t={t} locale={locale} visit={visit} lead={visit.company} href={`${path}/${visit.id}`} />
            ))}
          </Card>
          <Pager {...pagerProps(list, path, ownVisitList, params, found)} />
        </>
      )}
    </>
  );
}
