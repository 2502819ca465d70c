import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { getSession } from '@/app/_server/session';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { RequestContent } from '@/components/service-desk/content';
import { Corrections } from '@/components/service-desk/corrections';
import { happenings } from '@/components/service-desk/happenings';
import { Messages } from '@/components/service-desk/messages';
import { NowCard } from '@/components/service-desk/now-card';
import { clockWords, gradeWords, lineWords, stateWords } from '@/components/service-desk/words';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { StatePill } from '@/components/ui/pill';
import { Timeline } from '@/components/ui/timeline';
import { formatMoment } from '@/lib/kernel/date-text';
import { env } from '@/lib/kernel/env';
import { sentence } from '@/lib/kernel/i18n';
import { myMessageAction } from '../actions';
import { CorrectForm } from './correct-form';
import { FilesCard } from './files-card';
import { RateForm } from './rate-form';
import type { View } from './view';
import { WithdrawForm } from './withdraw-form';

/** A request that has left the company's desk: one line, what to do, then everything about it. */
export async function RequestView({ request, clock, acts, files, returns, messages, rating, events, doing }: View & { doing: string | null }) {
  const [t, locale, session] = [await getT('service-desk'), await getLocale(), await getSession()];
  const name = nameIn(locale, request.item);
  const { line, left } = lineWords(t, locale, clock, request, 'my');
  const state = stateWords(t, request.state);
  const path = `/my/requests/${request.id}`;
  const short = clockWords(t, clock, request);
  const wechat = t('file.wechat', {
    center: (locale === 'en' ? session?.centerNameEn : session?.centerName) ?? '',
    number: request.number,
    title: request.title,
    line: left === null ? line : `${line} ${left.text}`,
    url: new URL(path, env().APP_URL).toString(),
  });
  const open = returns.find((round) => round.resubmittedAt === null);
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
        {acts.has('withdraw') && (
          <LinkButton href={`${path}?do=withdraw#withdraw`} variant="quiet" size="lg">
            {t('act.withdraw')}
          </LinkButton>
        )}
      </NowCard>
      {doing === 'withdraw' && acts.has('withdraw') && <WithdrawForm t={t} request={request.id} back={path} />}
      {open !== undefined && acts.has('resubmit') && <CorrectForm t={t} english={locale === 'en'} request={request} round={open} />}
      {acts.has('rate') && <RateForm t={t} request={request.id} />}
      {request.result !== null && (
        <Card title={t('file.result')} className="mt-4" aside={<StatePill tone={short.tone}>{short.text}</StatePill>}>
          <p className="break-words whitespace-pre-wrap">{request.result}</p>
          {rating !== null && (
            <p className="mt-3 text-ink-2">
              {t('file.rating')} <b className="text-ink">{gradeWords(t, rating.grade).text}</b>
              {rating.comment !== '' && <span className="block break-words whitespace-pre-wrap">{rating.comment}</span>}
            </p>
          )}
        </Card>
      )}
      <Card title={t('file.messages')} body="bare" id="message" className="mt-4">
        <Messages t={t} locale={locale} messages={messages} />
        {acts.has('message') && (
          <div className="border-t border-line p-(--pad)">
            <Form
              action={myMessageAction}
              hidden={await hiddenFields()}
              resetOnDone
              wide
              labels={{ submit: t('act.sendMessage'), pending: t('act.sending'), errorTitle: t('act.errorTitle') }}
              footer={
                <div className="form-foot">
                  <SubmitButton />
                </div>
              }
            >
              <TextareaField name="body" label={t('act.messageBody')} required maxLength={3000} rows={3} />
              <input type="hidden" name="request" value={request.id} />
            </Form>
          </div>
        )}
      </Card>
      {!acts.has('edit') && (
        <Card title={t('file.what')} className="mt-4">
          <RequestContent
            t={t}
            english={locale === 'en'}
            request={request}
            more={[
              { label: t('file.filedBy'), value: request.filedBy ?? t('file.missing') },
              { label: t('file.submittedAt'), value: <span className="num">{request.submittedAt === null ? t('file.missing') : formatMoment(request.submittedAt, locale)}</span> },
              ...(request.withdrawReason === null ? [] : [{ label: t('act.withdrawReason'), value: request.withdrawReason }]),
            ]}
          />
        </Card>
      )}
      <FilesCard request={request.id} files={files} note={t('file.filesNote')} mayAdd={acts.has('attach')} mayRemove={false} saveFirst={acts.has('edit')} />
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
