import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { safePath } from '@/lib/people/inputs';
import { isEmptyInstallation } from '@/lib/people/queries/access';
import { Door } from '../_door/door';
import { signInAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('signIn.title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const given = (await searchParams).next;
  const next = safePath(typeof given === 'string' ? given : null);
  if (await readPublic(null, isEmptyInstallation)) redirect('/setup');
  const [t, session] = [await getT('people'), await getSession()];
  return (
    <Door title={t('signIn.title')} note={t('signIn.note')}>
      {session !== null && (
        <div className="mb-5">
          <Notice actions={<LinkButton href={next ?? '/'}>{t('signIn.continue')}</LinkButton>}>
            {t('signIn.signedIn', { name: session.personName })}
          </Notice>
        </div>
      )}
      <Form
        action={signInAction}
        // No key: every press is a try of its own.
        hidden={{ membership: null, formKey: '' }}
        labels={{ submit: t('signIn.submit'), pending: t('signIn.pending'), errorTitle: t('signIn.errorTitle') }}
        extra={<a href="/forgot">{t('signIn.forgot')}</a>}
      >
        <input type="hidden" name="next" value={next ?? ''} />
        <TextField name="identifier" label={t('signIn.identifier')} autoComplete="username" maxLength={200} required autoFocus />
        <TextField name="password" type="password" label={t('signIn.password')} autoComplete="current-password" maxLength={200} required />
      </Form>
      <p className="mt-6 text-sm text-ink-2">{t('signIn.help')}</p>
    </Door>
  );
}
