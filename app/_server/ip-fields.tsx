import { CheckboxField } from '@/components/form/choice-fields';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { ipKinds, waysAcquired } from '@/lib/companies/inputs/ip';
import type { IpRow } from '@/lib/companies/queries/ip';
import { classOf } from '@/lib/companies/rules/ip';
import { getT } from './i18n';

/** The fields of one right; its expiry is computed and so isn't asked. */
export async function IpFields({ company, right }: { company: string; right?: IpRow }) {
  const [t, shell] = [await getT('ip'), await getT('shell')];
  const optional = shell('form.optional');
  const group = (klass: 1 | 2 | null) => (klass === null ? t('classes.none') : t(`classes.${klass}`));
  return (
    <>
      <HiddenInputs more={{ company, ...(right === undefined ? {} : { right: right.id }) }} />
      <div className="form-row">
        <SelectField name="kind" label={t('field.kind')} required options={ipKinds.map((value) => ({ value, label: t(`kinds.${value}`), group: group(classOf(value)) }))} value={right?.kind} />
        <TextField name="number" label={t('field.number')} hint={t('hint.number')} optional={optional} maxLength={40} value={right?.number ?? undefined} />
      </div>
      <TextField name="title" label={t('field.title')} required maxLength={200} value={right?.title} />
      <div className="form-row">
        <DateField name="filedOn" label={t('field.filedOn')} value={right?.filedOn ?? undefined} />
        <DateField name="grantedOn" label={t('field.grantedOn')} hint={t('hint.grantedOn')} value={right?.grantedOn ?? undefined} />
        <DateField name="endedOn" label={t('field.endedOn')} hint={t('hint.endedOn')} value={right?.endedOn ?? undefined} />
      </div>
      <div className="form-row">
        <SelectField name="acquired" label={t('field.acquired')} options={waysAcquired.map((value) => ({ value, label: t(`ways.${value}`) }))} value={right?.acquired ?? 'own'} />
        <TextField name="owner" label={t('field.owner')} hint={t('hint.owner')} optional={optional} maxLength={200} value={right?.owner === '' ? undefined : right?.owner} />
      </div>
      <CheckboxField name="pledged" label={t('pledged')} checked={right?.pledged ?? false} />
      <CheckboxField name="usedBefore" label={t('usedBefore')} hint={t('hint.usedBefore')} checked={right?.usedBefore ?? false} />
      <TextareaField name="note" label={t('field.note')} optional={optional} rows={2} maxLength={500} value={right?.note === '' ? undefined : right?.note} />
    </>
  );
}
