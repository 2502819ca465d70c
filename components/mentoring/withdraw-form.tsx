import { Form } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';

interface Props {
  t: Translate;
  action: FormHandler;
  hidden: HiddenFields;
  visit: { id: string };
}

/** Takes back a record made by mistake, with a reason. Last on the page and never folded away: a refused answer must be seen. */
export function WithdrawCard({ t, action, hidden, visit }: Props) {
  return (
    <Card id="withdraw" title={t('withdraw.title')} note={t('withdraw.note')}>
      <Form
        action={action}
        hidden={hidden}
        labels={{ submit: t('withdraw.submit'), pending: t('withdraw.pending'), errorTitle: t('answer.errorTitle') }}
        footer={
          <div className="form-foot">
            <SubmitButton variant="danger" />
          </div>
        }
      >
        <input type="hidden" name="visit" value={visit.id} />
        <TextField name="reason" label={t('withdraw.reason')} hint={t('withdraw.reasonHint')} required maxLength={200} />
      </Form>
    </Card>
  );
}
