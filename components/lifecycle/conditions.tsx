import type { AdmissionConditions, RuleKey } from '@/lib/lifecycle/admission';
import type { Translate } from '@/lib/kernel/i18n';
import { askedOf } from './verdict-table';

/** A version's conditions as a list of sentences. */
export function Conditions({ conditions, t }: { conditions: AdmissionConditions; t: Translate }) {
  const { registeredHere, worksHere, ageMonths, technology, leastTeam, leastScore } = conditions;
  const lines: { rule: RuleKey; asks: string | number }[] = [
    ...(registeredHere === 'free' ? [] : [{ rule: 'registeredHere' as const, asks: registeredHere }]),
    ...(worksHere === 'free' ? [] : [{ rule: 'worksHere' as const, asks: worksHere }]),
    ...(ageMonths === null ? [] : [{ rule: 'age' as const, asks: ageMonths }]),
    ...(technology.length === 0 ? [] : [{ rule: 'technology' as const, asks: technology.join(' ') }]),
    ...(leastTeam === null ? [] : [{ rule: 'team' as const, asks: leastTeam }]),
    ...(leastScore === null ? [] : [{ rule: 'score' as const, asks: leastScore }]),
  ];
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {lines.map((line) => (
        <li key={line.rule}>{t('ruleLine', { rule: t(`rules.${line.rule}`), asks: askedOf(line, t) })}</li>
      ))}
    </ul>
  );
}
