import { Pill, type Tone } from '@/components/ui/pill';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import { type FactKey, factGroupNames, factGroups, type FactState, unitOf } from '@/lib/companies/inputs/facts';
import { shareOf } from '@/lib/companies/rules/facts';
import type { Translate } from '@/lib/kernel/i18n';
import { formatDecimal, formatWan } from '@/lib/kernel/money';

export interface ShownFact {
  id: string;
  year: number;
  key: FactKey;
  value: bigint;
  state: FactState;
  source: string;
}

const tones: Record<FactState, Tone> = { proposed: 'due', verified: 'ok', disputed: 'late', superseded: 'neutral' };

export function FactStatePill({ t, state }: { t: Translate; state: FactState }) {
  return <Pill tone={tones[state]}>{t(`states.${state}`)}</Pill>;
}

/** A value without its unit: 万元 with two decimals, heads as they are counted. */
export function factText(key: FactKey, value: bigint): string {
  return unitOf(key) === 'money' ? formatWan(value) : formatDecimal(value, 0);
}

const shares: Partial<Record<FactKey, FactKey>> = { rdAccountingDomestic: 'rdAccounting', rdHnteDomestic: 'rdHnte', rdDeductionDomestic: 'rdDeduction' };

/** Years across, facts down; every value says where it stands and opens its history. `t` is the `facts` namespace. */
export function FactTable({ t, years, facts, href, missing }: { t: Translate; years: readonly number[]; facts: readonly ShownFact[]; href: (year: number, key?: FactKey) => string; missing: string }) {
  const at = (year: number, key: FactKey) => facts.filter((fact) => fact.year === year && fact.key === key);
  const held = (year: number, key: FactKey) => (at(year, key).find((fact) => fact.state === 'verified') ?? at(year, key).find((fact) => fact.state === 'proposed'))?.value;
  const cell = (year: number, key: FactKey) => {
    const all = at(year, key);
    const shown = all.find((fact) => fact.state === 'verified') ?? all.find((fact) => fact.state === 'proposed') ?? all.find((fact) => fact.state === 'disputed');
    const waiting = shown?.state === 'verified' ? all.find((fact) => fact.state === 'proposed') : undefined;
    if (shown === undefined) return missing;
    const whole = shares[key];
    const share = whole === undefined ? null : shareOf(shown.value, held(year, whole));
    return (
      <>
        <a className="link" href={href(year, key)}>
          {factText(key, shown.value)}
        </a>
        {share !== null && <Sub>{t('share', { percent: formatDecimal(BigInt(share), 2) })}</Sub>}
        {shown.state === 'verified' ? null : <Sub>{t(`states.${shown.state}`)}</Sub>}
        {waiting !== undefined && <Sub>{t('waitingValue', { value: factText(key, waiting.value) })}</Sub>}
      </>
    );
  };
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('fact')}</Th>
          {years.map((year) => (
            <Th key={year} right>
              <a className="link" href={href(year)}>
                {year}
              </a>
            </Th>
          ))}
        </tr>
      </thead>
      {factGroupNames.map((group) => (
        <tbody key={group}>
          <tr>
            <Th scope="row" colSpan={years.length + 1}>
              {t(`groups.${group}`)}
            </Th>
          </tr>
          {factGroups[group].map((key) => (
            <tr key={key}>
              <Td>
                <span className="block min-w-28">
                  {t(`keys.${key}`)} <span className="text-ink-3">{t(unitOf(key) === 'money' ? 'unit.wan' : 'unit.heads')}</span>
                </span>
              </Td>
              {years.map((year) => (
                <Td key={year} right>
                  {cell(year, key)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}
