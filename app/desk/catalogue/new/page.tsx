import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { listCatalogue } from '@/lib/service-desk/queries/catalogue';
import { beginItemAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('catalogue.new') };
}

/** Begins an item: what it is called, and which one it is like. The rest is worded on its own page. */
export default async function NewItemPage() {
  const items = await read(['director', 'manager'], (ctx) => listCatalogue(ctx));
  const [t, shell, locale] = [await getT('service-desk'), await getT('shell'), await getLocale()];
  return (
    <>
      <PageHead title={t('catalogue.new')} meta={t('catalogue.newNote')} crumbs={{ label: t('file.crumbs'), items: [{ label: t('catalogue.title'), href: '/desk/catalogue' }, { label: t('catalogue.new') }] }} />
      <Card>
        <Form
          action={beginItemAction}
          hidden={await hiddenFields()}
          labels={await formLabels(t('catalogue.begin'))}
          extra={
            <LinkButton variant="quiet" href="/desk/catalogue">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <TextField name="name" label={t('catalogue.name')} required maxLength={60} />
          <TextField name="nameEn" label={t('catalogue.nameEn')} required maxLength={120} />
          <SelectField
            name="like"
            label={t('catalogue.like')}
            hint={t('catalogue.likeHint')}
            optional={shell('form.optional')}
            placeholder={t('catalogue.likeNone')}
            options={items.map(({ id, shown }) => ({ value: id, label: nameIn(locale, shown) }))}
          />
        </Form>
      </Card>
    </>
  );
}
