import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubjectFiles } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { PostButton } from '@/components/form/plain-form';
import { FileLayout } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { RequestContent } from '@/components/service-desk/content';
import { Corrections } from '@/components/service-desk/corrections';
import { happenings } from '@/components/service-desk/happenings';
import { NowCard } from '@/components/service-desk/now-card';
import { gradeWords, lineWords, stateWords } from '@/components/service-desk/words';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { StatePill } from '@/components/ui/pill';
import { Timeline } from '@/components/ui/timeline';
import { getCalendar } from '@/lib/centers/queries';
import { listFiles } from '@/lib/files/queries';
import { membershipOf } from '@/lib/kernel/actor';
import { formatDay, formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { env } from '@/lib/kernel/env';
import { found } from '@/lib/kernel/errors';
import { sentence } from '@/lib/kernel/i18n';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { actsOf } from '@/lib/service-desk/policy';
import { getRequest, messagesOf, ratingOf, returnsOf, timelineOf } from '@/lib/service-desk/queries/file';
import { listServing } from '@/lib/service-desk/queries/people';
import { clockOf } from '@/lib/service-desk/rules';
import { acceptAction, takeAction } from '../actions';
import { CompleteForm, ReturnForm, TransferForm } from './act-forms';
import { Talk } from './talk';

interface Props {
  params: Promise<{ request: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('title') };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { request: id } = await params;
  const { do: doing } = await searchParams;
  if (!isId(id)) notFound();
  const view = await read(businessAndAuditor, async (ctx) => {
    const request = found(await getRequest(ctx, id));
    const acts = actsOf(ctx.actor, request);
    return {
      request,
      acts,
      clock: clockOf(await getCalendar(ctx), request, dayOf(ctx.now)),
      files: await listFiles(ctx, { type: 'request', id }),
      returns: await returnsOf(ctx, id),
      messages: await messagesOf(ctx, id),
      rating: await ratingOf(ctx, id),
      events: await timelineOf(ctx, id),
      serving: doing === 'transfer' && acts.has('transfer') ? await listServing(ctx) : [],
      me: membershipOf(ctx.actor),
    };
  });
  const { request, acts, clock, rating } = view;
  const [t, shell, locale, session] = [await getT('service-desk'), await getT('shell'), await getLocale(), await getSession()];
  const english = locale === 'en';
  const path = `/desk/requests/${id}`;
  const state = stateWords(t, request.state);
  const { line, left } = lineWords(t, locale, clock, request, 'desk');
  const forCompany = lineWords(t, locale, clock, request, 'my');
  const wechat = t('file.wechat', {
    center: (english ? session?.centerNameEn : session?.centerName) ?? '',
    number: request.number,
    title: request.title,
    line: forCompany.left === null ? forCompany.line : `${forCompany.line} ${forCompany.left.text}`,
    url: new URL(`/my/requests/${id}`, env().APP_URL).toString(),
  });
  const moment = (at: Date | null) => <span className="num">{at === null ? t('file.missing') : formatMoment(at, locale)}</span>;
  const isMine = request.ownerId === view.me;
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.desk'), href: '/desk/requests' }, { label: request.number ?? '' }] }}
        title={request.title}
        state={<StatePill tone={state.tone}>{state.text}</StatePill>}
        meta={
          <MetaLine
            items={[
              request.number,
              nameIn(locale, request.item),
              <a key="company" className="link" href={`/desk/companies/${request.companyId}`}>
                {request.company}
              </a>,
              request.room,
            ]}
          />
        }
        actions={
          <>
            <CopyButton text={wechat} copied={t('file.copied')} failed={t('file.copyFailed')}>
              {t('file.copy')}
            </CopyButton>
            {acts.has('transfer') && <LinkButton href={`${path}?do=transfer#act`}>{t('act.transfer')}</LinkButton>}
            {acts.has('transfer') && !isMine && !acts.has('accept') && view.me !== null && (
              <PostButton action={takeAction} hidden={await hiddenFields()} values={{ request: id, owner: view.me }}>
                {t('act.take')}
              </PostButton>
            )}
            {acts.has('return') && <LinkButton href={`${path}?do=return#act`}>{t('act.return')}</LinkButton>}
            {acts.has('accept') && (
              <PostButton action={acceptAction} hidden={await hiddenFields()} values={{ request: id }} variant="primary">
                {t('act.accept')}
              </PostButton>
            )}
            {acts.has('complete') && (
              <LinkButton href={`${path}?do=complete#act`} variant="primary">
                {t('act.complete')}
              </LinkButton>
            )}
          </>
        }
      />
      <FileLayout
        sideLabel={t('file.aside')}
        side={
          <>
            <Card title={t('file.who')} body="rows">
              <CardRow label={t('file.owner')}>{request.owner ?? t('list.nobody')}</CardRow>
              <CardRow label={t('file.firstOwner')}>{request.firstOwner ?? t('file.missing')}</CardRow>
              <CardRow label={t('file.filedBy')}>{request.filedBy ?? t('file.missing')}</CardRow>
              <CardRow label={t('file.submittedAt')}>{moment(request.submittedAt)}</CardRow>
              <CardRow label={t('file.acceptedAt')}>{moment(request.acceptedAt)}</CardRow>
              <CardRow label={t('file.due')}>
                <span className="num">{request.dueOn === null ? t('file.missing') : formatDay(request.dueOn, locale)}</span>
              </CardRow>
            </Card>
            <Card title={t('file.timeline')} body="bare">
              <Timeline items={happenings(t, locale, view.events, (event) => sentence(locale, event))} empty={t('file.noTimeline')} />
            </Card>
          </>
        }
      >
        <NowCard
          line={line}
          left={left}
          hint={
            clock.kind === 'unknown'
              ? t('clock.unknownWhy', { day: clock.earliest })
              : t('file.promisedDays', { acceptance: request.acceptanceDays ?? 0, promised: request.promisedDays ?? 0 })
          }
        />
        {doing === 'return' && acts.has('return') && <ReturnForm t={t} request={id} back={path} again={view.returns.length > 0} />}
        {doing === 'complete' && acts.has('complete') && <CompleteForm t={t} request={id} back={path} />}
        {doing === 'transfer' && acts.has('transfer') && (
          <TransferForm
            t={t}
            request={id}
            back={path}
            people={view.serving.filter((person) => person.id !== request.ownerId).map((person) => ({ value: person.id, label: person.name, group: shell(`roles.${person.role}`) }))}
          />
        )}
        {request.result !== null && (
          <Card
            title={t('file.result')}
            aside={
              request.documentId !== null && (
                <a className="link" href={`/desk/documents/${request.documentId}`}>
                  {t('file.document', { number: request.document })}
                </a>
              )
            }
            foot={
              rating === null ? (
                t('file.notRated')
              ) : (
                <>
                  {t('file.rating')} <StatePill tone={gradeWords(t, rating.grade).tone}>{gradeWords(t, rating.grade).text}</StatePill>
                  {rating.comment !== '' && <span className="mt-1 block break-words whitespace-pre-wrap">{rating.comment}</span>}
                </>
              )
            }
          >
            <p className="break-words whitespace-pre-wrap">{request.result}</p>
          </Card>
        )}
        <Card title={t('file.what')}>
          <RequestContent
            t={t}
            english={english}
            request={request}
            more={request.withdrawReason === null ? [] : [{ label: t('act.withdrawReason'), value: request.withdrawReason }]}
          />
        </Card>
        {view.returns.length > 0 && (
          <Card title={t('file.corrections')} body="bare">
            <Corrections t={t} locale={locale} rounds={view.returns} />
          </Card>
        )}
        <Card title={t('file.files')} note={t('file.filesNote')} id="files">
          <SubjectFiles subject={{ type: 'request', id }} files={view.files} mayAdd={acts.has('attach')} mayRemove={false} path={`${path}#files`} />
        </Card>
        <Talk t={t} locale={locale} request={id} messages={view.messages} mayWrite={acts.has('message')} mayNote={acts.has('note')} />
      </FileLayout>
    </>
  );
}
