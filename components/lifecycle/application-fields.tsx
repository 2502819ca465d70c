import { CheckboxesField, RadioField } from '@/components/form/choice-fields';
import { DateField, MoneyField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { places, technologyBases } from '@/lib/lifecycle/admission';
import type { Translate } from '@/lib/kernel/i18n';
import { termFields } from '@/lib/lifecycle/inputs';

/** What is asked of everybody who applies. `t` is the `admission` namespace, `road` that of the road. */
export function ApplicationFields({ typed, t, road, choose, optional }: { typed: Readonly<Record<string, string>>; t: Translate; road: Translate; choose: string; optional: string }) {
  const value = (name: string) => (typed[name] === '' ? undefined : typed[name]);
  const where = places.map((place) => ({ value: place, label: t(`places.${place}`) }));
  return (
    <>
      <fieldset className="form-part">
        <legend>{t('parts.who')}</legend>
        <TextField name="name" label={t('field.name')} required maxLength={100} value={value('name')} />
        <div className="form-row">
          <TextField name="contactName" label={t('field.contactName')} required maxLength={50} value={value('contactName')} autoComplete="name" />
          <TextField name="contactPhone" type="tel" label={t('field.contactPhone')} required maxLength={30} value={value('contactPhone')} autoComplete="tel" />
        </div>
        <TextField name="contactEmail" type="email" label={t('field.contactEmail')} optional={optional} maxLength={200} value={value('contactEmail')} autoComplete="email" />
      </fieldset>
      <fieldset className="form-part">
        <legend>{t('parts.company')}</legend>
        <div className="form-row">
          <TextField name="creditCode" label={t('field.creditCode')} hint={t('hint.creditCode')} optional={optional} maxLength={30} value={value('creditCode')} />
          <TextField name="legalRepresentative" label={t('field.legalRepresentative')} optional={optional} maxLength={50} value={value('legalRepresentative')} />
        </div>
        <div className="form-row">
          <DateField name="establishedOn" label={t('field.establishedOn')} hint={t('hint.establishedOn')} value={value('establishedOn')} />
          <MoneyField name="registeredCapital" label={t('field.registeredCapital')} unit={t('unit.wan')} optional={optional} value={value('registeredCapital')} />
        </div>
        <RadioField name="registered" label={t('field.registered')} required options={where} value={value('registered')} />
        <RadioField name="works" label={t('field.works')} required options={where} value={value('works')} />
      </fieldset>
      <fieldset className="form-part">
        <legend>{t('parts.project')}</legend>
        <SelectField name="termField" label={t('field.termField')} required placeholder={choose} options={termFields.map((field) => ({ value: field, label: road(`termField.${field}`) }))} value={value('termField')} />
        <CheckboxesField
          name="technology"
          label={t('field.technology')}
          hint={t('hint.technology')}
          options={technologyBases.map((basis) => ({ value: basis, label: t(`technologies.${basis}`) }))}
          value={(typed.technology ?? '').split(' ').filter((word) => word !== '')}
        />
        <TextareaField name="product" label={t('field.product')} hint={t('hint.product')} required rows={3} maxLength={1_000} value={value('product')} />
        <div className="form-row">
          <TextField name="team" label={t('field.team')} unit={t('unit.team')} inputMode="numeric" maxLength={6} value={value('team')} />
          <TextField name="area" label={t('field.area')} unit={t('unit.area')} inputMode="decimal" maxLength={10} value={value('area')} />
        </div>
        <TextareaField name="plan" label={t('field.plan')} optional={optional} rows={3} maxLength={2_000} value={value('plan')} />
      </fieldset>
    </>
  );
}

/** The same, to read. */
export function applicationFacts(typed: Readonly<Record<string, string>>, t: Translate, road: Translate, missing: string): { label: string; value: string }[] {
  const shown = (name: string, unit?: 'wan' | 'area' | 'team') => {
    const text = typed[name] ?? '';
    return text === '' ? missing : unit === undefined ? text : `${text} ${t(`unit.${unit}`)}`;
  };
  const choice = (name: string, prefix: string, words: Translate) => (typed[name] ? words(`${prefix}.${typed[name]}`) : missing);
  const bases = (typed.technology ?? '').split(' ').filter((word) => word !== '');
  return [
    { label: t('field.contactName'), value: shown('contactName') },
    { label: t('field.contactPhone'), value: shown('contactPhone') },
    { label: t('field.creditCode'), value: shown('creditCode') },
    { label: t('field.legalRepresentative'), value: shown('legalRepresentative') },
    { label: t('field.establishedOn'), value: shown('establishedOn') },
    { label: t('field.registeredCapital'), value: shown('registeredCapital', 'wan') },
    { label: t('field.registered'), value: choice('registered', 'places', t) },
    { label: t('field.works'), value: choice('works', 'places', t) },
    { label: t('field.termField'), value: choice('termField', 'termField', road) },
    { label: t('field.technology'), value: bases.length === 0 ? missing : bases.map((basis) => t(`technologies.${basis}`)).join(' · ') },
    { label: t('field.team'), value: shown('team', 'team') },
    { label: t('field.area'), value: shown('area', 'area') },
    { label: t('field.product'), value: shown('product') },
    { label: t('field.plan'), value: shown('plan') },
  ];
}
