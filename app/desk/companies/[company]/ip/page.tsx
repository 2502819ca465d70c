import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { IpFields } from '@/app/_server/ip-fields';
import { read } from '@/app/_server/read';
import { IpTable } from '@/components/companies/ip-parts';
import { Form } from '@/components/form/form';
import { Card } from '@/components/ui/card';
import { canKeepIp } from '@/lib/companies/policy';
import { ipOf } from '@/lib/companies/queries/ip';
import { ipCounts } from '@/lib/companies/rules/ip';
import { CompanyHead, loadHead } from '../frame';
import { saveIpAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('ip'))('title') };
}

export default async function CompanyIpPage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, rights, mayKeep } = await read(businessAndAuditor, async (ctx) => {
    const head = await loadHead(ctx, id);
    return { head, rights: await ipOf(ctx, head.company.id), mayKeep: canKeepIp(ctx.actor, head.company.id) };
  });
  const [t, list] = [await getT('ip'), await getT('list')];
  const base = `/desk/companies/${head.company.id}/ip`;
  return (
    <>
      <CompanyHead head={head} tab="ip" />
      <div className="grid gap-4">
        <Card title={t('title')} note={t('counts', ipCounts(rights, head.today))}>
          <IpTable t={t} rights={rights} today={head.today} href={mayKeep ? (right) => `${base}/${right.id}` : null} missing={list('missing')} />
        </Card>
        {mayKeep && (
          <Card title={t('add')} id="add">
            <Form wide action={saveIpAction} hidden={await hiddenFields()} labels={await formLabels(t('add'))}>
              <IpFields company={head.company.id} />
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
