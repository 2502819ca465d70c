import type { Metadata } from 'next';
import { ContactFormFields } from '@/app/_server/contact-fields';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { contactsOf } from '@/lib/companies/queries/file';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { found } from '@/lib/kernel/errors';
import { removeMyContactAction, saveMyContactAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('contact.edit') };
}

export default async function MyContactPage({ params }: { params: Promise<{ contact: string }> }) {
  const { contact: contactId } = await params;
  const { company, contact } = await read(companyGate, async (ctx) => {
    const id = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    return { company: id, contact: found((await contactsOf(ctx, id, true)).find((one) => one.id === contactId)) };
  });
  const [t, shell] = [await getT('companies'), await getT('shell')];
  return (
    <>
      <PageHead title={contact.name} crumbs={{ label: shell('crumbs'), items: [{ label: t('my.title'), href: '/my/company' }, { label: contact.name }] }} />
      <div className="grid gap-4">
        <Card title={t('contact.edit')}>
          <Form
            action={saveMyContactAction}
            hidden={await hiddenFields(contact.version)}
            labels={await formLabels()}
            extra={
              <LinkButton variant="quiet" href="/my/company">
                {shell('form.cancel')}
              </LinkButton>
            }
          >
            <ContactFormFields company={company} contact={contact} />
          </Form>
        </Card>
        <Card title={t('contact.remove')} note={t('contact.removeNote')}>
          <Form
            action={removeMyContactAction}
            hidden={await hiddenFields()}
            labels={await formLabels(t('contact.remove'), { leave: false })}
            footer={<div className="form-foot"><SubmitButton variant="danger">{t('contact.remove')}</SubmitButton></div>}
          >
            <HiddenInputs more={{ contact: contact.id }} />
          </Form>
        </Card>
      </div>
    </>
  );
}
