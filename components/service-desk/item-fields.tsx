import { CheckboxesField, RadioField } from '@/components/form/choice-fields';
import { DateField, MoneyField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import type { Translate } from '@/lib/kernel/i18n';
import { FIELD_PREFIX } from '@/lib/service-desk/inputs';
import type { ItemField } from '@/lib/service-desk/inputs/item';

const MANY = 6;

/** One field of an item, by its kind. What the register filled in says where it comes from. */
function OneField({ t, english, field, value, known, optional }: { t: Translate; english: boolean; field: ItemField; value: string; known: string; optional: string }) {
  const own = english ? field.hintEn : field.hint;
  const origin = known === '' ? undefined : known === value ? t('field.fromRegister') : t('field.registerSays', { value: known });
  const hint = own === undefined ? origin : origin === undefined ? own : `${own} · ${origin}`;
  const common = {
    name: `${FIELD_PREFIX}${field.key}`,
    label: english ? field.labelEn : field.label,
    hint,
    required: field.required,
    value,
    ...(field.required ? {} : { optional }),
  };
  const unit = english ? field.unitEn : field.unit;
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: english ? option.labelEn : option.label }));
  const [from = '', to = ''] = value.split('/');
  switch (field.kind) {
    case 'text':
      return <TextareaField {...common} maxLength={1000} />;
    case 'phone':
      return <TextField {...common} maxLength={30} type="tel" autoComplete="tel" />;
    case 'number':
      return <TextField {...common} maxLength={20} inputMode="decimal" {...(unit === undefined ? {} : { unit })} />;
    case 'money':
      return <MoneyField {...common} unit={t('field.unitYuan')} />;
    case 'date':
      return <DateField {...common} />;
    case 'period':
      return (
        <div className="form-row">
          <DateField {...common} name={`${common.name}_from`} label={t('field.from', { label: common.label })} value={from} />
          <DateField {...common} name={`${common.name}_to`} label={t('field.to', { label: common.label })} value={to} hint={undefined} />
        </div>
      );
    case 'choice':
      return options.length > MANY ? <SelectField {...common} options={options} placeholder={t('act.choose')} /> : <RadioField {...common} inline options={options} />;
    case 'several':
      return <CheckboxesField {...common} inline value={value === '' ? [] : value.split('\n')} options={options} />;
    case 'yesno':
      return (
        <RadioField
          {...common}
          inline
          options={[
            { value: 'yes', label: t('field.yes') },
            { value: 'no', label: t('field.no') },
          ]}
        />
      );
    case 'fact':
    case 'line':
      return <TextField {...common} maxLength={200} {...(unit === undefined ? {} : { unit })} />;
    case 'file':
      return null;
  }
}

/** The item's own fields, in its order. `facts` is what the register has for those that come from it. */
export function ItemFields({
  t,
  english,
  fields,
  answers,
  facts,
  isLater = false,
}: {
  t: Translate;
  english: boolean;
  fields: readonly ItemField[];
  answers: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, string>>;
  /** Nothing need be there yet: what must be before the company's word counts says so. */
  isLater?: boolean;
}) {
  return fields.map((field) => (
    <OneField
      key={field.key}
      t={t}
      english={english}
      field={isLater ? { ...field, required: false } : field}
      value={answers[field.key] ?? ''}
      known={facts[field.key] ?? ''}
      optional={isLater && field.required ? t('act.beforeConfirming') : t('act.optional')}
    />
  ));
}
