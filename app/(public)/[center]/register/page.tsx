import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { publicCenter } from '@/lib/centers/queries';
import { Door } from '../../_door/door';
import { NewPasswordFields } from '../../_door/new-password-fields';
import { applyAsSelfAction, registerAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('register.title') };
}

export default async function RegisterPage({ params }: { params: Promise<{ center: string }> }) {
  const { center: slug } = await params;
  const center = await readPublic(null, (ctx) => publicCenter(ctx, slug));
  if (center === null) notFound();
  const [t, locale, session] = [await getT('admission'), await getLocale(), await getSession()];
  const consent = (
    <>
      <input type="hidden" name="center" value={center.id} />
      <Card title={t('register.consentTitle')}>
        <p className="text-sm">{t('register.consentText', { center: locale === 'en' ? center.nameEn : center.name })}</p>
      </Card>
      <CheckboxField name="consent" label={t('register.consent')} required />
    </>
  );
  return (
    <Door title={t('register.title')} note={t('register.note')}>
      {session === null ? (
        <Form action={registerAction} hidden={{ membership: null, formKey: '' }} labels={await formLabels(t('register.submit'), { leave: false })}>
          <TextField name="name" label={t('register.name')} autoComplete="name" maxLength={60} required />
          <TextField name="phone" type="tel" inputMode="tel" label={t('register.phone')} autoComplete="tel" maxLength={20} required />
          <TextField name="email" type="email" label={t('register.email')} autoComplete="email" maxLength={200} />
          <NewPasswordFields />
          {consent}
        </Form>
      ) : (
        <>
          <p className="mb-4">{t('public.signedInAs', { name: session.personName })}</p>
          <Form action={applyAsSelfAction} hidden={await hiddenFields()} labels={await formLabels(t('public.withThis'), { leave: false })}>
            {consent}
          </Form>
        </>
      )}
      {session === null && (
        <p className="mt-5">
          <LinkButton variant="quiet" href="/sign-in?next=%2Fapply">
            {t('public.resume')}
          </LinkButton>
        </p>
      )}
    </Door>
  );
}
