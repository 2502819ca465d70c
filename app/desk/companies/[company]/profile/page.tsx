import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { ProfileFields } from '@/app/_server/profile-fields';
import { ProfileParts } from '@/app/_server/profile-parts';
import { read } from '@/app/_server/read';
import { ProfileFacts, ProposedChanges } from '@/components/companies/profile-facts';
import { scaleText } from '@/components/companies/scale';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { DateField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Sub } from '@/components/ui/table';
import { factsOf } from '@/lib/companies/queries/facts';
import { profileOf, proposalsOf } from '@/lib/companies/queries/profile';
import { scaleOfCompany } from '@/lib/companies/rules/facts';
import { formatMoment } from '@/lib/kernel/date-text';
import { CompanyHead, loadHead } from '../frame';
import {
  acceptProposalAction, acceptRenamingAction, addAccountAction, addFormerNameAction, addNoteAction, addPersonAction, addProductAction, addRelationAction, refuseProposalAction, removeFormerNameAction, removePartAction, saveProfileAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('profile'))('title') };
}

export default async function CompanyProfilePage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, profile, open, facts } = await read(businessAndAuditor, async (ctx) => {
    const head = await loadHead(ctx, id);
    return {
      head,
      profile: await profileOf(ctx, head.company.id),
      open: (await proposalsOf(ctx, head.company.id)).find((one) => one.state === 'open'),
      facts: await factsOf(ctx, head.company.id),
    };
  });
  const [t, companies, shell, facts_, list, locale] = [await getT('profile'), await getT('companies'), await getT('shell'), await getT('facts'), await getT('list'), await getLocale()];
  const { company } = head;
  const file = `/desk/companies/${company.id}/profile`;
  const words = { t, locale, missing: list('missing') };
  const { verdict, year } = scaleOfCompany(company.industryDivision, facts);
  const gone = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const one of profile.names) gone.set(one.id, await hiddenFields());
  const [accept, refuse] = [await hiddenFields(), await hiddenFields()];
  return (
    <>
      <CompanyHead head={head} tab="profile" />
      <div className="grid gap-4">
        {open !== undefined && (
          <Card id="proposal" now="due" title={t('proposal.title')} note={[open.by ?? '', formatMoment(open.at, locale)].join(' · ')}>
            <ProposedChanges {...words} changes={open.changes} />
            {open.word !== '' && <p className="mt-2 text-ink-2">{open.word}</p>}
            {head.mayEdit && (
              <div className="mt-3 flex flex-wrap items-start gap-4">
                {open.changes.name === undefined ? (
                  <PostButton action={acceptProposalAction} hidden={accept} values={{ proposal: open.id }} variant="primary">
                    {t('proposal.accept')}
                  </PostButton>
                ) : (
                  <Form action={acceptRenamingAction} hidden={accept} labels={await formLabels(t('proposal.accept'), { leave: false })}>
                    <HiddenInputs more={{ proposal: open.id }} />
                    <DateField name="renamedOn" label={companies('field.renamedOn')} hint={t('proposal.renamedOnHint')} max={head.today} />
                  </Form>
                )}
                <details>
                  <summary className="link cursor-pointer">{t('proposal.refuse')}</summary>
                  <Form action={refuseProposalAction} hidden={refuse} labels={await formLabels(t('proposal.refuse'), { leave: false })}>
                    <HiddenInputs more={{ proposal: open.id }} />
                    <TextField name="reason" label={t('proposal.reason')} required maxLength={200} />
                  </Form>
                </details>
              </div>
            )}
          </Card>
        )}
        <Card id="profile" title={t('title')} foot={scaleText(facts_, verdict, year)}>
          <ProfileFacts {...words} profile={company} />
          {head.mayEdit && (
            <details className="mt-4">
              <summary className="link cursor-pointer">{t('edit')}</summary>
              <div className="mt-3">
                <Form wide action={saveProfileAction} hidden={await hiddenFields(company.version)} labels={await formLabels()}>
                  <HiddenInputs more={{ company: company.id }} />
                  <ProfileFields profile={company} />
                </Form>
              </div>
            </details>
          )}
          {company.updatedBy !== null && <Sub>{t('saved', { name: company.updatedBy, at: company.updatedAt })}</Sub>}
        </Card>
        {(head.mayEdit || profile.names.length > 0) && (
          <Card id="names" title={t('former.title')} body="rows">
            {profile.names.length === 0 && <p className="row text-ink-2">{t('former.none')}</p>}
            {profile.names.map((one) => (
              <div key={one.id} className="row">
                <span className="min-w-0">{t('formerName', { name: one.name, day: one.untilOn })}</span>
                {head.mayEdit && (
                  <ConfirmButton
                    action={removeFormerNameAction}
                    hidden={gone.get(one.id)}
                    values={{ company: company.id, row: one.id }}
                    variant="quiet"
                    size="sm"
                    question={{ title: t('removeAsk'), text: t('removeText'), yes: t('remove'), no: shell('form.cancel') }}
                  >
                    {t('remove')}
                  </ConfirmButton>
                )}
              </div>
            ))}
            {head.mayEdit && (
              <details className="row block">
                <summary className="link cursor-pointer">{t('former.add')}</summary>
                <div className="mt-3">
                  <Form action={addFormerNameAction} hidden={await hiddenFields()} labels={await formLabels(t('add'), { leave: false })}>
                    <HiddenInputs more={{ company: company.id }} />
                    <TextField name="formerName" label={t('former.name')} required maxLength={100} />
                    <DateField name="untilOn" label={t('former.until')} hint={t('former.untilHint')} required max={head.today} />
                  </Form>
                </div>
              </details>
            )}
          </Card>
        )}
        <ProfileParts
          company={company.id}
          profile={profile}
          file={file}
          actions={{ add: { person: addPersonAction, product: addProductAction, account: addAccountAction, relation: addRelationAction, note: addNoteAction }, remove: removePartAction }}
        />
      </div>
    </>
  );
}
