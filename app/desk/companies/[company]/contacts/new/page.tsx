import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { canEditContacts } from '@/lib/companies/policy';
import { getCompany } from '@/lib/companies/queries/file';
import { allow, found } from '@/lib/kernel/errors';
import { saveContactAction } from '../../../actions';
import { ContactFormFields } from '@/app/_server/contact-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('contact.add') };
}

export default async function NewContactPage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const company = await read(business, async (ctx) => {
    const row = found(await getCompany(ctx, id));
    allow(canEditContacts(ctx.actor, row.id));
    return row;
  });
  const [t, shell] = [await getT('companies'), await getT('shell')];
  const file = `/desk/companies/${company.id}`;
  return (
    <>
      <PageHead
        title={t('contact.add')}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: company.name, href: file }, { label: t('contact.add') }] }}
      />
      <Card>
        <Form
          action={saveContactAction}
          hidden={await hiddenFields()}
          labels={await formLabels()}
          extra={
            <LinkButton variant="quiet" href={file}>
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <ContactFormFields company={company.id} />
        </Form>
      </Card>
    </>
  );
}
