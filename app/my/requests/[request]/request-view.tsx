import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { Materials } from '@/app/_server/materials';
import { getSession } from '@/app/_server/session';
import { PostButton } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { RequestContent } from '@/components/service-desk/content';
import { Corrections } from '@/components/service-desk/corrections';
import { happenings } from '@/components/service-desk/happenings';
import { Lanes } from '@/components/service-desk/lanes';
import { NowCard } from '@/components/service-desk/now-card';
import { Ratings } from '@/components/service-desk/ratings';
import { Refused } from '@/components/service-desk/refused';
import { Related } from '@/components/service-desk/related';
import { RepairCard } from '@/components/service-desk/repair';
import { EarlierRounds } from '@/components/service-desk/rounds';
import { clockWords, lineWords, outcomeSaid, stateWords } from '@/components/service-desk/words';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Pill, StatePill } from '@/components/ui/pill';
import { Timeline } from '@/components/ui/timeline';
import { formatMoment } from '@/lib/kernel/date-text';
import { env } from '@/lib/kernel/env';
import { sentence } from '@/lib/kernel/i18n';
import { awaitsNextRound } from '@/lib/service-desk/rules';
import { urgeAction } from '../actions';
import { AnswerLanesForm, ReopenForm } from './answer-forms';
import { CorrectForm } from './correct-form';
import { FilesCard } from './files-card';
import { MessagesCard } from './messages-card';
import { RateForm } from './rate-form';
import type { View } from './view';
import { WithdrawForm } from './withdraw-form';

/** A request that has left the company's desk: one line, what to do, then everything about it. */
export async function RequestView(view: View & { doing: string | null }) {
  const { request, clock, acts, files, returns, messages, ratings, events, doing } = view;
  const [t, shell, locale, session] = [await getT('service-desk'), await getT('shell'), await getLocale(), await getSession()];
  const name = nameIn(locale, request.item);
  const { line, left } = lineWords(t, locale, clock, request, 'my');
  const state = stateWords(t, request.state, request.duplicateOf);
  const path = `/my/requests/${request.id}`;
  const short = clockWords(t, clock, request);
  const outcome = request.outcome === null ? null : outcomeSaid(t, locale === 'en', request.item.outcomeWords, request.outcome);
  const wechat = t('file.wechat', {
    center: (locale === 'en' ? session?.centerNameEn : session?.centerName) ?? '',
    number: request.number,
    title: request.title,
    line: left === null ? line : `${line} ${left.text}`,
    url: new URL(path, env().APP_URL).toString(),
  });
  const open = returns.find((round) => round.resubmittedAt === null && round.laneId === null);
  const asked = returns.filter((round) => round.resubmittedAt === null && round.laneId !== null);
  const urgedToday = view.urges[0] === view.today;
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: request.number ?? '' }] }}
        title={request.title}
        state={<StatePill tone={state.tone}>{state.text}</StatePill>}
        meta={name}
      />
      <NowCard line={line} left={left} {...(clock.kind === 'unknown' ? { hint: t('clock.unknownWhy', { day: clock.earliest }) } : {})}>
        {acts.has('resubmit') && (
          <LinkButton href="#correct" variant="primary" size="lg">
            {t('home.fix')}
          </LinkButton>
        )}
        {acts.has('answerLane') && (
          <LinkButton href="#answer" variant="primary" size="lg">
            {t('act.answerLane')}
          </LinkButton>
        )}
        {acts.has('rateAgain') && (
          <LinkButton href="#rate" variant="primary" size="lg">
            {t('act.rateAgain')}
          </LinkButton>
        )}
        {acts.has('rate') && (
          <LinkButton href="#rate" variant="primary" size="lg">
            {t('act.rate')}
          </LinkButton>
        )}
        {request.documentId !== null && (
          <LinkButton href={`/my/documents/${request.documentId}`} size="lg">
            {t('file.document', { number: request.document })}
          </LinkButton>
        )}
        {acts.has('message') && (
          <LinkButton href="#message" size="lg">
            {request.owner === null ? t('act.message') : t('act.messageTo', { who: request.owner })}
          </LinkButton>
        )}
        <CopyButton text={wechat} copied={t('file.copied')} failed={t('file.copyFailed')} size="lg">
          {t('file.copy')}
        </CopyButton>
        {acts.has('urge') &&
          (urgedToday ? (
            <Pill>{t('act.urged')}</Pill>
          ) : (
            <PostButton action={urgeAction} hidden={await hiddenFields()} values={{ request: request.id }} size="lg">
              {t('act.urge')}
            </PostButton>
          ))}
        {acts.has('reopen') && (
          <LinkButton href={`${path}?do=reopen#reopen`} variant="quiet" size="lg">
            {t('act.reopen')}
          </LinkButton>
        )}
        {acts.has('withdraw') && (
          <LinkButton href={`${path}?do=withdraw#withdraw`} variant="quiet" size="lg">
            {t('act.withdraw')}
          </LinkButton>
        )}
      </NowCard>
      {doing === 'withdraw' && acts.has('withdraw') && <WithdrawForm t={t} request={request.id} back={path} />}
      {open !== undefined && acts.has('resubmit') && <CorrectForm t={t} english={locale === 'en'} request={request} round={open} />}
      {doing === 'reopen' && acts.has('reopen') && <ReopenForm t={t} request={request.id} back={path} />}
      {acts.has('answerLane') && <AnswerLanesForm t={t} request={request.id} asked={asked} />}
      {acts.has('rate') && <RateForm t={t} request={request.id} />}
      {acts.has('rateAgain') && <RateForm t={t} request={request.id} again />}
      {request.refuseReason !== null && (
        <Refused t={t} request={request} portal="my" />
      )}
      {request.result !== null && request.state !== 'decided' && (
        <Card title={t('file.result')} className="mt-4" aside={<StatePill tone={short.tone}>{short.text}</StatePill>}>
          {outcome !== null && <StatePill tone={outcome.tone}>{outcome.text}</StatePill>}
          <p className="mt-1 break-words whitespace-pre-wrap">{request.result}</p>
          {request.effect !== null && (
            <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1">
              <span>
                {t('file.effect')} <b className="font-semibold">{t(`effects.${request.effect}`)}</b>
              </span>
              {request.effectDocumentId !== null && (
                <a className="link" href={`/my/documents/${request.effectDocumentId}`}>
                  {t('file.effectPaper', { number: request.effectDocument })}
                </a>
              )}
            </p>
          )}
          <Ratings t={t} ratings={ratings} />
        </Card>
      )}
      {view.repair !== null && <RepairCard t={t} locale={locale} repair={view.repair} portal="my" />}
      {view.lanes !== null && request.state !== 'withdrawn' && (
        <div className="mt-4">
          <Lanes t={t} roles={shell} locale={locale} round={view.lanes} before={awaitsNextRound(request)} />
        </div>
      )}
      <MessagesCard request={request.id} messages={messages} files={files} mayWrite={acts.has('message')} mayAttach={acts.has('attach')} />
      {!acts.has('edit') && (
        <Card title={t('file.what')} className="mt-4">
          <RequestContent
            t={t}
            english={locale === 'en'}
            request={request}
            more={[
              { label: t('file.filedBy'), value: request.filedBy ?? t('file.missing') },
              { label: t('file.submittedAt'), value: <span className="num">{request.submittedAt === null ? t('file.missing') : formatMoment(request.submittedAt, locale)}</span> },
              ...(view.confirmation === null ? [] : [{ label: t('file.confirmation'), value: t('file.confirmed', { method: view.confirmation.method ?? (view.request.state === 'confirming' ? 'none' : 'never') }) }]),
              ...(request.withdrawReason === null ? [] : [{ label: t('act.withdrawReason'), value: request.withdrawReason }]),
            ]}
          />
        </Card>
      )}
      <Materials t={t} english={locale === 'en'} item={request.item} handed={view.materials} samples={view.samples} mayAdd={acts.has('attach')} mayRemove={false} path={path} />
      <FilesCard request={request.id} files={files} note={t('file.filesNote')} mayAdd={acts.has('attach')} mayRemove={false} saveFirst={acts.has('edit')} />
      {view.earlierRepairs.map((repair) => (
        <RepairCard key={repair.id} t={t} locale={locale} repair={repair} portal="my" earlier />
      ))}
      <EarlierRounds t={t} locale={locale} rounds={view.rounds} portal="my" />
      <Related t={t} locale={locale} portal="my" companyId={request.companyId} links={view.links} merged={view.merged} />
      {returns.some((round) => round !== open) && (
        <Card title={t('file.corrections')} body="bare" className="mt-4">
          <Corrections t={t} locale={locale} rounds={returns.filter((round) => round !== open)} />
        </Card>
      )}
      <Card title={t('file.timeline')} body="bare" className="mt-4">
        <Timeline items={happenings(t, locale, events, (event) => sentence(locale, event))} empty={t('file.noTimeline')} />
      </Card>
    </>
  );
}
