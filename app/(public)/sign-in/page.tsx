import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { shownLogins } from '@/app/_server/demo-logins';
import { getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { typedBefore } from '@/app/_server/typed';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';
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
  const [t, shell, session, demo, typed] = [await getT('people'), await getT('shell'), await getSession(), shownLogins(), await typedBefore()];
  return (
    <Door title={t('signIn.title')} note={t('signIn.note')}>
      {typed.length > 0 && (
        <div className="mb-5">
          <Notice tone="due" title={t('signIn.typedTitle')}>
            <span className="mb-2 block">{t('signIn.typedNote')}</span>
            {typed.map((text) => (
              <span key={text} className="mb-2 block border-l-2 border-line-2 pl-3 break-words whitespace-pre-wrap select-all">
                {text}
              </span>
            ))}
          </Notice>
        </div>
      )}
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
      {demo !== null && (
        <Section title={t('signIn.demo')}>
          <p className="mb-2 text-sm text-ink-2">{t('signIn.demoNote', { password: demo.password })}</p>
          <Table caption={t('signIn.demo')}>
            <thead>
              <tr>
                <Th>{t('signIn.demoRole')}</Th>
                <Th>{t('signIn.demoName')}</Th>
                <Th>{t('signIn.demoPhone')}</Th>
              </tr>
            </thead>
            <tbody>
              {demo.logins.map((login) => (
                <tr key={login.phone}>
                  <Td>{shell(`roles.${login.role}`)}</Td>
                  <Td>{login.name}</Td>
                  <Td>
                    <span className="num">{login.phone}</span>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
    </Door>
  );
}
