import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearForm } from '@/app/_server/year-form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { missingYearWarning } from '@/lib/centers/queries';
import { putYearRightAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.enterTitle') };
}

export default async function NewSharedYearPage() {
  const missing = await read(operator, missingYearWarning);
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const back = '/admin/calendar';
  return (
    <>
      <PageHead title={t('calendar.enterTitle')} crumbs={{ label: shell('crumbs'), items: [{ label: t('calendar.title'), href: back }, { label: t('calendar.enterTitle') }] }} />
      <Card>
        <YearForm action={putYearRightAction} year={String(missing ?? '')} fixed={false} document="" days="" seen="" back={back} />
      </Card>
    </>
  );
}
