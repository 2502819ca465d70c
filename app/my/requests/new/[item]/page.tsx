import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hiddenFields } from '@/app/_server/form';
import { company } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { ItemSheet } from '@/components/service-desk/item-sheet';
import { Notice } from '@/components/ui/notice';
import { departmentChoices } from '@/lib/centers/queries';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { currentVersion } from '@/lib/service-desk/queries/catalogue';
import { filesOnRecord, wantedMaterials } from '@/lib/service-desk/queries/materials';
import { companyStanding } from '@/lib/service-desk/queries/people';
import { samplesOf } from '@/lib/service-desk/queries/samples';
import { startDraftAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('my.new') };
}

/** What an item needs, with what we have already ticked off, before anybody types a word. */
export default async function ItemPage({ params }: { params: Promise<{ item: string }> }) {
  const { item: id } = await params;
  if (!isId(id)) notFound();
  const view = await read(company, async (ctx) => {
    const version = found(await currentVersion(ctx, id));
    const companyId = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    const materials = wantedMaterials(version);
    const standing = await companyStanding(ctx, companyId);
    return {
      version,
      materials,
      may: version.filers.some((state) => state === standing?.state),
      known: await filesOnRecord(ctx, companyId, materials.filter(({ onFile }) => onFile).map(({ key }) => key)),
      samples: await samplesOf(ctx, version.id),
      departments: await departmentChoices(ctx),
    };
  });
  const [t, shell, locale] = [await getT('service-desk'), await getT('shell'), await getLocale()];
  const { version } = view;
  const name = nameIn(locale, version);
  const onFile = new Map([...view.known].map(([key, file]) => [key, [file.name, file.number, formatDay(dayOf(file.at), locale)].filter(Boolean).join(' · ')]));
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: t('my.new'), href: '/my/requests/new' }, { label: name }] }}
        title={name}
        meta={t('my.promise', { acceptance: version.acceptanceDays, promised: version.promisedDays })}
        actions={
          view.may && (
            <PostButton action={startDraftAction} hidden={await hiddenFields()} values={{ item: id }} variant="primary" size="lg">
              {t('my.start')}
            </PostButton>
          )
        }
      />
      {!view.may && <Notice tone="due" title={t('catalogue.notFor')} />}
      <ItemSheet
        t={t}
        roles={shell}
        english={locale === 'en'}
        item={version}
        materials={view.materials}
        onFile={onFile}
        samples={view.samples}
        departments={new Map(view.departments.map((one) => [one.id, one]))}
      />
    </>
  );
}
