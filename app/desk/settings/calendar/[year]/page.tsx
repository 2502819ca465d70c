import type { Metadata } from 'next';
import { desk } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { YearDays } from '@/components/centers/calendar-tables';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { canCorrectYear } from '@/lib/centers/policy';
import { getCalendarYear } from '@/lib/centers/queries';
import { found } from '@/lib/kernel/errors';

interface Props {
  params: Promise<{ year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getT('centers'))('calendar.yearTitle', { year: (await params).year }) };
}

/** Every day of one year that differs from the plain week. */
export default async function YearPage({ params }: Props) {
  const { year: written } = await params;
  const { year, mayEdit } = await read(desk, async (ctx) => {
    const row = found(/^\d{4}$/.test(written) ? await getCalendarYear(ctx, Number(written)) : null);
    return { year: row, mayEdit: canCorrectYear(ctx.actor, row, ctx.now) };
  });
  const [t, shell, locale] = [await getT('centers'), await getT('shell'), await getLocale()];
  const title = t('calendar.yearTitle', { year: written });
  return (
    <>
      <PageHead
        title={title}
        meta={year.document}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('calendar.title'), href: '/desk/settings/calendar' }, { label: title }] }}
        actions={mayEdit && <LinkButton href={`/desk/settings/calendar/${written}/edit`}>{t('calendar.correct')}</LinkButton>}
      />
      <YearDays t={t} locale={locale} caption={title} days={year.days} />
    </>
  );
}
