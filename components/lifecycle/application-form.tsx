import type { ReactNode } from 'react';
import { Autosave } from '@/components/form/autosave';
import { Form, type FormLabels } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { Translate } from '@/lib/kernel/i18n';

/** Writing an application: handed in, kept by hand, or kept by itself. */
export function ApplicationForm({ id, submit, autosave, hidden, labels, t, children }: { id: string; submit: FormHandler; autosave: FormHandler; hidden: HiddenFields; labels: FormLabels; t: Translate; children: ReactNode }) {
  return (
    <Form
      wide
      action={submit}
      hidden={hidden}
      labels={labels}
      footer={
        <div className="form-foot">
          <SubmitButton size="lg" name="intent" value="submit" />
          <SubmitButton size="lg" variant="default" name="intent" value="save" unchecked>
            {t('draft.save')}
          </SubmitButton>
          <Autosave action={autosave} labels={{ saving: t('draft.saving'), saved: t('draft.saved', { time: '{time}' }), failed: t('draft.failed') }} />
        </div>
      }
    >
      <HiddenInputs more={{ application: id }} />
      {children}
    </Form>
  );
}
