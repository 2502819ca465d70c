import { TextareaField, TextField } from '@/components/form/text-fields';
import type { Translate } from '@/lib/kernel/i18n';
import { FIELD_PREFIX, firstItems } from '@/lib/service-desk/inputs';
import type { RequestFile } from '@/lib/service-desk/queries/file';

/** What the company writes: subject, the item's own fields, the rest in its own words. */
export function WrittenFields({ t, english, request }: { t: Translate; english: boolean; request: RequestFile }) {
  const known = firstItems.find((key) => key === request.item.key) ?? 'other';
  return (
    <>
      <TextField name="title" label={t('file.title')} hint={t('draft.titleHint')} required maxLength={100} value={request.title} />
      {request.item.fields.map((field) => {
        const common = {
          name: `${FIELD_PREFIX}${field.key}`,
          label: english ? field.labelEn : field.label,
          hint: english ? field.hintEn : field.hint,
          required: field.required,
          value: request.answers[field.key],
          ...(field.required ? {} : { optional: t('act.optional') }),
        };
        return field.kind === 'text' ? (
          <TextareaField key={field.key} {...common} maxLength={1000} />
        ) : (
          <TextField key={field.key} {...common} maxLength={200} {...(field.kind === 'phone' ? { type: 'tel' as const, autoComplete: 'tel' } : {})} />
        );
      })}
      <TextareaField name="body" label={t(`draft.body.${known}`)} hint={t('draft.bodyHint')} required rows={6} maxLength={5000} value={request.body} />
      <input type="hidden" name="request" value={request.id} />
    </>
  );
}
