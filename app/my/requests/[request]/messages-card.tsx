import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { type GivenFile, Messages, type Said } from '@/components/service-desk/messages';
import { Card } from '@/components/ui/card';
import { myMessageAction } from '../actions';

/** What was said between the company and the desk, and saying more. */
export async function MessagesCard({ request, messages, files, mayWrite, mayAttach }: { request: string; messages: readonly Said[]; files: readonly GivenFile[]; mayWrite: boolean; mayAttach: boolean }) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  return (
    <Card title={t('file.messages')} body="bare" id="message" className="mt-4">
      <Messages t={t} locale={locale} messages={messages} files={files} portal="my" />
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
                {mayAttach && <a className="link" href="#files">{t('act.attachFile')}</a>}
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
