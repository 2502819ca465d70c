import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { hiddenFields } from '@/app/_server/form';
import { company } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { membershipOf } from '@/lib/kernel/actor';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { canEndMembership } from '@/lib/people/policy';
import { listCompanyPeople } from '@/lib/people/queries/company-people';
import { endMembershipAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('colleagues.end') };
}

/** Asks on a page of its own, so that nobody is removed by one press where scripts don't run. */
export default async function EndPage({ params }: { params: Promise<{ membership: string }> }) {
  const { membership } = await params;
  if (!isId(membership)) notFound();
  const { actor, person, isLast } = await read(company, async (ctx) => {
    const companyId = ctx.actor.kind === 'member' ? (ctx.actor.companyId ?? '') : '';
    const people = await listCompanyPeople(ctx, companyId);
    const person = found(people.find((one) => one.id === membership));
    return { actor: ctx.actor, person: { ...person, companyId, departmentId: null }, isLast: people.length === 1 };
  });
  if (!canEndMembership(actor, person)) forbidden();
  const t = await getT('people');
  const note = isLast ? t('colleagues.lastNote', { name: person.name }) : t(person.id === membershipOf(actor) ? 'colleagues.endOwnNote' : 'colleagues.endNote');
  return (
    <>
      <PageHead
        title={t('colleagues.endSure', { name: person.name })}
        crumbs={{ label: t('colleagues.title'), items: [{ label: t('colleagues.title'), href: '/my/people' }, { label: person.name }] }}
      />
      <div className="mb-4">
        <Notice tone={isLast ? 'late' : 'due'}>{note}</Notice>
      </div>
      <Form
        action={endMembershipAction}
        hidden={await hiddenFields(person.version)}
        labels={{ submit: t('colleagues.yes'), pending: t('colleagues.endPending'), errorTitle: t('colleagues.endError') }}
        footer={
          <div className="form-foot">
            <SubmitButton variant="danger" />
            <LinkButton href="/my/people">{t('colleagues.no')}</LinkButton>
          </div>
        }
      >
        <input type="hidden" name="membership" value={person.id} />
        <TextField name="reason" label={t('colleagues.reason')} optional={t('setup.optional')} maxLength={200} />
      </Form>
    </>
  );
}
