import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { maskPhone } from '@/lib/kernel/phone';
import { findInvitation, isKnownIdentifier } from '@/lib/people/queries/access';
import { invitationState } from '@/lib/people/rules';
import { Door } from '../../_door/door';
import { NewPasswordFields } from '../../_door/new-password-fields';
import { acceptKnownAction, acceptNewAction, acceptSignedInAction } from './actions';

/** The address carries a secret: no index. Every page's referrer policy keeps it inside; a stricter one would also withhold the origin that actions ask for. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('invitation.title'), robots: { index: false } };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, shell, locale, session] = [await getT('people'), await getT('shell'), await getLocale(), await getSession()];
  const { invitation, state, isKnown } = await readPublic(null, async (ctx) => {
    const invitation = await findInvitation(ctx, token);
    const state = invitation === null ? ('unknown' as const) : invitationState(invitation, ctx.now);
    return { invitation, state, isKnown: invitation?.phone == null ? null : await isKnownIdentifier(ctx, invitation.phone) };
  });
  if (invitation === null || state !== 'open') {
    return (
      <Door title={t('invitation.badTitle')}>
        <div className="mt-4 grid gap-4">
          <Notice tone="due">{t(`invitation.${state === 'open' ? 'unknown' : state}`)}</Notice>
          <div>
            <LinkButton href="/sign-in" variant="primary">
              {t('link.signIn')}
            </LinkButton>
          </div>
        </div>
      </Door>
    );
  }

  const { companyName: company, phone, expiresAt } = invitation;
  const center = locale === 'en' ? invitation.centerNameEn : invitation.centerName;
  const role = shell(`roles.${invitation.role}`);
  const labels = (submit: string, name = '') => ({ submit: t(submit, { name }), pending: t('invitation.pending'), errorTitle: t('invitation.errorTitle') });
  const hidden = { membership: null, formKey: '' };
  const tokenField = <input type="hidden" name="token" value={token} />;
  const asNew = (
    <Card title={t('invitation.newTitle')} note={t('invitation.newNote')}>
      <Form id="new" action={acceptNewAction} hidden={hidden} labels={labels('invitation.submitNew')}>
        {tokenField}
        <TextField name="name" label={t('invitation.name')} value={invitation.name} autoComplete="name" maxLength={60} required />
        {phone === null ? (
          <TextField name="phone" type="tel" inputMode="tel" label={t('invitation.phone')} autoComplete="tel" maxLength={20} required />
        ) : (
          <TextField name="shownPhone" label={t('invitation.phone')} hint={t('invitation.phoneFixed')} value={maskPhone(phone)} disabled />
        )}
        <NewPasswordFields />
      </Form>
    </Card>
  );
  const asKnown = (
    <Card title={t('invitation.knownTitle')} note={t('invitation.knownNote')}>
      <Form id="known" action={acceptKnownAction} hidden={hidden} labels={labels('invitation.submitKnown')}>
        {tokenField}
        <TextField name="identifier" label={t('signIn.identifier')} autoComplete="username" maxLength={200} required />
        <TextField name="password" type="password" label={t('signIn.password')} autoComplete="current-password" maxLength={200} required />
      </Form>
    </Card>
  );
  const asSignedIn = session !== null && (
    <Card>
      <p className="mb-4">{t('invitation.signedIn', { name: session.personName })}</p>
      <Form id="here" action={acceptSignedInAction} hidden={await hiddenFields()} labels={labels('invitation.submitSignedIn', session.personName)}>
        {tokenField}
      </Form>
      <p className="mt-4 text-sm text-ink-2">
        {t('invitation.other')} <a href="/sign-out">{t('invitation.signOut')}</a>
      </p>
    </Card>
  );
  return (
    <Door
      title={t('invitation.title')}
      note={
        <>
          {company === null ? t('invitation.note', { center, role }) : t('invitation.noteCompany', { center, company, role })}
          <br />
          {t('invitation.until', { until: expiresAt })}
        </>
      }
    >
      <div className="grid gap-4">
        {asSignedIn || (
          <>
            {isKnown !== true && asNew}
            {isKnown !== false && asKnown}
          </>
        )}
      </div>
    </Door>
  );
}
