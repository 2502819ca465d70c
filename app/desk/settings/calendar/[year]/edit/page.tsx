import type { Metadata } from 'next';
import { house } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearForm } from '@/app/_server/year-form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { canCorrectYear, canEditCalendar } from '@/lib/centers/policy';
import { getCalendarYear } from '@/lib/centers/queries';
import { writeArrangement } from '@/lib/centers/rules';
import { allow, found } from '@/lib/kernel/errors';
import { enterYearAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.correct') };
}

export default async function CorrectYearPage({ params }: { params: Promise<{ year: string }> }) {
  const { year: written } = await params;
  const year = await read(house, async (ctx) => {
    const row = found(/^\d{4}$/.test(written) ? await getCalendarYear(ctx, Number(written)) : null);
    allow(canEditCalendar(ctx.actor));
    return { ...row, mayCorrect: canCorrectYear(ctx.actor, row, ctx.now) };
  });
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const back = `/desk/settings/calendar/${year.year}`;
  const title = t('calendar.correctTitle', { year: written });
  const days = writeArrangement(year.days, { off: t('calendar.off'), work: t('calendar.work') });
  return (
    <>
      <PageHead title={title} crumbs={{ label: shell('crumbs'), items: [{ label: t('calendar.yearTitle', { year: written }), href: back }, { label: t('calendar.correct') }] }} />
      {year.mayCorrect ? (
        <>
          <div className="mb-4">
            <Notice tone="due">{t('calendar.correctWarn')}</Notice>
          </div>
          <Card>
            <YearForm action={enterYearAction} year={written} fixed document={year.document} days={days} seen={year.seen} back={back} />
          </Card>
        </>
      ) : (
        <Notice tone="info">{t('calendar.inForce', { year: written })}</Notice>
      )}
    </>
  );
}
