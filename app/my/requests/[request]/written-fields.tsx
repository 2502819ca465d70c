import { TextareaField, TextField } from '@/components/form/text-fields';
import { ItemFields } from '@/components/service-desk/item-fields';
import type { Translate } from '@/lib/kernel/i18n';
import type { View } from './view';

/** What the company writes: subject, the item's own fields, the rest in its own words. */
export function WrittenFields({ t, english, request }: { t: Translate; english: boolean; request: View['request'] }) {
  const { asksBody } = request.item;
  const known = ['consultation', 'materials', 'repair'].find((key) => key === request.item.key) ?? 'other';
  return (
    <>
      <TextField name="title" label={t('file.title')} hint={t('draft.titleHint')} required maxLength={100} value={request.title} />
      <ItemFields t={t} english={english} fields={request.item.fields} answers={request.answers} facts={request.facts} />
      <TextareaField
        name="body"
        label={t(`draft.body.${known}`)}
        hint={t('draft.bodyHint')}
        required={asksBody}
        rows={asksBody ? 6 : 3}
        maxLength={5000}
        value={request.body}
        {...(asksBody ? {} : { optional: t('act.optional') })}
      />
      <p className="text-sm text-ink-2">{t('act.declaration')}</p>
      <input type="hidden" name="request" value={request.id} />
    </>
  );
}
