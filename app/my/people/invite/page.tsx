import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { enter } from '@/app/_server/context';
import { hiddenFields } from '@/app/_server/form';
import { company } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { canInvite } from '@/lib/people/policy';
import { inviteColleagueAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('colleagues.inviteTitle') };
}

export default async function InvitePage() {
  const { actor } = await enter(company);
  if (actor.kind !== 'member' || !canInvite(actor, { role: 'company_member', companyId: actor.companyId })) forbidden();
  const [t, shell] = [await getT('people'), await getT('shell')];
  return (
    <>
      <PageHead
        title={t('colleagues.inviteTitle')}
        meta={t('colleagues.inviteNote')}
        crumbs={{ label: t('colleagues.title'), items: [{ label: t('colleagues.title'), href: '/my/people' }, { label: t('colleagues.inviteTitle') }] }}
      />
      <Form
        action={inviteColleagueAction}
        hidden={await hiddenFields()}
        labels={{ submit: t('colleagues.submit'), pending: t('colleagues.pending'), errorTitle: t('colleagues.errorTitle') }}
        extra={<LinkButton href="/my/people">{t('colleagues.cancel')}</LinkButton>}
      >
        <TextField name="name" label={t('colleagues.name')} maxLength={60} required />
        <TextField name="phone" type="tel" inputMode="tel" label={t('colleagues.phone')} hint={t('colleagues.phoneHint')} optional={t('setup.optional')} maxLength={20} />
        <RadioField
          name="role"
          label={t('colleagues.inviteRole')}
          value="company_member"
          required
          options={[
            { value: 'company_member', label: shell('roles.company_member'), note: t('colleagues.memberNote') },
            { value: 'company_owner', label: shell('roles.company_owner'), note: t('colleagues.ownerNote') },
          ]}
        />
      </Form>
    </>
  );
}
