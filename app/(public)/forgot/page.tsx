import type { Metadata } from 'next';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { Door } from '../_door/door';
import { forgotAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('forgot.title') };
}

export default async function ForgotPage() {
  const t = await getT('people');
  return (
    <Door title={t('forgot.title')} note={t('forgot.note')}>
      <Form
        action={forgotAction}
        hidden={{ membership: null, formKey: '' }}
        labels={{ submit: t('forgot.submit'), pending: t('forgot.pending'), errorTitle: t('forgot.errorTitle') }}
        extra={<a href="/sign-in">{t('forgot.back')}</a>}
      >
        <TextField name="identifier" label={t('forgot.identifier')} autoComplete="username" maxLength={200} required />
      </Form>
      <p className="mt-6 text-sm text-ink-2">{t('forgot.noMail')}</p>
    </Door>
  );
}
