import { hiddenFields } from '@/app/_server/form';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { Messages } from '@/components/service-desk/messages';
import { Card } from '@/components/ui/card';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import type { Message } from '@/lib/service-desk/queries/file';
import { deskMessageAction } from '../actions';

/** What was said, and saying more: to the company, or among colleagues. */
export async function Talk({
  t,
  locale,
  request,
  messages,
  mayWrite,
  mayNote,
}: {
  t: Translate;
  locale: Locale;
  request: string;
  messages: readonly Message[];
  mayWrite: boolean;
  mayNote: boolean;
}) {
  return (
    <Card title={t('file.messages')} body="bare" id="message">
      <Messages t={t} locale={locale} messages={messages} />
      {(mayWrite || mayNote) && (
        <div className="border-t border-line p-(--pad)">
          <Form
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
            <TextareaField name="body" label={mayWrite ? t('act.messageCompany') : t('file.internal')} required maxLength={3000} rows={3} />
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
