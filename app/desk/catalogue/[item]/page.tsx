import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PostButton } from '@/components/form/plain-form';
import { DateField } from '@/components/form/text-fields';
import { FileLayout } from '@/components/page/file-layout';
import { PageHead } from '@/components/page/page-head';
import { FormPreview } from '@/components/service-desk/form-preview';
import { ItemSheet } from '@/components/service-desk/item-sheet';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';
import { departmentChoices } from '@/lib/centers/queries';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { canKeepCatalogue } from '@/lib/service-desk/policy';
import { countUnderWay, getItem, inForceOn } from '@/lib/service-desk/queries/catalogue';
import { wantedMaterials } from '@/lib/service-desk/queries/materials';
import { samplePlaces, samplesOf } from '@/lib/service-desk/queries/samples';
import { publishItemAction, turnItemAction } from '../actions';
import { SamplesCard } from './samples-card';

interface Props {
  params: Promise<{ item: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('catalogue.title') };
}

/** One item as a company reads it, in any of its versions, and publishing the one that is being worded. */
export default async function ItemPage({ params, searchParams }: Props) {
  const { item: id } = await params;
  const { version: wanted } = await searchParams;
  if (!isId(id)) notFound();
  const view = await read(businessAndAuditor, async (ctx) => {
    const item = found(await getItem(ctx, id));
    const today = dayOf(ctx.now);
    const draft = item.versions.find(({ state }) => state === 'draft');
    const inForce = inForceOn(item.versions, today);
    const shown = found((wanted === 'draft' ? draft : item.versions.find(({ number }) => String(number) === wanted)) ?? inForce ?? item.versions[0]);
    return {
      item,
      draft,
      inForce,
      shown,
      samples: await samplesOf(ctx, shown.id),
      places: shown.state === 'draft' ? await samplePlaces(ctx, shown.id) : [],
      underWay: await countUnderWay(ctx, id),
      departments: await departmentChoices(ctx),
      mayKeep: canKeepCatalogue(ctx.actor),
      today,
    };
  });
  const [t, shell, locale] = [await getT('service-desk'), await getT('shell'), await getLocale()];
  const { versions, closedAt } = view.item;
  const { draft, inForce, shown } = view;
  const state = (version: (typeof versions)[number]) =>
    version.state === 'draft' ? t('catalogue.draft', { n: version.number }) : version.id === inForce?.id ? t('catalogue.inForce', { n: version.number }) : t('catalogue.coming', { n: version.number, day: formatDay(version.effectiveFrom ?? '', locale) });
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('catalogue.title'), href: '/desk/catalogue' }, { label: nameIn(locale, shown) }] }}
        title={nameIn(locale, shown)}
        state={<StatePill tone={closedAt !== null ? 'neutral' : shown.state === 'draft' ? 'due' : 'ok'}>{closedAt !== null ? t('catalogue.closed') : state(shown)}</StatePill>}
        actions={
          view.mayKeep && (
            <>
              <PostButton action={turnItemAction} hidden={await hiddenFields()} values={{ item: id }}>
                {closedAt === null ? t('catalogue.close') : t('catalogue.open')}
              </PostButton>
              <LinkButton href={`/desk/catalogue/${id}/edit`} variant="primary">
                {draft === undefined ? t('catalogue.newVersion') : t('catalogue.edit')}
              </LinkButton>
            </>
          )
        }
      />
      <FileLayout
        sideLabel={t('catalogue.history')}
        side={
          <>
            {draft !== undefined && view.mayKeep && (
              <Card title={t('catalogue.publish')} note={t('catalogue.publishNote')} now="due" id="publish">
                <Form action={publishItemAction} hidden={await hiddenFields()} wide labels={{ submit: t('catalogue.publish'), pending: t('catalogue.publishing'), errorTitle: t('act.errorTitle') }}>
                  <DateField name="from" label={t('catalogue.from')} required min={view.today} value={view.today} />
                  <input type="hidden" name="item" value={id} />
                </Form>
              </Card>
            )}
            <Card title={t('catalogue.history')} body="rows">
              {versions.map((version) => (
                <CardRow
                  key={version.id}
                  label={
                    <a className="link" href={`/desk/catalogue/${id}?version=${version.state === 'draft' ? 'draft' : version.number}`}>
                      {state(version)}
                    </a>
                  }
                >
                  {(view.underWay.get(version.id) ?? 0) > 0 ? t('catalogue.underWay', { count: view.underWay.get(version.id) ?? 0 }) : t('file.missing')}
                </CardRow>
              ))}
            </Card>
          </>
        }
      >
        <ItemSheet
          t={t}
          roles={shell}
          english={locale === 'en'}
          item={shown}
          materials={wantedMaterials(shown)}
          onFile={new Map()}
          samples={view.samples}
          departments={new Map(view.departments.map((one) => [one.id, one]))}
        />
        <FormPreview t={t} english={locale === 'en'} item={shown} />
        {shown.state === 'draft' && view.mayKeep && <SamplesCard item={shown} places={view.places} path={`/desk/catalogue/${id}?version=draft`} />}
      </FileLayout>
    </>
  );
}
