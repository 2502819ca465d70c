import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { ChipField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextareaField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { ChooseCompany } from '@/components/service-desk/choose-company';
import { ItemFields } from '@/components/service-desk/item-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { searchCompanies } from '@/lib/companies/queries/search';
import type { SearchParams } from '@/lib/kernel/list-params';
import { onBehalf } from '@/lib/service-desk/inputs';
import { behalfChannels } from '@/lib/service-desk/inputs/item';
import { currentVersion, factsFor, listItems } from '@/lib/service-desk/queries/catalogue';
import { companyStanding } from '@/lib/service-desk/queries/people';
import { fileOnBehalfAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('behalf.title') };
}

const path = '/desk/requests/new';

/** 代帮办 in three steps of the address: the company, the item, what it asks. Works without a script. */
export default async function OnBehalfPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { filters } = onBehalf.parse(await searchParams);
  const view = await read(clerks, async (ctx) => {
    const company = filters.company === undefined ? null : await companyStanding(ctx, filters.company);
    const version = filters.item === undefined ? null : await currentVersion(ctx, filters.item);
    return {
      company,
      found: company === null && filters.q !== undefined ? await searchCompanies(ctx, filters.q, 10) : [],
      items: company !== null && version === null ? (await listItems(ctx)).filter(({ filers }) => filers.some((state) => state === company.state)) : [],
      version,
      facts: company !== null && version !== null && filters.company !== undefined ? await factsFor(ctx, filters.company, version.fields) : {},
    };
  });
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const english = locale === 'en';
  const { company, version } = view;
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.desk'), href: '/desk/requests' }, { label: t('behalf.title') }] }}
        title={t('behalf.title')}
        meta={t('behalf.note')}
      />
      {company === null || filters.company === undefined ? (
        <ChooseCompany t={t} path={path} keep={{ item: filters.item }} typed={filters.q} found={view.found} />
      ) : (
        <Card title={t('behalf.company')} aside={<LinkButton href={path} size="sm">{t('behalf.change')}</LinkButton>}>
          <b>{company.name}</b>
        </Card>
      )}
      {company !== null && version === null && (
        <Card title={t('behalf.chooseItem')} className="mt-4">
          <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
            {view.items.map((item) => (
              <li key={item.id}>
                <a className="link" href={`${path}?company=${filters.company}&item=${item.id}`}>
                  {nameIn(locale, item)}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {company !== null && version !== null && (
        <Card title={nameIn(locale, version)} note={t('behalf.prefilled')} aside={<LinkButton href={`${path}?company=${filters.company}`} size="sm">{t('behalf.change')}</LinkButton>} className="mt-4">
          <Form action={fileOnBehalfAction} hidden={await hiddenFields()} labels={{ submit: t('behalf.save'), pending: t('behalf.saving'), errorTitle: t('act.errorTitle') }}>
            <ChipField
              name="channel"
              type="radio"
              label={t('behalf.channel')}
              value={['phone']}
              options={behalfChannels.filter((channel) => version.channels.includes(channel)).map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
            />
            <TextField name="title" label={t('file.title')} hint={t('draft.titleHint')} required maxLength={100} value={version.asksBody ? '' : version.name} />
            <ItemFields t={t} english={english} fields={version.fields.map((field) => ({ ...field, required: false }))} answers={view.facts} facts={view.facts} />
            <TextareaField name="body" label={t('file.body')} optional={t('act.optional')} rows={4} maxLength={5000} />
            <input type="hidden" name="company" value={filters.company} />
            <input type="hidden" name="item" value={version.itemId} />
          </Form>
        </Card>
      )}
    </>
  );
}
