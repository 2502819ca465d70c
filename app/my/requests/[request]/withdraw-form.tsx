import { hiddenFields } from '@/app/_server/form';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import { withdrawAction } from '../actions';

export async function WithdrawForm({ t, request, back }: { t: Translate; request: string; back: string }) {
  return (
    <Card title={t('act.withdraw')} note={t('act.withdrawNote')} id="withdraw" className="mt-4">
      <Form
        action={withdrawAction}
        hidden={await hiddenFields()}
        wide
        labels={{ submit: t('act.withdraw'), pending: t('act.withdrawing'), errorTitle: t('act.errorTitle') }}
        footer={
          <div className="form-foot">
            <SubmitButton variant="danger" />
            <LinkButton href={back} variant="quiet">
              {t('file.close')}
            </LinkButton>
          </div>
        }
      >
        <TextareaField name="reason" label={t('act.withdrawReason')} optional={t('act.optional')} maxLength={500} rows={2} />
        <input type="hidden" name="request" value={request} />
      </Form>
    </Card>
  );
}
