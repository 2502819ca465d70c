import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { canReveal } from '@/lib/companies/policy';
import { getCompany } from '@/lib/companies/queries/file';
import { profileOf } from '@/lib/companies/queries/profile';
import { allow, found } from '@/lib/kernel/errors';
import { revealAccountAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('profile'))('reveal') };
}

export default async function AccountPage({ params }: { params: Promise<{ company: string; account: string }> }) {
  const { company: id, account: accountId } = await params;
  const { company, account } = await read(businessAndAuditor, async (ctx) => {
    const row = found(await getCompany(ctx, id));
    allow(canReveal(ctx.actor));
    return { company: row, account: found((await profileOf(ctx, row.id)).accounts.find((one) => one.id === accountId)) };
  });
  const [t, companies, shell] = [await getT('profile'), await getT('companies'), await getT('shell')];
  const file = `/desk/companies/${company.id}`;
  return (
    <>
      <PageHead
        title={t('reveal')}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: company.name, href: `${file}/profile` }, { label: t('parts.account') }] }}
        meta={`${account.holder} · ${account.number}`}
      />
      <Card title={t('reveal')} note={t('revealNote')}>
        <Form action={revealAccountAction} hidden={await hiddenFields()} labels={await formLabels(t('reveal'), { leave: false })}>
          <HiddenInputs more={{ company: company.id, row: account.id }} />
          <TextField name="reason" label={companies('contact.reason')} required maxLength={200} />
        </Form>
      </Card>
    </>
  );
}
