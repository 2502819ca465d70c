import { Form, type FormLabels } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import type { Translate } from '@/lib/kernel/i18n';

/**
 * Reads a masked value in full: asks for a reason first. `t` is the `audit` namespace; the action's message carries the value,
 * so it stands on this page only and only now. `subject` is the row whose value it is.
 */
export function RevealForm({ t, action, hidden, labels, subject }: { t: Translate; action: FormHandler; hidden: HiddenFields; labels: FormLabels; subject: string }) {
  return (
    <details className="mt-2">
      <summary className="link cursor-pointer">{t('reveal.open')}</summary>
      <div className="mt-2">
        <Form action={action} hidden={hidden} labels={{ ...labels, submit: t('reveal.submit') }}>
          <HiddenInputs more={{ subject }} />
          <TextField name="reason" label={t('reveal.reason')} hint={t('reveal.hint')} required maxLength={200} />
        </Form>
      </div>
    </details>
  );
}
