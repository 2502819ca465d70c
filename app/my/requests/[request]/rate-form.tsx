import { hiddenFields } from '@/app/_server/form';
import { RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextareaField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import { grades } from '@/lib/service-desk/inputs';
import { rateAction } from '../actions';

export async function RateForm({ t, request }: { t: Translate; request: string }) {
  return (
    <Card title={t('act.rateTitle')} note={t('act.rateNote')} id="rate" className="mt-4">
      <Form action={rateAction} hidden={await hiddenFields()} wide labels={{ submit: t('act.rateNow'), pending: t('act.rating'), errorTitle: t('act.errorTitle') }}>
        <RadioField name="grade" label={t('act.grade')} required inline options={grades.map((grade) => ({ value: String(grade), label: t(`grades.g${grade}`) }))} />
        <TextareaField name="comment" label={t('act.comment')} optional={t('act.optional')} maxLength={1000} rows={3} />
        <input type="hidden" name="request" value={request} />
      </Form>
    </Card>
  );
}
