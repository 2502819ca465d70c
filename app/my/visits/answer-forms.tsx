import { hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { TextareaField } from '@/components/form/text-fields';
import { confirmVisitAction, disputeVisitAction } from './actions';

interface Props {
  visit: { id: string; version: number };
}

/** One tap. It carries the version that was read: a correction made meanwhile is never confirmed unseen. */
export async function ConfirmForm({ visit }: Props) {
  const t = await getT('mentoring');
  return (
    <Form
      action={confirmVisitAction}
      hidden={await hiddenFields(visit.version)}
      labels={{ submit: t('answer.confirm'), pending: t('answer.confirming'), errorTitle: t('answer.errorTitle') }}
    >
      <input type="hidden" name="visit" value={visit.id} />
    </Form>
  );
}

/** Folded away until somebody finds something wrong; opens without a script too. */
export async function DisputeForm({ visit }: Props) {
  const t = await getT('mentoring');
  return (
    <details id="dispute">
      <summary className="btn w-fit list-none">{t('answer.dispute')}</summary>
      <div className="mt-3">
        <Form
          action={disputeVisitAction}
          hidden={await hiddenFields(visit.version)}
          labels={{ submit: t('answer.send'), pending: t('answer.sending'), errorTitle: t('answer.errorTitle') }}
        >
          <input type="hidden" name="visit" value={visit.id} />
          <TextareaField name="remark" label={t('answer.remark')} hint={t('answer.remarkHint')} required maxLength={1_000} />
        </Form>
      </div>
    </details>
  );
}
