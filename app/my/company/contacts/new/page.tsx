import type { Metadata } from 'next';
import { ContactFormFields } from '@/app/_server/contact-fields';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { saveMyContactAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('contact.add') };
}

export default async function NewMyContactPage() {
  const company = await read(companyGate, async (ctx) => (isCompanyPerson(ctx.actor) ? ctx.actor.companyId : ''));
  const [t, shell] = [await getT('companies'), await getT('shell')];
  return (
    <>
      <PageHead title={t('contact.add')} crumbs={{ label: shell('crumbs'), items: [{ label: t('my.title'), href: '/my/company' }, { label: t('contact.add') }] }} />
      <Card>
        <Form
          action={saveMyContactAction}
          hidden={await hiddenFields()}
          labels={await formLabels()}
          extra={
            <LinkButton variant="quiet" href="/my/company">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <ContactFormFields company={company} />
        </Form>
      </Card>
    </>
  );
}
