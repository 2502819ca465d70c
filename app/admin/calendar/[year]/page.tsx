import type { Metadata } from 'next';
import { operator } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearForm } from '@/app/_server/year-form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { getCalendarYear } from '@/lib/centers/queries';
import { writeArrangement } from '@/lib/centers/rules';
import { found } from '@/lib/kernel/errors';
import { putYearRightAction } from '../actions';

interface Props {
  params: Promise<{ year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.yearTitle', { year: (await params).year }) };
}

/** One year of the shared calendar, as the operator puts it right. */
export default async function SharedYearPage({ params }: Props) {
  const { year: written } = await params;
  const year = await read(operator, async (ctx) => found(/^\d{4}$/.test(written) ? await getCalendarYear(ctx, Number(written)) : null));
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const back = '/admin/calendar';
  const title = t('calendar.yearTitle', { year: written });
  const days = writeArrangement(year.days, { off: t('calendar.off'), work: t('calendar.work') });
  return (
    <>
      <PageHead title={title} crumbs={{ label: shell('crumbs'), items: [{ label: t('calendar.title'), href: back }, { label: title }] }} />
      <div className="mb-4">
        <Notice tone="due">{t('calendar.correctWarn')}</Notice>
      </div>
      <Card>
        <YearForm action={putYearRightAction} year={written} fixed document={year.document} days={days} seen={year.seen} back={back} />
      </Card>
    </>
  );
}
