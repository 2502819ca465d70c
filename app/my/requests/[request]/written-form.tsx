import type { ReactNode } from 'react';
import { hiddenFields } from '@/app/_server/form';
import { Autosave } from '@/components/form/autosave';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import type { Translate } from '@/lib/kernel/i18n';
import { autosaveAction, submitAction } from '../actions';
import type { View } from './view';
import { WrittenFields } from './written-fields';

/** What the company writes, kept while it types, and sent when it says so. */
export async function WrittenForm({ t, english, request, words, children }: { t: Translate; english: boolean; request: View['request']; words: { submit: string; pending: string }; children?: ReactNode }) {
  return (
    <Form
      action={submitAction}
      hidden={await hiddenFields(request.version)}
      wide
      labels={{
        ...words,
        errorTitle: t('act.errorTitle'),
        leave: { title: t('draft.leaveTitle'), text: t('draft.leaveText'), yes: t('draft.leaveYes'), no: t('draft.leaveNo') },
      }}
      footer={
        <div className="form-foot">
          <SubmitButton size="lg" name="intent" value="submit" />
          <SubmitButton size="lg" variant="default" name="intent" value="save" unchecked>
            {t('draft.save')}
          </SubmitButton>
          <Autosave action={autosaveAction} labels={{ saving: t('draft.saving'), saved: t('draft.saved'), failed: t('draft.saveFailed') }} />
        </div>
      }
    >
      <WrittenFields t={t} english={english} request={request} />
      {children}
    </Form>
  );
}
