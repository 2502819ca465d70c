import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { Messages, type Said } from '@/components/service-desk/messages';
import { Card } from '@/components/ui/card';
import { myMessageAction } from '../actions';

/** What was said between the company and the desk, and saying more. */
export async function MessagesCard({ request, messages, mayWrite }: { request: string; messages: readonly Said[]; mayWrite: boolean }) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  return (
    <Card title={t('file.messages')} body="bare" id="message" className="mt-4">
      <Messages t={t} locale={locale} messages={messages} portal="my" />
      {mayWrite && (
        <div className="border-t border-line p-(--pad)">
          <Form
            action={myMessageAction}
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
            <TextareaField name="body" label={t('act.messageBody')} required maxLength={3000} rows={3} />
            <input type="hidden" name="request" value={request} />
          </Form>
        </div>
      )}
    </Card>
  );
}
