import { hiddenFields } from '@/app/_server/form';
import { nameIn } from '@/app/_server/i18n';
import { getSession } from '@/app/_server/session';
import { PostButton } from '@/components/form/plain-form';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { happenings } from '@/components/service-desk/happenings';
import { lineWords, stateWords } from '@/components/service-desk/words';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { MenuButton, MenuLink } from '@/components/ui/menu';
import { Pill, StatePill } from '@/components/ui/pill';
import { Timeline } from '@/components/ui/timeline';
import { formatDay, formatMoment } from '@/lib/kernel/date-text';
import { env } from '@/lib/kernel/env';
import { type Locale, sentence, type Translate } from '@/lib/kernel/i18n';
import { acceptAction, takeAction } from '../actions';
import type { RequestView } from './load';

interface Props {
  t: Translate;
  locale: Locale;
  view: RequestView;
}

/** The steps that stand behind "more": rarer than the next one. */
const rare = ['refuse', 'merge', 'supervise', 'lift', 'reopen'] as const;

export async function RequestHead({ t, locale, view, path }: Props & { path: string }) {
  const { request, acts, clock } = view;
  const session = await getSession();
  const english = locale === 'en';
  const state = stateWords(t, request.state, request.duplicateOf);
  const forCompany = lineWords(t, locale, clock, request, 'my');
  const wechat = t('file.wechat', {
    center: (english ? session?.centerNameEn : session?.centerName) ?? '',
    number: request.number,
    title: request.title,
    line: forCompany.left === null ? forCompany.line : `${forCompany.line} ${forCompany.left.text}`,
    url: new URL(`/my/requests/${request.id}`, env().APP_URL).toString(),
  });
  const isMine = request.ownerId === view.me;
  // The result waits for every lane that isn't the holder's own; until then the next step is in the lanes.
  const othersRun = view.lanes?.lanes.some((lane) => lane.party !== 'holder' && ['open', 'stopped', 'waiting'].includes(lane.state)) === true;
  const open = (step: string) => `${path}?do=${step}#act`;
  const more = [...rare.filter((act) => acts.has(act)), ...(view.mayLink ? ['link'] : [])];
  return (
    <PageHead
      file
      crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.desk'), href: '/desk/requests' }, { label: request.number ?? '' }] }}
      title={request.title}
      state={
        <>
          <StatePill tone={state.tone}>{state.text}</StatePill>
          {request.spot && <Pill>{t('file.spot')}</Pill>}
          {request.round > 1 && <Pill>{t('file.earlier', { round: request.round })}</Pill>}
          {request.supervisedUntil !== null && <Pill tone="late">{t('file.supervised', { day: formatDay(request.supervisedUntil, locale) })}</Pill>}
          {request.laneWaits && <Pill tone="due">{t('list.laneWaits')}</Pill>}
        </>
      }
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
          {more.length > 0 && (
            <MenuButton label={t('file.more')}>
              {more.map((act) => (
                <MenuLink key={act} href={open(act)}>
                  {t(`act.${act}`)}
                </MenuLink>
              ))}
            </MenuButton>
          )}
          {acts.has('transfer') && <LinkButton href={open('transfer')}>{t('act.transfer')}</LinkButton>}
          {acts.has('transfer') && !isMine && !acts.has('accept') && view.me !== null && (
            <PostButton action={takeAction} hidden={await hiddenFields()} values={{ request: request.id, owner: view.me }}>
              {t('act.take')}
            </PostButton>
          )}
          {acts.has('return') && <LinkButton href={open('return')}>{t('act.return')}</LinkButton>}
          {acts.has('accept') && (
            <PostButton action={acceptAction} hidden={await hiddenFields()} values={{ request: request.id }} variant="primary">
              {t('act.accept')}
            </PostButton>
          )}
          {acts.has('retype') && <LinkButton href={open('retype')}>{t('act.retypeTitle')}</LinkButton>}
          {acts.has('confirmFor') && (
            <LinkButton href={open('code')} variant="primary">
              {t('act.codeTitle')}
            </LinkButton>
          )}
          {acts.has('complete') && !othersRun && (
            <LinkButton href={open('complete')} variant="primary">
              {t('act.complete')}
            </LinkButton>
          )}
          {acts.has('deliver') && (
            <LinkButton href={open('deliver')} variant="primary">
              {t('act.deliver')}
            </LinkButton>
          )}
          {acts.has('repair') && (
            <LinkButton href={open('contact')} variant="primary">
              {view.repair?.contactedAt == null ? t('act.contactTitle') : t('act.repairDone')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}

/** Who has it, since when, until when; and what happened, in sentences. */
export function RequestSide({ t, locale, view }: Props) {
  const { request, supervision, urges } = view;
  const moment = (at: Date | null) => <span className="num">{at === null ? t('file.missing') : formatMoment(at, locale)}</span>;
  return (
    <>
      <Card title={t('file.who')} body="rows">
        <CardRow label={t('file.owner')}>{request.owner ?? t('list.nobody')}</CardRow>
        <CardRow label={t('file.firstOwner')}>{request.firstOwner ?? t('file.missing')}</CardRow>
        <CardRow label={t('file.filedBy')}>{request.filedBy ?? t('file.missing')}</CardRow>
        <CardRow label={t('file.channel')}>{t(`channels.${request.channel}`)}</CardRow>
        <CardRow label={t('file.submittedAt')}>{moment(request.submittedAt)}</CardRow>
        <CardRow label={t('file.acceptedAt')}>{moment(request.acceptedAt)}</CardRow>
        <CardRow label={t('file.due')}>
          <span className="num">{request.dueOn === null ? t('file.missing') : formatDay(request.dueOn, locale)}</span>
        </CardRow>
      </Card>
      {(supervision !== null || urges.length > 0) && (
        <Card title={t('board.supervision')} now="due">
          {supervision !== null && <p>{t('file.supervisedBy', { who: supervision.placedBy, reason: supervision.reason })}</p>}
          {urges[0] !== undefined && <p className="text-due">{t('file.urged', { count: urges.length, day: formatDay(urges[0], locale) })}</p>}
        </Card>
      )}
      <Card title={t('file.timeline')} body="bare">
        <Timeline items={happenings(t, locale, view.events, (event) => sentence(locale, event))} empty={t('file.noTimeline')} />
      </Card>
    </>
  );
}
