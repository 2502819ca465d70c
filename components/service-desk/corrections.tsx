import { StatePill } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';

export interface Correction {
  id: string;
  round: number;
  items: readonly string[];
  reason: string | null;
  returnedBy: string | null;
  returnedAt: Date;
  resubmittedAt: Date | null;
  answer: string | null;
}

/** Everything that was asked to be corrected, item by item, the latest round first. */
export function Corrections({ t, locale, rounds }: { t: Translate; locale: Locale; rounds: readonly Correction[] }) {
  return rounds.map((round) => (
    <div key={round.id} className="border-t border-line px-(--pad) py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <b>{t('file.round', { round: round.round })}</b>
        <span className="text-sm text-ink-2">
          {t('file.askedBy', { who: round.returnedBy ?? t('file.missing'), day: formatDay(dayOf(round.returnedAt), locale) })}
        </span>
      </div>
      <ol className="mt-1 list-decimal pl-6">
        {round.items.map((item) => (
          <li key={item} className="py-0.5 break-words">
            {item}
          </li>
        ))}
      </ol>
      {round.reason !== null && <p className="mt-1 text-sm text-ink-2">{t('file.why', { reason: round.reason })}</p>}
      {round.resubmittedAt === null ? (
        <p className="mt-2">
          <StatePill tone="due">{t('file.waiting')}</StatePill>
        </p>
      ) : (
        <p className="mt-1 text-sm text-ok">
          {t('file.answered', { day: formatDay(dayOf(round.resubmittedAt), locale) })}
          {round.answer !== null && <span className="block text-ink-2">{t('file.answer', { answer: round.answer })}</span>}
        </p>
      )}
    </div>
  ));
}
