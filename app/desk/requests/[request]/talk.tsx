import { hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { FrequentAnswers } from '@/components/service-desk/frequent-answers';
import { Messages } from '@/components/service-desk/messages';
import { Card } from '@/components/ui/card';
import type { AnswerTemplate } from '@/lib/centers/queries';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import type { Message } from '@/lib/service-desk/queries/file';
import { deskMessageAction } from '../actions';

/** What was said, and saying more: to the company, or among colleagues. */
export async function Talk({
  t,
  locale,
  request,
  messages,
  reads,
  mayWrite,
  mayNote,
  answers,
  inserted,
}: {
  t: Translate;
  locale: Locale;
  request: string;
  messages: readonly Message[];
  reads: Readonly<Record<'company' | 'desk', Date | null>>;
  mayWrite: boolean;
  mayNote: boolean;
  answers: readonly AnswerTemplate[];
  /** The frequent answer that was pressed. */
  inserted: string | null;
}) {
  const prefilled = answers.find((one) => one.id === inserted);
  const centers = await getT('centers');
  return (
    <Card title={t('file.messages')} body="bare" id="message">
      <Messages t={t} locale={locale} messages={messages} reads={reads} portal="desk" />
      {(mayWrite || mayNote) && (
        <div className="border-t border-line p-(--pad)">
          {mayWrite && <FrequentAnswers label={centers('answers.insert')} answers={answers} href={(id) => `/desk/requests/${request}?answer=${id}#message`} />}
          <Form
            key={prefilled?.id ?? 'empty'}
            action={deskMessageAction}
            hidden={await hiddenFields()}
            resetOnDone
            wide
            labels={{ submit: t('act.sendMessage'), pending: t('act.sending'), errorTitle: t('act.errorTitle') }}
            footer={
              <div className="form-foot">
                <SubmitButton />
              </div>
            }
          >
            <TextareaField name="body" label={mayWrite ? t('act.messageCompany') : t('file.internal')} value={prefilled?.body ?? ''} required maxLength={3000} rows={3} />
            {mayWrite ? (
              mayNote && <CheckboxField name="internal" label={t('act.internalOnly')} />
            ) : (
              <input type="hidden" name="internal" value="on" />
            )}
            <input type="hidden" name="request" value={request} />
          </Form>
        </div>
      )}
    </Card>
  );
}
