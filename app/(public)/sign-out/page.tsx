import type { Metadata } from 'next';
import { getT } from '@/app/_server/i18n';
import { signOut } from '@/app/_server/preferences';
import { getSession } from '@/app/_server/session';
import { PostButton } from '@/components/form/plain-form';
import { LinkButton } from '@/components/ui/button';
import { Door } from '../_door/door';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('signOut.title') };
}

export default async function SignOutPage() {
  const [t, session] = [await getT('people'), await getSession()];
  if (session === null) {
    return (
      <Door title={t('signOut.title')} note={t('signOut.done')}>
        <LinkButton href="/sign-in" variant="primary">
          {t('signIn.title')}
        </LinkButton>
      </Door>
    );
  }
  return (
    <Door title={t('signOut.title')} note={t('signOut.note')}>
      <div className="flex gap-2">
        <PostButton action={signOut} variant="primary">
          {t('signOut.submit')}
        </PostButton>
        <LinkButton href="/">{t('signOut.stay')}</LinkButton>
      </div>
    </Door>
  );
}
