import type { ReactNode } from 'react';
import { hiddenFields } from '@/app/_server/form';
import { Form } from '@/components/form/form';
import type { FormHandler } from '@/components/form/form-state';
import { type ButtonVariant, LinkButton } from '@/components/ui/button';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Option } from '@/components/ui/inputs';
import type { Translate } from '@/lib/kernel/i18n';
import { completeAction, returnAction, transferAction } from '../actions';

interface Props {
  t: Translate;
  request: string;
  /** The request's page without the form. */
  back: string;
}

/** One step with what it demands; the address opens it, so that it works without a script. */
async function ActForm({
  t,
  request,
  back,
  action,
  words,
  variant = 'primary',
  children,
}: Props & { action: FormHandler; words: { title: string; note: string; submit: string; pending: string }; variant?: ButtonVariant; children: ReactNode }) {
  return (
    <Card title={words.title} note={words.note} id="act" now>
      <Form
        action={action}
        hidden={await hiddenFields()}
        wide
        labels={{ submit: words.submit, pending: words.pending, errorTitle: t('act.errorTitle') }}
        footer={
          <div className="form-foot">
            <SubmitButton variant={variant} />
            <LinkButton href={back} variant="quiet">
              {t('file.close')}
            </LinkButton>
          </div>
        }
      >
        {children}
        <input type="hidden" name="request" value={request} />
      </Form>
    </Card>
  );
}

export function ReturnForm({ again, ...rest }: Props & { again: boolean }) {
  const { t } = rest;
  return (
    <ActForm {...rest} action={returnAction} words={{ title: t('act.returnTitle'), note: t('act.returnNote'), submit: t('act.send'), pending: t('act.returning') }}>
      <TextareaField name="items" label={t('act.items')} hint={t('act.itemsHint')} required rows={5} />
      {again && <TextareaField name="reason" label={t('act.reason')} required rows={2} maxLength={500} />}
    </ActForm>
  );
}

export function CompleteForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={completeAction} words={{ title: t('act.completeTitle'), note: t('act.completeNote'), submit: t('act.complete'), pending: t('act.completing') }}>
      <TextareaField name="result" label={t('act.result')} required rows={6} maxLength={3000} />
    </ActForm>
  );
}

export function TransferForm({ people, ...rest }: Props & { people: readonly Option[] }) {
  const { t } = rest;
  return (
    <ActForm {...rest} action={transferAction} words={{ title: t('act.transfer'), note: t('act.transferNote'), submit: t('act.transfer'), pending: t('act.transferring') }}>
      <SelectField name="owner" label={t('act.to')} required placeholder={t('act.choose')} options={people} />
      <TextField name="reason" label={t('act.transferReason')} optional={t('act.optional')} maxLength={500} />
    </ActForm>
  );
}
