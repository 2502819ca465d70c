import { hiddenFields } from '@/app/_server/form';
import { Autosave } from '@/components/form/autosave';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import type { Correction, RequestFile } from '@/lib/service-desk/queries/file';
import { autosaveAction, submitAction } from '../actions';
import { WrittenFields } from './written-fields';

/** What is missing, and the request itself to put it right, on one page. */
export async function CorrectForm({ t, english, request, round }: { t: Translate; english: boolean; request: RequestFile; round: Correction }) {
  return (
    <Card title={t('draft.fixTitle', { count: round.items.length })} note={t('draft.fixNote')} id="correct" now="due" className="mt-4">
      <ol className="mb-4 list-decimal rounded-md bg-due-weak py-2 pr-3 pl-8">
        {round.items.map((item) => (
          <li key={item} className="py-0.5 break-words">
            {item}
          </li>
        ))}
      </ol>
      <Form
        action={submitAction}
        hidden={await hiddenFields(request.version)}
        wide
        labels={{
          submit: t('draft.resubmit'),
          pending: t('draft.submitting'),
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
        <TextareaField name="answer" label={t('draft.answer')} hint={t('draft.answerHint')} optional={t('act.optional')} maxLength={1000} rows={2} />
      </Form>
    </Card>
  );
}
