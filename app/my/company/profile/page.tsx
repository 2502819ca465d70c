import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { ProfileFields } from '@/app/_server/profile-fields';
import { ProfileParts } from '@/app/_server/profile-parts';
import { read } from '@/app/_server/read';
import { ProfileFacts, ProposedChanges } from '@/components/companies/profile-facts';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { MoneyField, TextareaField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { getCompany } from '@/lib/companies/queries/file';
import { profileOf, proposalsOf } from '@/lib/companies/queries/profile';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { found } from '@/lib/kernel/errors';
import { plainWan } from '@/lib/kernel/money';
import { addMyAccountAction, addMyPersonAction, addMyProductAction, proposeChangeAction, removeMyPartAction, withdrawProposalAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('profile'))('myTitle') };
}

/** What the company itself may keep, and what it may say has changed. */
export default async function MyProfilePage() {
  const { company, profile, latest } = await read(companyGate, async (ctx) => {
    const row = found(await getCompany(ctx, isCompanyPerson(ctx.actor) ? ctx.actor.companyId : ''));
    return { company: row, profile: await profileOf(ctx, row.id), latest: (await proposalsOf(ctx, row.id, 1))[0] };
  });
  const [t, companies, list, shell, locale] = [await getT('profile'), await getT('companies'), await getT('list'), await getT('shell'), await getLocale()];
  const words = { t, locale, missing: list('missing') };
  return (
    <>
      <PageHead title={t('myTitle')} crumbs={{ label: shell('crumbs'), items: [{ label: companies('my.title'), href: '/my/company' }, { label: t('myTitle') }] }} meta={t('myNote')} />
      <div className="grid gap-4">
        {latest?.state === 'refused' && (
          <Notice tone="late" title={t('proposal.refused')}>
            {latest.reason}
          </Notice>
        )}
        {latest?.state === 'open' && (
          <Card now="due" title={t('proposal.waiting')}>
            <ProposedChanges {...words} changes={latest.changes} />
            <div className="mt-3">
              <PostButton action={withdrawProposalAction} hidden={await hiddenFields()} values={{ proposal: latest.id }}>
                {t('proposal.withdraw')}
              </PostButton>
            </div>
          </Card>
        )}
        <Card title={t('title')}>
          <ProfileFacts {...words} profile={company} />
          <details className="mt-4" id="propose">
            <summary className="link cursor-pointer">{t('proposal.make')}</summary>
            <div className="mt-3">
              <Form wide action={proposeChangeAction} hidden={await hiddenFields()} labels={await formLabels(t('proposal.send'))}>
                <HiddenInputs more={{ company: company.id }} />
                <TextField name="name" label={t('field.name')} required maxLength={100} value={company.name} />
                <div className="form-row">
                  <TextField name="legalRepresentative" label={t('field.legalRepresentative')} maxLength={50} value={company.legalRepresentative ?? undefined} />
                  <MoneyField name="registeredCapital" label={t('field.registeredCapitalFen')} unit={t('unit.wan')} value={company.registeredCapitalFen === null ? undefined : plainWan(company.registeredCapitalFen)} />
                </div>
                <TextField name="address" label={t('field.address')} maxLength={200} value={company.address ?? undefined} />
                <ProfileFields profile={company} />
                <TextareaField name="word" label={t('proposal.word')} hint={t('proposal.wordHint')} rows={2} maxLength={500} />
              </Form>
            </div>
          </details>
        </Card>
        <ProfileParts company={company.id} profile={profile} file="/my/company/profile" actions={{ add: { person: addMyPersonAction, product: addMyProductAction, account: addMyAccountAction }, remove: removeMyPartAction }} />
      </div>
    </>
  );
}
