import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { operator } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { openCenterAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('admin.createTitle') };
}

export default async function NewCenterPage() {
  await read(operator, () => Promise.resolve(null));
  const [t, shell] = [await getT('centers'), await getT('shell')];
  return (
    <>
      <PageHead title={t('admin.createTitle')} crumbs={{ label: shell('crumbs'), items: [{ label: t('admin.title'), href: '/admin' }, { label: t('admin.createTitle') }] }} />
      <Card>
        <Form
          action={openCenterAction}
          hidden={await hiddenFields()}
          labels={await formLabels(t('admin.create'))}
          extra={
            <LinkButton href="/admin" variant="quiet">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <TextField name="name" label={t('center.name')} required maxLength={60} />
          <TextField name="nameEn" label={t('center.nameEn')} required maxLength={120} />
          <div className="form-row">
            <TextField name="shortName" label={t('center.shortName')} required maxLength={20} />
            <TextField name="slug" label={t('admin.slug')} hint={t('admin.slugHint')} required maxLength={31} autoComplete="off" />
          </div>
          <div className="form-row">
            <TextField name="address" label={t('center.address')} optional={shell('form.optional')} maxLength={120} />
            <TextField name="phone" label={t('center.phone')} optional={shell('form.optional')} inputMode="tel" maxLength={30} />
          </div>
          <h2>{t('admin.first')}</h2>
          <p className="text-ink-2">{t('admin.firstNote')}</p>
          <div className="form-row">
            <TextField name="adminName" label={t('admin.adminName')} required maxLength={60} autoComplete="off" />
            <TextField name="adminPhone" label={t('admin.adminPhone')} type="tel" inputMode="tel" optional={shell('form.optional')} autoComplete="off" />
          </div>
        </Form>
      </Card>
    </>
  );
}
