import { TextareaField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';
import type { ItemField } from '@/lib/service-desk/inputs/item';
import { ItemFields } from './item-fields';

/** The form of an item as a company will find it; nothing can be typed into it here. */
export function FormPreview({ t, english, item }: { t: Translate; english: boolean; item: { name: string; fields: readonly ItemField[]; asksBody: boolean } }) {
  return (
    <Card title={t('catalogue.form')} note={t('catalogue.formNote')} id="form" className="mt-4">
      <fieldset disabled className="form form-wide">
        <legend className="sr-only">{t('catalogue.form')}</legend>
        <TextField name="preview_title" label={t('file.title')} hint={t('draft.titleHint')} value={item.asksBody ? '' : item.name} disabled />
        <ItemFields t={t} english={english} fields={item.fields} answers={{}} facts={{}} />
        <TextareaField name="preview_body" label={t('file.body')} rows={3} disabled {...(item.asksBody ? {} : { optional: t('act.optional') })} />
      </fieldset>
    </Card>
  );
}
