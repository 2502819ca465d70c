import { hiddenFields } from '@/app/_server/form';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import type { Correction } from '@/lib/service-desk/queries/file';
import { answerLanesAction, reopenAction } from '../actions';

/** What single lanes ask for, and the answer to them; the other lanes go on meanwhile. */
export async function AnswerLanesForm({ t, request, asked }: { t: Translate; request: string; asked: readonly Correction[] }) {
  return (
    <Card title={t('act.answerLaneTitle')} note={t('act.answerLaneNote')} id="answer" now="due" className="mt-4">
      <ol className="mb-4 list-decimal rounded-md bg-due-weak py-2 pr-3 pl-8">
        {asked.flatMap((round) =>
          round.items.map((item) => (
            <li key={`${round.id}-${item}`} className="py-0.5 break-words">
              {item}
            </li>
          )),
        )}
      </ol>
      <Form
        action={answerLanesAction}
        hidden={await hiddenFields()}
        wide
        labels={{ submit: t('act.answerLane'), pending: t('act.sending'), errorTitle: t('act.errorTitle') }}
        footer={
          <div className="form-foot">
            <SubmitButton size="lg" />
          </div>
        }
      >
        <TextareaField name="answer" label={t('act.answerText')} required rows={3} maxLength={1000} />
        <input type="hidden" name="request" value={request} />
      </Form>
    </Card>
  );
}

/** Asks for another round. */
export async function ReopenForm({ t, request, back }: { t: Translate; request: string; back: string }) {
  return (
    <Card title={t('act.reopenTitle')} note={t('act.reopenNote')} id="reopen" className="mt-4">
      <Form
        action={reopenAction}
        hidden={await hiddenFields()}
        wide
        labels={{ submit: t('act.reopen'), pending: t('act.reopening'), errorTitle: t('act.errorTitle') }}
        footer={
          <div className="form-foot">
            <SubmitButton />
            <LinkButton href={back} variant="quiet">
              {t('file.close')}
            </LinkButton>
          </div>
        }
      >
        <TextareaField name="reason" label={t('act.reopenReason')} required rows={3} maxLength={1000} />
        <input type="hidden" name="request" value={request} />
      </Form>
    </Card>
  );
}
