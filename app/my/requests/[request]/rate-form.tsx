import { hiddenFields } from '@/app/_server/form';
import { CheckboxesField, RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextareaField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import { grades, ratingReasons } from '@/lib/service-desk/inputs';
import { rateAction, rateAgainAction } from '../actions';

/** Five grades with reasons; `again` is the one follow-up after a repair. */
export async function RateForm({ t, request, again = false }: { t: Translate; request: string; again?: boolean }) {
  return (
    <Card title={again ? t('act.rateAgainTitle') : t('act.rateTitle')} note={again ? t('act.rateAgainNote') : t('act.rateNote')} id="rate" className="mt-4">
      <Form action={again ? rateAgainAction : rateAction} hidden={await hiddenFields()} wide labels={{ submit: t('act.rateNow'), pending: t('act.rating'), errorTitle: t('act.errorTitle') }}>
        <RadioField name="grade" label={t('act.grade')} required inline options={grades.map((grade) => ({ value: String(grade), label: t(`grades.g${grade}`) }))} />
        <CheckboxesField name="reasons" label={t('act.reasons')} inline options={ratingReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))} />
        <TextareaField name="comment" label={t('act.comment')} optional={t('act.optional')} maxLength={1000} rows={3} />
        <input type="hidden" name="request" value={request} />
      </Form>
    </Card>
  );
}
