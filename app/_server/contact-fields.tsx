import { getT } from '@/app/_server/i18n';
import { CheckboxField } from '@/components/form/choice-fields';
import { HiddenInputs } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import type { ContactView } from '@/lib/companies/queries/file';

/** A contact's fields. A masked number left as it stands stays as it is. */
export async function ContactFormFields({ company, contact }: { company: string; contact?: ContactView }) {
  const [t, shell] = [await getT('companies'), await getT('shell')];
  const optional = shell('form.optional');
  return (
    <>
      <HiddenInputs more={{ company, ...(contact === undefined ? {} : { contact: contact.id }) }} />
      <div className="form-row">
        <TextField name="name" label={t('contact.name')} required maxLength={50} value={contact?.name} />
        <TextField name="title" label={t('contact.job')} optional={optional} maxLength={50} value={contact?.title} />
      </div>
      <div className="form-row">
        <TextField
          name="phone"
          type="tel"
          label={t('contact.phone')}
          {...(contact !== undefined && contact.phone !== null && !contact.inFull ? { hint: t('contact.maskedHint') } : {})}
          maxLength={30}
          value={contact?.phone ?? undefined}
        />
        <TextField name="email" type="email" label={t('contact.email')} optional={optional} maxLength={200} value={contact?.email ?? undefined} />
      </div>
      <CheckboxField name="isPrimary" label={t('contact.makePrimary')} checked={contact?.isPrimary ?? false} />
    </>
  );
}
