import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getPending } from '@/app/_server/browser';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { currentTime } from '@/lib/kernel/env';
import { safePath } from '@/lib/people/inputs';
import { Door } from '../../_door/door';
import { enterCodeAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('verify.title') };
}

export default async function VerifyPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const given = (await searchParams).next;
  const next = safePath(typeof given === 'string' ? given : null);
  if ((await getPending(currentTime())) === null) redirect('/sign-in');
  const t = await getT('people');
  return (
    <Door title={t('verify.title')} note={t('verify.note')}>
      <Form
        action={enterCodeAction}
        hidden={{ membership: null, formKey: '' }}
        labels={{ submit: t('verify.submit'), pending: t('verify.pending'), errorTitle: t('verify.errorTitle') }}
        extra={<a href="/sign-in">{t('verify.restart')}</a>}
      >
        <input type="hidden" name="next" value={next ?? ''} />
        <TextField name="code" label={t('verify.code')} autoComplete="one-time-code" maxLength={20} required autoFocus />
      </Form>
      <p className="mt-6 text-sm text-ink-2">{t('verify.lost')}</p>
    </Door>
  );
}
