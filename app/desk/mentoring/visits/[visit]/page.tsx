import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { answerOf, placeOf, RemarkNotice, topicsOf, VisitStatePill } from '@/components/mentoring/visit-parts';
import { WithdrawCard } from '@/components/mentoring/withdraw-form';
import { FileLayout } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/facts';
import { Icon } from '@/components/ui/icon';
import { Timeline } from '@/components/ui/timeline';
import { listDocumentsOf } from '@/lib/documents/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { origin } from '@/lib/kernel/env';
import { found } from '@/lib/kernel/errors';
import { sentence } from '@/lib/kernel/i18n';
import { canWithdrawNow } from '@/lib/mentoring/policy';
import { getVisit, timelineOf } from '@/lib/mentoring/queries/visits';
import { withdrawVisitAction } from '../actions';

interface Props {
  params: Promise<{ visit: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('list.title') };
}

export default async function VisitPage({ params }: Props) {
  const { visit: id } = await params;
  const { visit, papers, events, mayWithdraw } = await read(businessAndAuditor, async (ctx) => {
    const visit = found(await getVisit(ctx, id));
    const papers = await listDocumentsOf(ctx, { type: 'visit', id: visit.id });
    return { visit, papers, events: await timelineOf(ctx, visit.id), mayWithdraw: canWithdrawNow(ctx.actor, visit) };
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const link = new URL(`/my/visits/${visit.id}`, origin()).href;
  const answer = answerOf({ t, locale }, visit);
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('visit.crumbs'), items: [{ label: t('desk.title'), href: '/desk/mentoring' }, { label: visit.number }] }}
        title={t('visit.title', { number: visit.number })}
        state={<VisitStatePill t={t} state={visit.state} />}
        meta={<MetaLine items={[visit.company, visit.mentor, formatMoment(visit.visitedAt, locale)]} />}
        actions={
          <>
            {visit.state === 'recorded' && (
              <CopyButton
                text={t('visit.copyText', { mentor: visit.mentor, company: visit.company, number: visit.number, day: dayOf(visit.visitedAt), link })}
                copied={t('visit.copied')}
                failed={t('visit.copyFailed')}
              >
                {t('visit.copy')}
              </CopyButton>
            )}
            {papers.map((paper) => (
              <LinkButton key={paper.id} href={`/desk/documents/${paper.id}`} variant="primary">
                <Icon name="print" size={14} />
                {t('visit.print')}
              </LinkButton>
            ))}
          </>
        }
      />
      <FileLayout
        sideLabel={t('visit.side')}
        side={
          <Card title={t('visit.timeline')} body="bare">
            <Timeline
              items={events.map((event) => ({ id: event.id, when: formatMoment(event.at, locale), at: event.at.toISOString(), text: sentence(locale, event) }))}
              empty={t('visit.timelineEmpty')}
            />
          </Card>
        }
      >
        <RemarkNotice t={t} visit={visit} />
        <Card title={t('visit.what')}>
          <DefinitionList
            columns={2}
            facts={[
              {
                label: t('fields.company'),
                value: (
                  <a className="link" href={`/desk/companies/${visit.companyId}`}>
                    {visit.company}
                  </a>
                ),
              },
              {
                label: t('fields.mentor'),
                value: (
                  <a className="link" href={`/desk/mentoring/mentors/${visit.membershipId}`}>
                    {visit.mentor}
                  </a>
                ),
              },
              { label: t('fields.visitedAt'), value: <span className="num">{formatMoment(visit.visitedAt, locale)}</span> },
              { label: t('fields.minutes'), value: <span className="num">{t('minutes', { minutes: visit.minutes })}</span> },
              { label: t('fields.place'), value: placeOf(t, visit) },
              { label: t('fields.topics'), value: topicsOf(t, visit) },
              { label: t('fields.recorded'), value: <span className="num">{formatMoment(visit.createdAt, locale)}</span> },
              { label: t('fields.answer'), value: answer ?? t('desk.none') },
            ]}
          />
        </Card>
        <Card title={t('fields.advice')}>
          <p className="max-w-[72ch] whitespace-pre-line">{visit.advice}</p>
        </Card>
        <Card title={t('visit.papers')} body="rows">
          {papers.length === 0 && <p className="px-(--pad) py-3 text-ink-2">{t('visit.papersNone')}</p>}
          {papers.map((paper) => (
            <div key={paper.id} className="row">
              <a className="link num" href={`/desk/documents/${paper.id}`}>
                {paper.number}
              </a>
              <span className="num text-ink-2">{t('visit.paperDay', { day: paper.issuedOn })}</span>
            </div>
          ))}
        </Card>
        {mayWithdraw && <WithdrawCard t={t} action={withdrawVisitAction} hidden={await hiddenFields(visit.version)} visit={visit} />}
      </FileLayout>
    </>
  );
}
