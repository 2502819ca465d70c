import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { IpFields } from '@/app/_server/ip-fields';
import { read } from '@/app/_server/read';
import { IpTable } from '@/components/companies/ip-parts';
import { Form } from '@/components/form/form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ipOf } from '@/lib/companies/queries/ip';
import { ipCounts } from '@/lib/companies/rules/ip';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { dayOf } from '@/lib/kernel/dates';
import { saveMyIpAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('ip'))('title') };
}

export default async function MyIpPage() {
  const { company, rights, today } = await read(companyGate, async (ctx) => {
    const id = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    return { company: id, rights: await ipOf(ctx, id), today: dayOf(ctx.now) };
  });
  const [t, companies, list, shell] = [await getT('ip'), await getT('companies'), await getT('list'), await getT('shell')];
  return (
    <>
      <PageHead title={t('title')} crumbs={{ label: shell('crumbs'), items: [{ label: companies('my.title'), href: '/my/company' }, { label: t('title') }] }} meta={t('counts', ipCounts(rights, today))} />
      <div className="grid gap-4">
        <Card title={t('title')} note={t('myNote')}>
          <IpTable t={t} rights={rights} today={today} href={(right) => `/my/company/ip/${right.id}`} missing={list('missing')} />
        </Card>
        <Card title={t('add')} id="add">
          <Form wide action={saveMyIpAction} hidden={await hiddenFields()} labels={await formLabels(t('add'))}>
            <IpFields company={company} />
          </Form>
        </Card>
      </div>
    </>
  );
}
