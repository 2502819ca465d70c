import type { ReactNode } from 'react';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Translate } from '@/lib/kernel/i18n';
import type { VisitState } from '@/lib/mentoring/inputs';
import { stateTone } from '@/lib/mentoring/rules';
import type { VisitShape } from './visit-shape';

interface Words {
  /** The `mentoring` namespace. */
  t: Translate;
  locale: string;
}

export function VisitStatePill({ t, state }: { t: Translate; state: VisitState }) {
  return <StatePill tone={stateTone(state)}>{t(`states.${state}`)}</StatePill>;
}

export function placeOf(t: Translate, visit: Pick<VisitShape, 'placeKind' | 'place'>): string {
  const kind = t(`places.${visit.placeKind}`);
  return visit.place === '' ? kind : `${kind} · ${visit.place}`;
}

export function topicsOf(t: Translate, visit: Pick<VisitShape, 'topics'>): string {
  return visit.topics.map((topic) => t(`topics.${topic}`)).join(t('separator'));
}

/** Who answered and when, in a sentence; null while nobody has. */
export function answerOf({ t, locale }: Words, visit: VisitShape): string | null {
  if (visit.decidedAt === null || visit.state === 'recorded') return null;
  const when = formatMoment(visit.decidedAt, locale);
  if (visit.decidedBy === null) return t('visit.signedOnPaper', { when });
  return t(`visit.${visit.state}By`, { who: visit.decidedBy, when });
}

/** Everything a record says, below each other; the advice last, in full. */
export function VisitFacts({ t, locale, visit, columns }: Words & { visit: VisitShape; columns?: 1 | 2 }) {
  const answer = answerOf({ t, locale }, visit);
  return (
    <>
      <DefinitionList
        columns={columns}
        facts={[
          { label: t('fields.company'), value: visit.company },
          { label: t('fields.mentor'), value: visit.mentor },
          { label: t('fields.visitedAt'), value: <span className="num">{formatMoment(visit.visitedAt, locale)}</span> },
          { label: t('fields.minutes'), value: <span className="num">{t('minutes', { minutes: visit.minutes })}</span> },
          { label: t('fields.place'), value: placeOf(t, visit) },
          { label: t('fields.topics'), value: topicsOf(t, visit) },
          ...(answer === null ? [] : [{ label: t('fields.answer'), value: answer }]),
        ]}
      />
      <p className="mt-4 mb-1 text-sm text-ink-2">{t('fields.advice')}</p>
      <p className="whitespace-pre-line">{visit.advice}</p>
    </>
  );
}

/** What the company said is wrong: red while it waits for the mentor, a reminder once it is corrected. Or why it was withdrawn. */
export function RemarkNotice({ t, visit }: { t: Translate; visit: VisitShape }) {
  if (visit.state === 'withdrawn') {
    return (
      <Notice tone="info" title={t('withdraw.struck')}>
        {visit.withdrawnReason}
      </Notice>
    );
  }
  if (visit.remark === null || visit.state === 'confirmed') return null;
  if (visit.state === 'recorded') return <Notice tone="info">{t('visit.corrected', { remark: visit.remark })}</Notice>;
  return (
    <Notice tone="late" title={t('fields.remark')}>
      <p className="whitespace-pre-line">{visit.remark}</p>
    </Notice>
  );
}

/** One visit as a line of a card; `lead` is the name that matters to the reader: the company's, or the mentor's. */
export function VisitLine({ t, locale, visit, lead, href }: Words & { visit: VisitShape; lead: ReactNode; href: string }) {
  return (
    <a href={href} className="block px-(--pad) py-3 hover:bg-bg">
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="font-semibold">{visit.state === 'withdrawn' ? <s>{lead}</s> : lead}</span>
        <VisitStatePill t={t} state={visit.state} />
      </span>
      <span className="num block text-sm text-ink-2">
        {formatMoment(visit.visitedAt, locale)} · {t('minutes', { minutes: visit.minutes })} · {topicsOf(t, visit)}
      </span>
      <span className="mt-0.5 line-clamp-2 block text-sm">{visit.advice}</span>
    </a>
  );
}
