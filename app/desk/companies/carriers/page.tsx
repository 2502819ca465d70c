import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { type Column, DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { carrierKinds } from '@/lib/companies/inputs';
import { canKeepCarriers } from '@/lib/companies/policy';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { addCarrierAction, closeCarrierAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('carriers.title') };
}

type Carrier = Awaited<ReturnType<typeof listCarriers>>[number];

export default async function CarriersPage() {
  const { carriers, mayKeep } = await read(businessAndAuditor, async (ctx) => ({ carriers: await listCarriers(ctx), mayKeep: canKeepCarriers(ctx.actor) }));
  const [t, list, shell] = [await getT('companies'), await getT('list'), await getT('shell')];
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const row of carriers) keys.set(row.id, await hiddenFields());
  const columns: Column<Carrier>[] = [
    { key: 'name', head: t('carriers.name'), cell: (row) => row.name },
    { key: 'kind', head: t('carriers.kind'), cell: (row) => t(`carriers.kinds.${row.kind}`) },
    { key: 'campus', head: t('carriers.campus'), cell: (row) => (row.campus === '' ? list('missing') : row.campus) },
    {
      key: 'companies',
      head: t('carriers.companies'),
      align: 'right',
      cell: (row) => (
        <a className="link num" href={`/desk/companies?carrier=${row.id}&state=incubating`}>
          {row.companies}
        </a>
      ),
    },
    {
      key: 'state',
      head: t('field.state'),
      cell: (row) => (row.closedOn === null ? <StatePill tone="ok">{t('carriers.open')}</StatePill> : <StatePill tone="neutral">{t('carriers.closed', { day: row.closedOn })}</StatePill>),
    },
    ...(mayKeep
      ? [
          {
            key: 'acts',
            head: t('carriers.acts'),
            phone: 'bare' as const,
            cell: (row: Carrier) =>
              row.closedOn === null && (
                <ConfirmButton
                  action={closeCarrierAction}
                  hidden={keys.get(row.id)}
                  values={{ carrier: row.id }}
                  size="sm"
                  question={{ title: t('carriers.closeAsk', { name: row.name }), text: t('carriers.closeText'), yes: t('carriers.close'), no: shell('form.cancel') }}
                >
                  {t('carriers.close')}
                </ConfirmButton>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={t('carriers.title')} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: t('carriers.title') }] }} />
      <DataTable
        caption={t('carriers.title')}
        columns={columns}
        rows={carriers}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('carriers.empty')}>{t('carriers.emptyText')}</EmptyState>}
      />
      {mayKeep && (
        <div className="mt-6">
          <Card title={t('carriers.add')} id="add">
            <Form action={addCarrierAction} hidden={await hiddenFields()} labels={await formLabels(t('carriers.add'))} resetOnDone>
              <div className="form-row">
                <TextField name="name" label={t('carriers.name')} required maxLength={50} />
                <SelectField name="kind" label={t('carriers.kind')} required options={carrierKinds.map((value) => ({ value, label: t(`carriers.kinds.${value}`) }))} value="incubator" />
              </div>
              <TextField name="campus" label={t('carriers.campus')} optional={shell('form.optional')} maxLength={50} />
            </Form>
          </Card>
        </div>
      )}
    </>
  );
}
