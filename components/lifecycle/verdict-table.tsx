import { StatePill, type Tone } from '@/components/ui/pill';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import type { RuleVerdict } from '@/lib/lifecycle/admission';
import type { Translate } from '@/lib/kernel/i18n';

const tones: Record<RuleVerdict['result'], Tone> = { met: 'ok', unmet: 'late', unknown: 'due' };

export function SummaryPill({ result, t }: { result: RuleVerdict['result']; t: Translate }) {
  return <StatePill tone={tones[result]}>{t(`verdict.summary.${result}`)}</StatePill>;
}

/** What a rule asks, in words. */
export function askedOf({ rule, asks }: Pick<RuleVerdict, 'rule' | 'asks'>, t: Translate): string {
  switch (rule) {
    case 'registeredHere':
    case 'worksHere':
      return t(`asks.${String(asks)}`);
    case 'age':
      return t('asks.months', { months: asks });
    case 'technology':
      return t('asks.anyOf', { list: String(asks).split(' ').map((basis) => t(`technologies.${basis}`)).join(' / ') });
    case 'team':
      return t('asks.people', { count: asks });
    case 'score':
      return t('asks.points', { points: asks });
  }
}

function figureOf({ rule, figure, until }: RuleVerdict, t: Translate): string {
  if (figure === null) return t(rule === 'score' ? 'figure.noScore' : 'figure.none');
  switch (rule) {
    case 'registeredHere':
    case 'worksHere':
      return t(`places.${String(figure)}`);
    case 'age':
      return t('figure.established', { day: figure }) + (until === undefined ? '' : t('figure.until', { day: until }));
    case 'technology':
      return String(figure).split(' ').map((basis) => t(`technologies.${basis}`)).join(' / ');
    case 'team':
      return t('figure.people', { count: figure });
    case 'score':
      return t('figure.points', { points: figure });
  }
}

/** Each rule with what the file has and what is missing. `t` is the `admission` namespace. */
export function VerdictTable({ verdicts, t, caption }: { verdicts: readonly RuleVerdict[]; t: Translate; caption: string }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('rules.title')}</Th>
          <Th>{t('verdict.figure')}</Th>
          <Th>{t('col.state')}</Th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((one) => (
          <tr key={one.rule}>
            <Td>
              {t(`rules.${one.rule}`)}
              <Sub>{askedOf(one, t)}</Sub>
            </Td>
            <Td>
              {figureOf(one, t)}
              {one.result === 'unmet' && <Sub>{t(`missing.${one.rule}`)}</Sub>}
            </Td>
            <Td>
              <StatePill tone={tones[one.result]}>{t(`results.${one.result}`)}</StatePill>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
