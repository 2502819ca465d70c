import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { desk } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { PostButton } from '@/components/form/plain-form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { type Column, DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { fieldKinds } from '@/lib/companies/fields';
import { canKeepFields, canReadCompanies } from '@/lib/companies/policy';
import { type FieldView, fieldUse, listFields } from '@/lib/companies/queries/fields';
import { addFieldAction, closeFieldAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('fields'))('title') };
}

/** Fields this center adds to its companies' files. */
export default async function FieldsPage() {
  const { fields, used, mayKeep, mayCount } = await read(desk, async (ctx) => ({ fields: await listFields(ctx), used: await fieldUse(ctx), mayKeep: canKeepFields(ctx.actor), mayCount: canReadCompanies(ctx.actor) }));
  const [t, shell, centers, hidden] = [await getT('fields'), await getT('shell'), await getT('centers'), await hiddenFields()];
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const field of fields) keys.set(field.id, await hiddenFields());
  const columns: Column<FieldView>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: (row) => (
        <>
          {row.name}
          {row.choices.length > 0 && <Sub>{row.choices.join('、')}</Sub>}
        </>
      ),
    },
    { key: 'kind', head: t('kind'), cell: (row) => `${t(`kinds.${row.kind}`)}${row.inList ? ` · ${t('shown')}` : ''}` },
    // Who doesn't see companies sees none that use a field, which isn't none.
    ...(mayCount ? [{ key: 'used', head: t('used'), align: 'right' as const, cell: (row: FieldView) => <span className="num">{t('usedBy', { count: used.get(row.id) ?? 0 })}</span> }] : []),
    { key: 'state', head: t('state'), cell: (row) => (row.closedAt === null ? <StatePill tone="ok">{t('open')}</StatePill> : <StatePill tone="neutral">{t('closed')}</StatePill>) },
    ...(mayKeep
      ? [
          {
            key: 'acts',
            head: t('acts'),
            phone: 'bare' as const,
            cell: (row: FieldView) => (
              <div className="flex flex-wrap gap-1">
                <LinkButton size="sm" href={`/desk/settings/fields/${row.id}`}>
                  {t('change')}
                </LinkButton>
                <PostButton action={closeFieldAction} hidden={keys.get(row.id)} values={{ field: row.id }} size="sm">
                  {row.closedAt === null ? t('close') : t('reopen')}
                </PostButton>
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={t('title')} crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('title') }] }} />
      <DataTable caption={t('title')} columns={columns} rows={fields} rowKey={(row) => row.id} empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>} />
      {mayKeep && (
        <div className="mt-6">
          <Card title={t('create')} id="create">
            <Form action={addFieldAction} hidden={hidden} labels={await formLabels(t('create'))} resetOnDone>
              <div className="form-row">
                <TextField name="name" label={t('name')} required maxLength={30} />
                <SelectField name="kind" label={t('kind')} required options={fieldKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} value="text" />
              </div>
              <TextField name="choices" label={t('choices')} hint={t('choicesHint')} optional={shell('form.optional')} maxLength={500} />
              <CheckboxField name="inList" label={t('inList')} hint={t('inListHint')} />
            </Form>
          </Card>
        </div>
      )}
    </>
  );
}
