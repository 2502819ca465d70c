import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { isEmptyInstallation } from '@/lib/people/queries/access';
import { Door } from '../_door/door';
import { NewPasswordFields } from '../_door/new-password-fields';
import { setUpAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('setup.title') };
}

export default async function SetUpPage() {
  if (!(await readPublic(null, isEmptyInstallation))) redirect('/sign-in');
  const t = await getT('people');
  return (
    <Door title={t('setup.title')} note={t('setup.note')}>
      <Form
        action={setUpAction}
        hidden={{ membership: null, formKey: '' }}
        labels={{ submit: t('setup.submit'), pending: t('setup.pending'), errorTitle: t('setup.errorTitle') }}
      >
        <fieldset className="form-part">
          <legend>{t('setup.center')}</legend>
          <TextField name="centerName" label={t('setup.centerName')} autoComplete="organization" maxLength={60} required />
          <TextField name="centerNameEn" label={t('setup.centerNameEn')} maxLength={120} required />
          <TextField name="shortName" label={t('setup.shortName')} hint={t('setup.shortNameHint')} maxLength={20} required />
          <TextField name="slug" label={t('setup.slug')} hint={t('setup.slugHint')} maxLength={30} required />
        </fieldset>
        <fieldset className="form-part">
          <legend>{t('setup.person')}</legend>
          <TextField name="name" label={t('setup.name')} autoComplete="name" maxLength={60} required />
          <TextField name="phone" type="tel" inputMode="tel" label={t('setup.phone')} hint={t('setup.phoneHint')} autoComplete="tel" maxLength={20} required />
          <TextField name="email" type="email" label={t('setup.email')} optional={t('setup.optional')} autoComplete="email" maxLength={200} />
          <NewPasswordFields />
        </fieldset>
      </Form>
    </Door>
  );
}
