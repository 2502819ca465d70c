import { hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
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

/** Says what is wrong. Never folded away: without a script a refused answer must be seen. */
export async function DisputeForm({ visit }: Props) {
  const t = await getT('mentoring');
  return (
    <Form
      action={disputeVisitAction}
      hidden={await hiddenFields(visit.version)}
      labels={{ submit: t('answer.send'), pending: t('answer.sending'), errorTitle: t('answer.errorTitle') }}
      footer={
        <div className="form-foot">
          <SubmitButton variant="default" />
        </div>
      }
    >
      <input type="hidden" name="visit" value={visit.id} />
      <TextareaField name="remark" label={t('answer.remark')} hint={t('answer.remarkHint')} required maxLength={1_000} />
    </Form>
  );
}
