import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { mentor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { ForgetDraft } from '@/components/mentoring/kept-drafts';
import { RemarkNotice, VisitFacts, VisitStatePill } from '@/components/mentoring/visit-parts';
import { WithdrawCard } from '@/components/mentoring/withdraw-form';
import { BottomBar } from '@/components/page/mentor-frame';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { Timeline } from '@/components/ui/timeline';
import { membershipOf } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { origin } from '@/lib/kernel/env';
import { found } from '@/lib/kernel/errors';
import { sentence } from '@/lib/kernel/i18n';
import { canCorrectVisit, canWithdrawNow } from '@/lib/mentoring/policy';
import { getVisit, timelineOf } from '@/lib/mentoring/queries/visits';
import { withdrawVisitAction } from '../actions';

interface Props {
  params: Promise<{ visit: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('list.title') };
}

export default async function MentorVisitPage({ params }: Props) {
  const { visit: id } = await params;
  const { visit, events, mayCorrect, mayWithdraw, membership } = await read(mentor, async (ctx) => {
    const visit = found(await getVisit(ctx, id));
    const can = { mayCorrect: canCorrectVisit(ctx.actor, visit), mayWithdraw: canWithdrawNow(ctx.actor, visit) };
    return { visit, events: await timelineOf(ctx, visit.id), ...can, membership: membershipOf(ctx.actor) };
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const link = new URL(`/my/visits/${visit.id}`, origin()).href;
  const own = visit.membershipId === membership;
  return (
    <>
      {membership !== null && <ForgetDraft membership={membership} visit={visit.id} version={visit.version} />}
      <PageHead title={visit.company} state={<VisitStatePill t={t} state={visit.state} />} meta={visit.number} />
      <div className="grid gap-3">
        <RemarkNotice t={t} visit={visit} />
        {own && visit.state === 'recorded' && (
          <Notice
            tone="info"
            actions={
              <CopyButton
                text={t('visit.copyText', { mentor: visit.mentor, company: visit.company, number: visit.number, day: dayOf(visit.visitedAt), link })}
                copied={t('visit.copied')}
                failed={t('visit.copyFailed')}
              >
                {t('visit.copy')}
              </CopyButton>
            }
          >
            {t('visit.waitingMentor')}
          </Notice>
        )}
        {own && visit.state === 'disputed' && <p className="text-sm text-ink-2">{t('visit.disputedMentor')}</p>}
        <Card>
          <VisitFacts t={t} locale={locale} visit={visit} />
        </Card>
        <Card title={t('visit.timeline')} body="bare">
          <Timeline
            items={events.map((event) => ({ id: event.id, when: formatMoment(event.at, locale), at: event.at.toISOString(), text: sentence(locale, event) }))}
            empty={t('visit.timelineEmpty')}
          />
        </Card>
        {mayWithdraw && <WithdrawCard t={t} action={withdrawVisitAction} hidden={await hiddenFields(visit.version)} visit={visit} />}
      </div>
      {mayCorrect && (
        <BottomBar>
          <LinkButton href={`/mentor/visits/${visit.id}/correct`} variant={visit.state === 'disputed' ? 'primary' : 'default'} size="touch">
            {t('correct.action')}
          </LinkButton>
          {visit.state === 'recorded' && (
            <LinkButton href="/mentor" variant="primary" size="touch">
              {t('home.title')}
            </LinkButton>
          )}
        </BottomBar>
      )}
    </>
  );
}
