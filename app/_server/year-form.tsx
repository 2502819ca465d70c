import { Form } from '@/components/form/form';
import type { FormHandler } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import { FileField, TextareaField, TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { formLabels, hiddenFields } from './form';
import { getT } from './i18n';

/** One year's arrangement, new (`seen` empty, the year open) or corrected. */
export async function YearForm({ action, year, fixed, document, days, seen, back }: {
  action: FormHandler;
  year: string;
  fixed: boolean;
  document: string;
  days: string;
  seen: string;
  back: string;
}) {
  const [t, shell] = [await getT('centers'), await getT('shell')];
  return (
    <Form
      action={action}
      hidden={await hiddenFields()}
      labels={await formLabels()}
      extra={
        <LinkButton href={back} variant="quiet">
          {shell('form.cancel')}
        </LinkButton>
      }
    >
      <HiddenInputs more={{ seen, ...(fixed ? { year } : {}) }} />
      {!fixed && <TextField name="year" label={t('calendar.year')} value={year} inputMode="numeric" required maxLength={4} />}
      <TextField name="document" label={t('calendar.document')} hint={t('calendar.documentHint')} value={document} required maxLength={60} />
      <TextareaField name="days" label={t('calendar.lines')} hint={t('calendar.linesHint')} value={days} rows={12} />
      <FileField name="file" label={t('calendar.file')} hint={t('calendar.fileHint')} accept=".xlsx,.csv,.txt" optional={shell('form.optional')} />
    </Form>
  );
}
