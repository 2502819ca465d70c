import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { canEditCompanies, canEditContacts, canReveal } from '@/lib/companies/policy';
import { contactsOf, getCompany } from '@/lib/companies/queries/file';
import { allow, found } from '@/lib/kernel/errors';
import { removeContactAction, revealContactAction, saveContactAction } from '../../../actions';
import { ContactFormFields } from '@/app/_server/contact-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('contact.title') };
}

export default async function ContactPage({ params }: { params: Promise<{ company: string; contact: string }> }) {
  const { company: id, contact: contactId } = await params;
  const { company, contact, may } = await read(businessAndAuditor, async (ctx) => {
    const row = found(await getCompany(ctx, id));
    const one = found((await contactsOf(ctx, row.id)).find((line) => line.id === contactId));
    const can = { edit: canEditContacts(ctx.actor, row.id), reveal: canReveal(ctx.actor), own: canEditCompanies(ctx.actor) };
    allow(can.edit || can.reveal);
    return { company: row, contact: one, may: can };
  });
  const [t, shell] = [await getT('companies'), await getT('shell')];
  const file = `/desk/companies/${company.id}`;
  const hidesNumber = contact.phone !== null && !contact.inFull;
  return (
    <>
      <PageHead
        title={contact.name}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: company.name, href: file }, { label: contact.name }] }}
        meta={contact.phone}
      />
      <div className="grid gap-4">
        {may.reveal && hidesNumber && (
          <Card title={t('contact.reveal')} note={t('contact.revealNote')} id="reveal">
            <Form action={revealContactAction} hidden={await hiddenFields()} labels={await formLabels(t('contact.reveal'), { leave: false })}>
              <HiddenInputs more={{ contact: contact.id }} />
              <TextField name="reason" label={t('contact.reason')} required maxLength={200} suggestions={[t('contact.reasonCall'), t('contact.reasonUrgent')]} />
            </Form>
          </Card>
        )}
        {may.edit && (
          <Card title={t('contact.edit')} id="edit">
            <Form
              action={saveContactAction}
              hidden={await hiddenFields(contact.version)}
              labels={await formLabels()}
              extra={
                <LinkButton variant="quiet" href={file}>
                  {shell('form.cancel')}
                </LinkButton>
              }
            >
              <ContactFormFields company={company.id} contact={contact} />
            </Form>
          </Card>
        )}
        {may.own && (
          <p>
            <a className="link" href={`${file}/personal/contact/${contact.id}`}>
              {(await getT('privacy'))('open')}
            </a>
          </p>
        )}
        {may.edit && (
          <Card title={t('contact.remove')} note={t('contact.removeNote')} id="remove">
            <Form
              action={removeContactAction}
              hidden={await hiddenFields()}
              labels={await formLabels(t('contact.remove'), { leave: false })}
              footer={<div className="form-foot"><SubmitButton variant="danger">{t('contact.remove')}</SubmitButton></div>}
            >
              <HiddenInputs more={{ contact: contact.id }} />
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
