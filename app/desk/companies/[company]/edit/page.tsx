import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { HiddenInputs } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { canEditCompanies } from '@/lib/companies/policy';
import { ownOf } from '@/lib/companies/queries/fields';
import { getCompany } from '@/lib/companies/queries/file';
import { allow, found } from '@/lib/kernel/errors';
import { editCompanyAction } from '../../actions';
import { CompanyForm } from '../../company-form';
import { CompanyFormFields } from '../../company-fields';
import { OwnFieldsForm } from '../../own-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('edit') };
}

export default async function EditCompanyPage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { company, fields, values } = await read(business, async (ctx) => {
    const row = found(await getCompany(ctx, id));
    allow(canEditCompanies(ctx.actor));
    return { company: row, ...(await ownOf(ctx, row.id)) };
  });
  const [t, shell] = [await getT('companies'), await getT('shell')];
  const file = `/desk/companies/${company.id}`;
  return (
    <>
      <PageHead
        title={t('edit')}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: company.name, href: file }, { label: t('edit') }] }}
      />
      <Card>
        <CompanyForm
          editing
          action={editCompanyAction}
          hidden={await hiddenFields(company.version)}
          labels={await formLabels()}
          extra={
            <LinkButton variant="quiet" href={file}>
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <HiddenInputs more={{ company: company.id }} />
          <CompanyFormFields company={company} />
        </CompanyForm>
      </Card>
      <OwnFieldsForm company={company.id} fields={fields} values={values} />
    </>
  );
}
