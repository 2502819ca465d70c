import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { IpFields } from '@/app/_server/ip-fields';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { canKeepIp } from '@/lib/companies/policy';
import { getCompany } from '@/lib/companies/queries/file';
import { ipOf } from '@/lib/companies/queries/ip';
import { allow, found } from '@/lib/kernel/errors';
import { removeIpAction, saveIpAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('ip'))('edit') };
}

export default async function IpPage({ params }: { params: Promise<{ company: string; right: string }> }) {
  const { company: id, right: rightId } = await params;
  const { company, right } = await read(clerks, async (ctx) => {
    const row = found(await getCompany(ctx, id));
    allow(canKeepIp(ctx.actor, row.id));
    return { company: row, right: found((await ipOf(ctx, row.id)).find((one) => one.id === rightId)) };
  });
  const [t, companies, shell] = [await getT('ip'), await getT('companies'), await getT('shell')];
  return (
    <>
      <PageHead
        title={right.title}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: company.name, href: `/desk/companies/${company.id}/ip` }, { label: t('edit') }] }}
      />
      <div className="grid gap-4">
        <Card title={t('edit')}>
          <Form wide action={saveIpAction} hidden={await hiddenFields(right.version)} labels={await formLabels()}>
            <IpFields company={company.id} right={right} />
          </Form>
        </Card>
        <Card title={t('remove')} note={t('removeNote')}>
          <Form action={removeIpAction} hidden={await hiddenFields()} labels={await formLabels(t('remove'), { leave: false })} footer={<div className="form-foot"><SubmitButton variant="danger">{t('remove')}</SubmitButton></div>}>
            <HiddenInputs more={{ company: company.id, right: right.id }} />
          </Form>
        </Card>
      </div>
    </>
  );
}
