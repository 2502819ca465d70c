import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubjectFiles } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { Materials } from '@/app/_server/materials';
import { markMessagesRead } from '@/app/_server/read-mark';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { FileLayout } from '@/components/page/file-layout';
import { Compare } from '@/components/service-desk/compare';
import { RequestContent } from '@/components/service-desk/content';
import { Corrections } from '@/components/service-desk/corrections';
import { NowCard } from '@/components/service-desk/now-card';
import { Refused } from '@/components/service-desk/refused';
import { Related } from '@/components/service-desk/related';
import { RepairCard } from '@/components/service-desk/repair';
import { EarlierRounds } from '@/components/service-desk/rounds';
import { lineWords, outcomeSaid } from '@/components/service-desk/words';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { listAnswerTemplates } from '@/lib/centers/queries';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { unlinkAction } from '../actions';
import { OpenForm } from './act-forms';
import { LaneCard } from './lane-card';
import { LaneForm } from './lane-forms';
import { loadRequest } from './load';
import { RequestHead, RequestSide } from './frame';
import { ConfirmationCard, ResultCard } from './parts';
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
  const { do: asked, lane: laneAsked, round: roundAsked, answer } = await searchParams;
  if (!isId(id)) notFound();
  const doing = typeof asked === 'string' ? asked : null;
  const { view, answers } = await read(businessAndAuditor, async (ctx) => {
    const [view, answers] = await Promise.all([loadRequest(ctx, id, doing), listAnswerTemplates(ctx)]);
    return { view, answers };
  });
  await markMessagesRead(id, view.messages);
  const { request, acts, clock } = view;
  const [t, shell, locale] = [await getT('service-desk'), await getT('shell'), await getLocale()];
  const english = locale === 'en';
  const path = `/desk/requests/${id}`;
  const { line, left } = lineWords(t, locale, clock, request, 'desk');
  const people = view.serving.map((person) => ({ value: person.id, label: person.name, group: shell(`roles.${person.role}`) }));
  const lane = view.lanes?.lanes.find((one) => one.id === laneAsked && one.mine);
  const repairing = view.mayRepairEarlier ? view.earlierRepairs.find(({ round, repairedAt }) => String(round) === roundAsked && repairedAt === null) : undefined;
  const earlierRepair = (repair: (typeof view.earlierRepairs)[number]) => (
    <RepairCard
      key={repair.id}
      t={t}
      locale={locale}
      repair={repair}
      portal="desk"
      earlier
      act={
        view.mayRepairEarlier &&
        repair.repairedAt === null && (
          <LinkButton href={`${path}?do=contact&round=${repair.round}#act`} size="sm">
            {t(repair.contactedAt === null ? 'act.contact' : 'act.repairDone')}
          </LinkButton>
        )
      }
    />
  );
  const common = { t, request: id, back: path };
  const hidden = await hiddenFields();
  return (
    <>
      <RequestHead t={t} locale={locale} view={view} path={path} />
      <FileLayout sideLabel={t('file.aside')} side={<RequestSide t={t} locale={locale} view={view} />}>
        <NowCard
          line={line}
          left={left}
          hint={
            clock.kind === 'unknown'
              ? t('clock.unknownWhy', { day: clock.earliest })
              : t('file.promisedDays', { acceptance: request.acceptanceDays ?? request.item.acceptanceDays, promised: request.promisedDays ?? request.item.promisedDays })
          }
        />
        <OpenForm
          {...common}
          doing={doing}
          typed={request}
          english={english}
          may={view.mayLink ? new Set([...acts, 'link']) : acts}
          answers={answers}
          inserted={typeof answer === 'string' ? answer : null}
          again={view.returns.some(({ laneId }) => laneId === null)}
          first={request.item.resultText}
          outcome={(one) => outcomeSaid(t, english, request.item.outcomeWords, one).text}
          effects={view.effects}
          checklist={(view.lanes?.lanes ?? []).filter(({ party, state }) => party === 'holder' && state !== 'agreed' && state !== 'disagreed' && state !== 'cancelled').flatMap(({ checklist }) => checklist.map(({ text, textEn }) => ({ value: text, label: english ? textEn : text })))}
          today={view.today}
          people={people.filter(({ value }) => value !== request.ownerId)}
          contacted={view.repair !== null && view.repair.contactedAt !== null}
          repairing={repairing === undefined ? null : { round: repairing.round, contacted: repairing.contactedAt !== null }}
        />
        {lane !== undefined && <LaneForm {...common} answers={answers} inserted={typeof answer === 'string' ? answer : null} doing={doing} lane={lane} english={english} people={lane.mayHave.map(({ membershipId, name, role }) => ({ value: membershipId, label: name, group: shell(`roles.${role}`) }))} again={view.returns.some(({ laneId }) => laneId === lane.id)} />}
        {view.confirmation !== null && <ConfirmationCard t={t} locale={locale} view={view} />}
        {view.lanes !== null && <LaneCard t={t} roles={shell} locale={locale} view={view} path={path} />}
        {request.refuseReason !== null && (
          <Refused t={t} request={request} portal="desk" />
        )}
        {request.result !== null && <ResultCard t={t} locale={locale} view={view} />}
        {view.repair !== null && <RepairCard t={t} locale={locale} repair={view.repair} portal="desk" />}
        {view.earlierRepairs.filter(({ repairedAt }) => repairedAt === null).map(earlierRepair)}
        <Card title={t('file.what')}>
          <RequestContent
            t={t}
            english={english}
            request={request}
            more={request.withdrawReason === null ? [] : [{ label: t('act.withdrawReason'), value: request.withdrawReason }]}
          />
          {view.confirmation !== null && <Compare t={t} english={english} fields={request.item.fields} typed={view.confirmation.typed} now={request} />}
        </Card>
        <Materials t={t} english={english} item={request.item} handed={view.materials} samples={view.samples} mayAdd={acts.has('attach')} mayRemove={false} path={path} />
        {view.returns.length > 0 && (
          <Card title={t('file.corrections')} body="bare">
            <Corrections t={t} locale={locale} rounds={view.returns} />
          </Card>
        )}
        <Card title={t('file.files')} note={t('file.filesNote')} id="files">
          <SubjectFiles subject={{ type: 'request', id }} files={view.files} mayAdd={acts.has('attach')} mayRemove={false} path={`${path}#files`} />
        </Card>
        {view.earlierRepairs.filter(({ repairedAt }) => repairedAt !== null).map(earlierRepair)}
        <EarlierRounds t={t} locale={locale} rounds={view.rounds} portal="desk" />
        <Related
          t={t}
          locale={locale}
          portal="desk"
          companyId={request.companyId}
          links={view.links}
          merged={view.merged}
          {...(view.mayLink
            ? {
                act: (link) => (
                  <PostButton action={unlinkAction} hidden={hidden} values={{ link: link.id }} variant="quiet" size="sm">
                    {t('act.unlink')}
                    <span className="sr-only"> {link.number}</span>
                  </PostButton>
                ),
              }
            : {})}
        />
        <Talk t={t} locale={locale} request={id} messages={view.messages} files={view.files} mayWrite={acts.has('message')} mayAttach={acts.has('attach')} mayNote={acts.has('note')} colleagues={view.colleagues} answers={answers} inserted={typeof answer === 'string' ? answer : null} />
      </FileLayout>
    </>
  );
}
