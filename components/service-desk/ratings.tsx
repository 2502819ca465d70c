import { StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';
import { gradeWords } from './words';

interface Rating {
  turn: number;
  grade: number;
  reasons: readonly string[];
  comment: string;
}

/** The grades of a round in words, the follow-up after the first. */
export function Ratings({ t, ratings }: { t: Translate; ratings: readonly Rating[] }) {
  return ratings.map((rating) => (
    <div key={rating.turn} className="mt-2">
      {t(rating.turn === 1 ? 'file.rating' : 'file.second')} <StatePill tone={gradeWords(t, rating.grade).tone}>{gradeWords(t, rating.grade).text}</StatePill>
      {rating.reasons.length > 0 && <span className="text-sm text-ink-2"> {rating.reasons.map((reason) => t(`reasons.${reason}`)).join(' · ')}</span>}
      {rating.comment !== '' && <span className="mt-1 block break-words whitespace-pre-wrap">{rating.comment}</span>}
    </div>
  ));
}
