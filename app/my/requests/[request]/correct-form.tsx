import { TextareaField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import type { Correction } from '@/lib/service-desk/queries/file';
import type { View } from './view';
import { WrittenForm } from './written-form';

/** What is missing, and the request itself to put it right, on one page. */
export function CorrectForm({ t, english, request, round }: { t: Translate; english: boolean; request: View['request']; round: Correction }) {
  return (
    <Card title={t('draft.fixTitle', { count: round.items.length })} note={t('draft.fixNote')} id="correct" now="due" className="mt-4">
      <ol className="mb-4 list-decimal rounded-md bg-due-weak py-2 pr-3 pl-8">
        {round.items.map((item) => (
          <li key={item} className="py-0.5 break-words">
            {item}
          </li>
        ))}
      </ol>
      <WrittenForm t={t} english={english} request={request} words={{ submit: t('draft.resubmit'), pending: t('draft.submitting') }}>
        <TextareaField name="answer" label={t('draft.answer')} hint={t('draft.answerHint')} optional={t('act.optional')} maxLength={1000} rows={2} />
      </WrittenForm>
    </Card>
  );
}
