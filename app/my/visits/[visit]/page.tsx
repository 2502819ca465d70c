import type { Metadata } from 'next';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { RemarkNotice, VisitFacts, VisitStatePill } from '@/components/mentoring/visit-parts';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Timeline } from '@/components/ui/timeline';
import { listDocumentsOf } from '@/lib/documents/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { found } from '@/lib/kernel/errors';
import { sentence } from '@/lib/kernel/i18n';
import { canAnswerNow } from '@/lib/mentoring/policy';
import { getVisit, timelineOf } from '@/lib/mentoring/queries/visits';
import { ConfirmForm, DisputeForm } from '../answer-forms';

interface Props {
  params: Promise<{ visit: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('list.title') };
}

export default async function MyVisitPage({ params }: Props) {
  const { visit: id } = await params;
  const { visit, papers, events, mayAnswer } = await read(company, async (ctx) => {
    const visit = found(await getVisit(ctx, id));
    return {
      visit,
      papers: await listDocumentsOf(ctx, { type: 'visit', id: visit.id }),
      events: await timelineOf(ctx, visit.id),
      mayAnswer: canAnswerNow(ctx.actor, visit),
    };
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('visit.crumbs'), items: [{ label: t('my.title'), href: '/my/visits' }, { label: visit.number }] }}
        title={`${visit.mentor} · ${formatMoment(visit.visitedAt, locale).slice(0, 10)}`}
        state={<VisitStatePill t={t} state={visit.state} />}
        actions={papers.map((paper) => (
          <LinkButton key={paper.id} href={`/my/documents/${paper.id}`} variant="primary">
            <Icon name="print" size={16} />
            {t('visit.print')}
          </LinkButton>
        ))}
      />
      <div className="grid gap-4">
        <RemarkNotice t={t} visit={visit} />
        {visit.state === 'disputed' && <p className="text-ink-2">{t('visit.disputedMy')}</p>}
        <Card title={t('visit.what')}>
          <VisitFacts t={t} locale={locale} visit={visit} />
        </Card>
        {mayAnswer && (
          <>
            <Card title={t('answer.title')} note={t('visit.waitingMy')} now="due">
              <ConfirmForm visit={visit} />
            </Card>
            <Card id="dispute" title={t('answer.dispute')}>
              <DisputeForm visit={visit} />
            </Card>
          </>
        )}
        <Card title={t('visit.timeline')} body="bare">
          <Timeline
            items={events.map((event) => ({ id: event.id, when: formatMoment(event.at, locale), at: event.at.toISOString(), text: sentence(locale, event) }))}
            empty={t('visit.timelineEmpty')}
          />
        </Card>
      </div>
    </>
  );
}
