import { formLabels, hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, MoneyField, SelectField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { fieldKey, type FieldShape, typedField } from '@/lib/companies/fields';
import type { Plain } from '@/lib/imports/registry';
import { saveFieldValuesAction } from './actions';
import { ownValue } from './own-value';

type Own = { fields: readonly FieldShape[]; values: Readonly<Record<string, Plain>> };

/** What a company holds of the center's own fields. */
export async function OwnFacts({ fields, values }: Own) {
  if (fields.length === 0) return null;
  const t = await getT('fields');
  return (
    <Card title={t('card')} id="own">
      <DefinitionList columns={2} facts={fields.map((field) => ({ label: field.name, value: ownValue(t, field.kind, values[fieldKey(field.id)]) }))} />
    </Card>
  );
}

export async function OwnFieldsForm({ company, fields, values }: Own & { company: string }) {
  if (fields.length === 0) return null;
  const [t, companies] = [await getT('fields'), await getT('companies')];
  const input = (field: FieldShape) => {
    const [name, value] = [fieldKey(field.id), typedField(field.kind, values[fieldKey(field.id)])];
    const about = { name, label: field.name, value };
    switch (field.kind) {
      case 'choice':
        return <SelectField key={name} {...about} placeholder={companies('choose')} options={field.choices.map((choice) => ({ value: choice, label: choice }))} />;
      case 'date':
        return <DateField key={name} {...about} />;
      case 'money':
        return <MoneyField key={name} {...about} unit={companies('unit.wan')} />;
      case 'number':
        return <TextField key={name} {...about} inputMode="decimal" maxLength={30} />;
      case 'text':
        return <TextField key={name} {...about} maxLength={200} />;
    }
  };
  return (
    <div className="mt-6">
      <Card title={t('card')} id="own">
        <Form wide action={saveFieldValuesAction} hidden={await hiddenFields()} labels={await formLabels(t('save'))}>
          <HiddenInputs more={{ company }} />
          <div className="form-row">{fields.map(input)}</div>
        </Form>
      </Card>
    </div>
  );
}
