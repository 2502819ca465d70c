import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import type { FormHandler } from '@/components/form/form-state';
import { TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { LinkPurpose } from '@/lib/people/inputs';
import { findLink } from '@/lib/people/queries/access';
import { linkState } from '@/lib/people/rules';
import { Door } from '../../_door/door';
import { NewPasswordFields } from '../../_door/new-password-fields';
import { changePhoneAction, resetPasswordAction, resetSecondFactorAction } from './actions';

/** The address carries a secret: no index. Every page's referrer policy keeps it inside; a stricter one would also withhold the origin that actions ask for. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('link.reset_password.title'), robots: { index: false } };
}

const actions: Record<LinkPurpose, FormHandler> = {
  reset_password: resetPasswordAction,
  change_phone: changePhoneAction,
  reset_second_factor: resetSecondFactorAction,
};

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getT('people');
  const { link, state } = await readPublic(null, async (ctx) => {
    const link = await findLink(ctx, token);
    return { link, state: link === null ? ('unknown' as const) : linkState(link, ctx.now) };
  });
  if (link === null || state !== 'open') {
    return (
      <Door title={t('link.badTitle')}>
        <div className="mt-4 grid gap-4">
          <Notice tone="due">{t(`link.${state === 'open' ? 'unknown' : state}`)}</Notice>
          <div>
            <LinkButton href="/sign-in" variant="primary">
              {t('link.signIn')}
            </LinkButton>
          </div>
        </div>
      </Door>
    );
  }
  const { purpose } = link;
  const proof = <TextField name="currentPassword" type="password" label={t('password.current')} autoComplete="current-password" maxLength={200} required />;
  const fields: Record<LinkPurpose, ReactNode> = {
    reset_password: <NewPasswordFields />,
    change_phone: (
      <>
        <TextField name="phone" type="tel" inputMode="tel" label={t('link.change_phone.phone')} autoComplete="tel" maxLength={20} required />
        {proof}
      </>
    ),
    reset_second_factor: proof,
  };
  return (
    <Door title={t(`link.${purpose}.title`)} note={t(`link.${purpose}.note`, { name: link.personName })}>
      <Form
        action={actions[purpose]}
        hidden={{ membership: null, formKey: '' }}
        labels={{ submit: t(`link.${purpose}.submit`), pending: t('link.pending'), errorTitle: t('link.errorTitle') }}
      >
        <input type="hidden" name="token" value={token} />
        {fields[purpose]}
      </Form>
    </Door>
  );
}
