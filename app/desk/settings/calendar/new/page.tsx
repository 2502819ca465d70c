import type { Metadata } from 'next';
import { house } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearForm } from '@/app/_server/year-form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { canEditCalendar } from '@/lib/centers/policy';
import { missingYearWarning } from '@/lib/centers/queries';
import { allow } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { enterYearAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.enterTitle') };
}

export default async function NewYearPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const missing = await read(house, async (ctx) => {
    allow(canEditCalendar(ctx.actor));
    return missingYearWarning(ctx);
  });
  const { year } = await searchParams;
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const asked = typeof year === 'string' && /^\d{4}$/.test(year) ? year : '';
  const back = '/desk/settings/calendar';
  return (
    <>
      <PageHead title={t('calendar.enterTitle')} crumbs={{ label: shell('crumbs'), items: [{ label: t('calendar.title'), href: back }, { label: t('calendar.enterTitle') }] }} />
      <Card>
        <YearForm action={enterYearAction} year={asked === '' ? String(missing ?? '') : asked} fixed={false} document="" days="" seen="" back={back} />
      </Card>
    </>
  );
}
