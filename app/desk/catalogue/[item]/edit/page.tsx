import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxesField, CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextareaField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { promisedDays } from '@/lib/approvals/rules';
import { departmentChoices } from '@/lib/centers/queries';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { channels, companyFacts, fieldKinds, filerStates, itemEffects, situations } from '@/lib/service-desk/inputs/item';
import { getItem } from '@/lib/service-desk/queries/catalogue';
import { samplePlaces } from '@/lib/service-desk/queries/samples';
import { type OutlineNames, writeFields, writeMaterials, writeStages } from '@/lib/service-desk/rules/outline';
import { wordItemAction } from '../../actions';
import { SamplesCard } from '../samples-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('catalogue.edit') };
}

/** Words the next version of an item: its form, papers and lanes as outlines of one thing a line. */
export default async function EditItemPage({ params }: { params: Promise<{ item: string }> }) {
  const { item: id } = await params;
  if (!isId(id)) notFound();
  const view = await read(['director', 'manager'], async (ctx) => {
    const item = found(await getItem(ctx, id));
    const draft = item.versions.find(({ state }) => state === 'draft');
    return { item, draft, places: draft === undefined ? [] : await samplePlaces(ctx, draft.id), departments: await departmentChoices(ctx) };
  });
  const [t, shell, locale] = [await getT('service-desk'), await getT('shell'), await getLocale()];
  const { draft } = view;
  const { versions } = view.item;
  const row = found(draft ?? versions[0]);
  const departments = new Map(view.departments.map((one) => [one.id, one.name]));
  const names: OutlineNames = {
    kind: (kind) => t(`kinds.${kind}`),
    fact: (fact) => t(`facts.${fact}`),
    manager: t('outline.manager'),
    required: t('outline.required'),
    optional: t('outline.optional'),
    kept: t('outline.kept'),
    holder: t('parties.holder'),
    role: (role) => shell(`roles.${role}`),
    department: (department) => departments.get(department) ?? t('parties.holder'),
  };
  const listed = (values: readonly string[], under: string) => values.map((value) => t(`${under}.${value}`)).join(locale === 'en' ? ', ' : '、');
  const options = (values: readonly string[], under: string) => values.map((value) => ({ value, label: t(`${under}.${value}`) }));
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('catalogue.title'), href: '/desk/catalogue' }, { label: nameIn(locale, row), href: `/desk/catalogue/${id}` }, { label: t('catalogue.edit') }] }}
        title={nameIn(locale, row)}
        meta={t('catalogue.draftNote')}
      />
      <Form
        action={wordItemAction}
        hidden={await hiddenFields(draft?.version)}
        wide
        labels={await formLabels(t('catalogue.save'))}
        extra={
          <LinkButton href={`/desk/catalogue/${id}`} variant="quiet">
            {t('file.close')}
          </LinkButton>
        }
      >
        <div className="form-row">
          <TextField name="name" label={t('catalogue.name')} required maxLength={60} value={row.name} />
          <TextField name="nameEn" label={t('catalogue.nameEn')} required maxLength={120} value={row.nameEn} />
        </div>
        <div className="form-row">
          <TextareaField name="description" label={t('catalogue.description')} rows={2} maxLength={500} value={row.description} />
          <TextareaField name="descriptionEn" label={t('catalogue.descriptionEn')} rows={2} maxLength={1000} value={row.descriptionEn} />
        </div>
        <div className="form-row">
          <TextField name="basis" label={t('catalogue.basis')} maxLength={300} value={row.basis} />
          <TextField name="basisEn" label={t('catalogue.basisEn')} maxLength={600} value={row.basisEn} />
        </div>
        <CheckboxesField name="situations" label={t('catalogue.situation')} inline value={row.situations} options={options(situations, 'situations')} />
        <CheckboxesField name="filers" label={t('catalogue.filers')} required inline value={row.filers} options={options(filerStates, 'filers')} />
        <CheckboxesField name="channels" label={t('catalogue.channelsLabel')} required inline value={row.channels} options={options(channels, 'channels')} />
        <div className="form-row">
          <TextField name="acceptanceDays" label={t('catalogue.acceptance')} required inputMode="numeric" maxLength={1} value={String(row.acceptanceDays)} />
          <TextField
            name="promisedDays"
            label={t('catalogue.promised')}
            hint={t('catalogue.promisedHint', { least: promisedDays(row.stages) })}
            required
            inputMode="numeric"
            maxLength={3}
            value={String(row.promisedDays)}
          />
        </div>
        <TextareaField name="stages" label={t('catalogue.stages')} hint={t('catalogue.stagesHint')} required rows={6} maxLength={4000} value={writeStages(row.stages, names)} />
        <TextareaField name="materials" label={t('catalogue.materials')} hint={t('catalogue.materialsHint')} rows={4} maxLength={4000} value={writeMaterials(row.materials, names)} />
        <TextareaField
          name="fields"
          label={t('catalogue.fields')}
          hint={t('catalogue.fieldsHint', { kinds: listed(fieldKinds, 'kinds'), facts: listed(companyFacts, 'facts') })}
          rows={8}
          maxLength={6000}
          value={writeFields(row.fields, names)}
        />
        <CheckboxField name="asksBody" label={t('catalogue.asksBody')} checked={row.asksBody} />
        <CheckboxesField name="effects" label={t('catalogue.effects')} hint={t('catalogue.effectsHint')} inline value={row.effects} options={options(itemEffects, 'effects')} />
        <TextField name="resultTitle" label={t('catalogue.resultTitle')} maxLength={100} value={row.resultTitle} />
        <TextareaField name="resultText" label={t('catalogue.resultText')} rows={2} maxLength={3000} value={row.resultText} />
        <div className="form-row">
          <TextField name="granted" label={t('catalogue.granted')} hint={t('catalogue.outcomeHint', { word: t('outcomes.granted') })} maxLength={20} value={row.outcomeWords.granted ?? ''} />
          <TextField name="grantedEn" label={t('catalogue.grantedEn')} maxLength={40} value={row.outcomeWords.grantedEn ?? ''} />
        </div>
        <div className="form-row">
          <TextField name="declined" label={t('catalogue.declined')} hint={t('catalogue.outcomeHint', { word: t('outcomes.declined') })} maxLength={20} value={row.outcomeWords.declined ?? ''} />
          <TextField name="declinedEn" label={t('catalogue.declinedEn')} maxLength={40} value={row.outcomeWords.declinedEn ?? ''} />
        </div>
        <input type="hidden" name="item" value={id} />
      </Form>
      {draft === undefined ? <p className="mt-4 text-ink-2">{t('catalogue.samplesLater')}</p> : <SamplesCard item={draft} places={view.places} path={`/desk/catalogue/${id}/edit`} />}
    </>
  );
}
