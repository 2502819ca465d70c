import { formLabels, hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import type { FormHandler } from '@/components/form/form-state';
import { SubmitButton } from '@/components/form/submit-button';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { Day } from '@/lib/kernel/dates';
import { admitApplicationAction } from '../actions';

/** One act that needs a sentence: sent back, waits, refused. */
export async function SayForm({ id, action, label, field, grave = false }: { id: string; action: FormHandler; label: string; field: string; grave?: boolean }) {
  return (
    <Card title={label}>
      <Form action={action} hidden={await hiddenFields()} labels={await formLabels(label, { leave: false })} footer={<div className="form-foot"><SubmitButton variant={grave ? 'danger' : 'default'}>{label}</SubmitButton></div>}>
        <HiddenInputs more={{ application: id }} />
        <TextareaField name="said" label={field} required rows={2} maxLength={1_000} />
      </Form>
    </Card>
  );
}

/** Admission, with a condition where something isn't met. `judged`: conditions are in force today. */
export async function AdmitForm({ id, today, area, carriers, judged }: { id: string; today: Day; area: string | undefined; judged: boolean; carriers: readonly { id: string; name: string; closedOn: string | null }[] }) {
  const [t, companies, errors] = [await getT('admission'), await getT('companies'), await getT('errors')];
  return (
    <Card title={t('act.admit')} id="admit">
      {!judged && <Notice tone="due">{errors('admission.noRules', { day: today })}</Notice>}
      <Form action={admitApplicationAction} hidden={await hiddenFields()} labels={await formLabels(t('act.admit'), { leave: false })} wide>
        <HiddenInputs more={{ application: id }} />
        <div className="form-row">
          <DateField name="admittedOn" label={t('act.admittedOn')} required value={today} />
          <SelectField name="carrierId" label={t('act.carrier')} placeholder={companies('choose')} options={carriers.filter((one) => one.closedOn === null).map((one) => ({ value: one.id, label: one.name }))} />
        </div>
        <div className="form-row">
          <TextField name="room" label={t('act.room')} maxLength={50} />
          <TextField name="area" label={t('act.area')} unit={t('unit.area')} inputMode="decimal" value={area} />
        </div>
        <div className="form-row">
          <TextareaField name="conditionText" label={t('act.conditionText')} hint={t('act.conditionHint')} rows={2} maxLength={500} />
          <DateField name="conditionDueOn" label={t('act.conditionDueOn')} />
        </div>
      </Form>
    </Card>
  );
}
