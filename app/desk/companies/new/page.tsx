import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { companyStates } from '@/lib/companies/inputs';
import { canEditCompanies, canOpenAt } from '@/lib/companies/policy';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { allow } from '@/lib/kernel/errors';
import { createCompanyAction } from '../actions';
import { CompanyForm } from '../company-form';
import { CompanyFormFields } from '../company-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('create') };
}

export default async function NewCompanyPage() {
  const { carriers, states } = await read(business, async (ctx) => {
    allow(canEditCompanies(ctx.actor));
    return { carriers: await listCarriers(ctx), states: companyStates.filter((state) => canOpenAt(ctx.actor, state)) };
  });
  const [t, shell] = [await getT('companies'), await getT('shell')];
  return (
    <>
      <PageHead title={t('create')} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: t('create') }] }} />
      <Card>
        <CompanyForm
          action={createCompanyAction}
          hidden={await hiddenFields()}
          labels={await formLabels(t('create'))}
          extra={
            <LinkButton variant="quiet" href="/desk/companies">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <CompanyFormFields carriers={carriers} states={states} />
        </CompanyForm>
      </Card>
    </>
  );
}
