import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { IpFields } from '@/app/_server/ip-fields';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ipOf } from '@/lib/companies/queries/ip';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { found } from '@/lib/kernel/errors';
import { removeMyIpAction, saveMyIpAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('ip'))('edit') };
}

export default async function MyRightPage({ params }: { params: Promise<{ right: string }> }) {
  const { right: rightId } = await params;
  const { company, right } = await read(companyGate, async (ctx) => {
    const id = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    return { company: id, right: found((await ipOf(ctx, id)).find((one) => one.id === rightId)) };
  });
  const [t, shell] = [await getT('ip'), await getT('shell')];
  return (
    <>
      <PageHead title={right.title} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/my/company/ip' }, { label: t('edit') }] }} />
      <div className="grid gap-4">
        <Card title={t('edit')}>
          <Form wide action={saveMyIpAction} hidden={await hiddenFields(right.version)} labels={await formLabels()}>
            <IpFields company={company} right={right} />
          </Form>
        </Card>
        <Card title={t('remove')} note={t('removeNote')}>
          <Form action={removeMyIpAction} hidden={await hiddenFields()} labels={await formLabels(t('remove'), { leave: false })} footer={<div className="form-foot"><SubmitButton variant="danger">{t('remove')}</SubmitButton></div>}>
            <HiddenInputs more={{ company, right: right.id }} />
          </Form>
        </Card>
      </div>
    </>
  );
}
