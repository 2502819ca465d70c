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
import { Label } from '@/components/ui/field';
import { Select } from '@/components/ui/inputs';
import { searchCompanies, theOneMeant } from '@/lib/companies/queries/search';
import type { SearchParams } from '@/lib/kernel/list-params';
import { onBehalf } from '@/lib/service-desk/inputs';
import { behalfChannels } from '@/lib/service-desk/inputs/item';
import { currentVersion, factsFor, listItemNames, listItems } from '@/lib/service-desk/queries/catalogue';
import { companyStanding, ownCompanyNames } from '@/lib/service-desk/queries/people';
import { fileOnBehalfAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('behalf.title') };
}

const path = '/desk/requests/new';

/**
 * 代帮办 on one page: company and item are asked for together, what the item asks stands below them. Whom or what the text
 * leaves open is chosen with one click. Works without a script.
 */
export default async function OnBehalfPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { filters } = onBehalf.parse(await searchParams);
  const view = await read(clerks, async (ctx) => {
    const found = filters.company === undefined && filters.q !== undefined ? await searchCompanies(ctx, filters.q, 10) : [];
    const companyId = filters.company ?? theOneMeant(found, filters.q ?? '')?.id;
    const company = companyId === undefined ? null : await companyStanding(ctx, companyId);
    const chosen = filters.item === undefined ? null : await currentVersion(ctx, filters.item);
    // What this company may not file is chosen anew.
    const version = chosen !== null && (company === null || chosen.filers.some((state) => state === company.state)) ? chosen : null;
    return {
      companyId,
      company,
      found,
      version,
      own: company === null ? await ownCompanyNames(ctx) : [],
      names: company === null ? await listItemNames(ctx) : [],
      items: company !== null && version === null ? (await listItems(ctx)).filter(({ filers }) => filers.some((state) => state === company.state)) : [],
      facts: companyId !== undefined && version !== null ? await factsFor(ctx, companyId, version.fields) : {},
    };
  });
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const english = locale === 'en';
  const { company, companyId, version } = view;
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.desk'), href: '/desk/requests' }, { label: t('behalf.title') }] }}
        title={t('behalf.title')}
        meta={t('behalf.note')}
      />
      {company === null ? (
        <ChooseCompany t={t} path={path} keep={{ item: filters.item }} typed={filters.q} found={view.found} suggestions={view.own} act={t('behalf.begin')}>
          <div className="min-w-48">
            <Label htmlFor="behalf-item">{t('behalf.item')}</Label>
            <Select
              id="behalf-item"
              name="item"
              defaultValue={version?.itemId ?? ''}
              placeholder={t('behalf.chooseItem')}
              options={view.names.map((item) => ({ value: item.id, label: nameIn(locale, item) }))}
            />
          </div>
        </ChooseCompany>
      ) : (
        <Card title={t('behalf.company')} aside={<LinkButton href={filters.item === undefined ? path : `${path}?item=${filters.item}`} size="sm">{t('behalf.change')}</LinkButton>}>
          <b>{company.name}</b>
        </Card>
      )}
      {company !== null && version === null && (
        <Card title={t('behalf.chooseItem')} className="mt-4">
          <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
            {view.items.map((item) => (
              <li key={item.id}>
                <a className="link" href={`${path}?company=${companyId}&item=${item.id}`}>
                  {nameIn(locale, item)}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {company !== null && version !== null && (
        <Card title={nameIn(locale, version)} note={t('behalf.prefilled')} aside={<LinkButton href={`${path}?company=${companyId}`} size="sm">{t('behalf.change')}</LinkButton>} className="mt-4">
          <Form action={fileOnBehalfAction} hidden={await hiddenFields()} labels={{ submit: t('behalf.save'), pending: t('behalf.saving'), errorTitle: t('act.errorTitle') }}>
            <ChipField
              name="channel"
              type="radio"
              label={t('behalf.channel')}
              value={['phone']}
              options={behalfChannels.filter((channel) => version.channels.includes(channel)).map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
            />
            <TextField name="title" label={t('file.title')} hint={t('draft.titleHint')} required maxLength={100} value={version.asksBody ? '' : version.name} />
            <ItemFields t={t} english={english} fields={version.fields} isLater answers={view.facts} facts={view.facts} />
            <TextareaField name="body" label={t('file.body')} optional={t(version.asksBody ? 'act.beforeConfirming' : 'act.optional')} rows={4} maxLength={5000} />
            <input type="hidden" name="company" value={companyId} />
            <input type="hidden" name="item" value={version.itemId} />
          </Form>
        </Card>
      )}
    </>
  );
}
