import type { Metadata } from 'next';
import { NewPasswordFields } from '@/app/(public)/_door/new-password-fields';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { enter } from '../../_server/context';
import { getT } from '../../_server/i18n';
import { changePasswordAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('passwordPage.title') };
}

export default async function PasswordPage() {
  await enter('signed-in');
  const t = await getT('people');
  return (
    <Card title={t('passwordPage.title')} note={t('passwordPage.note')}>
      <Form
        action={changePasswordAction}
        // No key: a password typed wrong and then right is two tries, and passwords are kept out of what a replay could return.
        hidden={{ membership: null, formKey: '' }}
        labels={{ submit: t('passwordPage.submit'), pending: t('passwordPage.pending'), errorTitle: t('passwordPage.errorTitle') }}
      >
        <TextField name="currentPassword" type="password" label={t('password.current')} autoComplete="current-password" maxLength={200} required />
        <NewPasswordFields />
      </Form>
    </Card>
  );
}
