import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, MoneyField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { Button, LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { fieldHeader, fieldKey } from '@/lib/companies/fields';
import { companyList, leadingIndustries } from '@/lib/companies/inputs';
import { canImportCompanies } from '@/lib/companies/policy';
import { openFields } from '@/lib/companies/queries/fields';
import { companyChoices, listCompanies } from '@/lib/companies/queries/list';
import { mayServeAs } from '@/lib/companies/rules';
import { bulkKeys, headerOf } from '@/lib/companies/sheet';
import { allow } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { bulkEditAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('segments'))('bulk.title') };
}

const MOST = 500;

/** One field of many companies: which, and what it shall say. What would change is shown before anything is written. */
export default async function BulkEditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const ids = [...new Set([search.c ?? []].flat().filter((one) => isId(one)))].slice(0, MOST);
  const params = companyList.parse(search);
  const query = companyList.toSearch(params, { page: 1 });
  const { total, fields, choices } = await read(clerks, async (ctx) => {
    allow(canImportCompanies(ctx.actor));
    return {
      total: ids.length > 0 ? ids.length : (await listCompanies(ctx, { ...params, page: 1, size: 1, filters: { ...params.filters, exact: '1' } })).total,
      fields: await openFields(ctx),
      choices: await companyChoices(ctx),
    };
  });
  const [t, companies, shell, locale] = [await getT('segments'), await getT('companies'), await getT('shell'), await getLocale()];
  const path = '/desk/companies';
  const offered = [
    ...bulkKeys.map((key) => ({ value: key as string, label: headerOf(key, locale) })),
    ...fields.map((field) => ({ value: fieldKey(field.id), label: fieldHeader(field, locale) })),
  ];
  const asked = offered.find((one) => one.value === search.set);
  const head = <PageHead title={t('bulk.title')} meta={t('bulk.count', { count: total })} crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: path }, { label: t('bulk.title') }] }} />;
  if (total === 0) {
    return (
      <>
        {head}
        <EmptyState title={companies('bulk.nothing')} action={<LinkButton href={path}>{companies('title')}</LinkButton>}>
          {companies('bulk.nothingText')}
        </EmptyState>
      </>
    );
  }
  const own = fields.find((field) => fieldKey(field.id) === asked?.value);
  const about = { name: 'value', label: asked?.label ?? '', hint: t('bulk.emptyHint') };
  const people = (role: 'liaison' | 'counsellor' | 'mentor') => choices.people.filter((one) => mayServeAs(one.role, role)).map((one) => ({ value: one.name, label: one.name }));
  const options =
    asked?.value === 'leadingIndustry'
      ? leadingIndustries.map((value) => ({ value: value as string, label: companies(`leading.${value}`) }))
      : asked?.value === 'carrier'
        ? choices.carriers.filter((one) => one.closedOn === null).map((one) => ({ value: one.name, label: one.name }))
        : asked?.value === 'liaison' || asked?.value === 'counsellor' || asked?.value === 'mentor'
          ? people(asked.value)
          : own?.kind === 'choice'
            ? own.choices.map((value) => ({ value, label: value }))
            : null;
  const input =
    options !== null ? (
      <SelectField {...about} placeholder={t('bulk.clear')} options={options} />
    ) : own?.kind === 'date' ? (
      <DateField {...about} />
    ) : own?.kind === 'money' ? (
      <MoneyField {...about} unit={companies('unit.wan')} />
    ) : asked?.value === 'note' ? (
      <TextareaField {...about} rows={3} maxLength={2_000} />
    ) : (
      <TextField {...about} maxLength={300} />
    );
  return (
    <>
      {head}
      <div className="grid max-w-3xl gap-4">
        <Card title={t('bulk.choose')}>
          <form action={`${path}/bulk`} method="get" className="flex flex-wrap items-end gap-2">
            {ids.map((one) => (
              <input key={one} type="hidden" name="c" value={one} />
            ))}
            {[...new URLSearchParams(query)].map(([name, value]) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            ))}
            <label className="field">
              <span>{t('bulk.field')}</span>
              <select name="set" defaultValue={asked?.value ?? ''} className="input">
                <option value="">{companies('choose')}</option>
                {offered.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.label}
                  </option>
                ))}
              </select>
            </label>
            <Button type="submit">{t('bulk.pick')}</Button>
          </form>
        </Card>
        {asked !== undefined && (
          <Card title={t('bulk.value')} note={t('bulk.note')}>
            <Form
              action={bulkEditAction}
              hidden={await hiddenFields()}
              labels={await formLabels(t('bulk.preview', { count: total }), { leave: false })}
              extra={
                <LinkButton variant="quiet" href={path}>
                  {shell('form.cancel')}
                </LinkButton>
              }
            >
              <HiddenInputs more={{ field: asked.value, query: ids.length > 0 ? '' : query, title: t('bulk.sheet', { field: asked.label }) }} />
              {ids.map((one) => (
                <input key={one} type="hidden" name="companies[]" value={one} />
              ))}
              {input}
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
