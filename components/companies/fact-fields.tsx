import { MoneyField, TextareaField, TextField } from '@/components/form/text-fields';
import { CheckboxField } from '@/components/form/choice-fields';
import { type FactKey, factGroupNames, factGroups, unitOf } from '@/lib/companies/inputs/facts';
import type { Figures } from '@/lib/companies/rules/facts';
import type { Translate } from '@/lib/kernel/i18n';
import { plainWan } from '@/lib/kernel/money';
import { factText } from './fact-table';

/** A figure as an input shows it, exactly. */
function typedFigure(key: FactKey, value: bigint): string {
  return unitOf(key) === 'money' ? plainWan(value) : value.toString();
}

interface Props {
  t: Translate;
  values: Figures;
  last: Figures;
  lastYear: number;
  keys?: readonly FactKey[];
  /** What somebody began to type, as it stood. */
  typed?: Readonly<Record<string, string>>;
}

/** The fields of one year, last year's value under each. */
export function FactFields({ t, values, last, lastYear, keys, typed = {} }: Props) {
  return (
    <>
      {factGroupNames.map((group) => {
        const shown = factGroups[group].filter((key) => keys === undefined || keys.includes(key));
        if (shown.length === 0) return null;
        return (
          <fieldset key={group} className="form-part">
            <legend>{t(`groups.${group}`)}</legend>
            <div className="form-row">
              {shown.map((key) => {
                const before = last[key];
                const now = values[key];
                const field = {
                  name: key,
                  label: t(`keys.${key}`),
                  value: typed[key] ?? (now === undefined ? undefined : typedFigure(key, now)),
                  ...(before === undefined ? {} : { hint: t('lastYear', { year: lastYear, value: factText(key, before) }) }),
                };
                return unitOf(key) === 'money' ? (
                  <MoneyField key={key} {...field} unit={t('unit.wan')} />
                ) : (
                  <TextField key={key} {...field} unit={t('unit.heads')} inputMode="numeric" maxLength={12} />
                );
              })}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

/** The word that a jump asks for, and the unit that a suspicious amount wants confirmed. */
export function FactWord({ t, word }: { t: Translate; word?: string | undefined }) {
  return (
    <>
      <TextareaField name="word" label={t('word')} hint={t('wordHint')} rows={2} maxLength={500} value={word} />
      <CheckboxField name="sure" label={t('sure')} hint={t('sureHint')} />
    </>
  );
}
