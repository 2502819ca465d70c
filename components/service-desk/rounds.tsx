import { Card } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import { gradeWords } from './words';

interface Round {
  round: number;
  /** Its own times, where it was decided. */
  decidedAt: Date | null;
  dueOn: string | null;
  usedDays: number | null;
  result: string | null;
  refuseReason: string | null;
  documentId: string | null;
  document: string | null;
  grade: number | null;
  reason: string;
  reopenedAt: Date;
}

/** What earlier rounds ended with; their papers stay readable. */
export function EarlierRounds({ t, locale, rounds, portal }: { t: Translate; locale: Locale; rounds: readonly Round[]; portal: 'desk' | 'my' }) {
  if (rounds.length === 0) return null;
  return (
    <Card title={t('file.earlierTitle')} body="bare" {...(portal === 'my' ? { className: 'mt-4' } : {})}>
      {rounds.map((round) => (
        <div key={round.round} className="border-t border-line px-(--pad) py-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <b>{t('file.earlier', { round: round.round })}</b>
            {round.grade !== null && <StatePill tone={gradeWords(t, round.grade).tone}>{gradeWords(t, round.grade).text}</StatePill>}
          </div>
          {round.decidedAt !== null && (
            <p className="mt-1 text-sm text-ink-2">
              {t('file.earlierTimes', { day: formatDay(dayOf(round.decidedAt), locale), due: round.dueOn === null ? t('file.missing') : formatDay(round.dueOn, locale), used: round.usedDays ?? 0, known: round.usedDays === null ? 'no' : 'yes' })}
            </p>
          )}
          <p className="mt-1 break-words whitespace-pre-wrap">{round.result ?? round.refuseReason}</p>
          {round.documentId !== null && (
            <a className="link" href={`/${portal}/documents/${round.documentId}`}>
              {t('file.earlierPaper', { number: round.document })}
            </a>
          )}
          <p className="mt-1 text-sm text-ink-2">{t('file.earlierNote', { day: formatDay(dayOf(round.reopenedAt), locale), reason: round.reason })}</p>
        </div>
      ))}
    </Card>
  );
}
