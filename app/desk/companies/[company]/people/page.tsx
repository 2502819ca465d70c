import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { FileLayout } from '@/components/page/file-layout';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { CopyButton } from '@/components/ui/copy-button';
import { Select } from '@/components/ui/inputs';
import { Notice } from '@/components/ui/notice';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import { trioRoles } from '@/lib/companies/inputs';
import { canAssignTrio, canInviteFor } from '@/lib/companies/policy';
import { assignmentsOf, peopleOfCompany } from '@/lib/companies/queries/file';
import { servingMembers } from '@/lib/companies/queries/members';
import { mayServeAs } from '@/lib/companies/rules';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { linkUrl } from '@/lib/kernel/tokens';
import { assignTrioAction, invitePersonAction, revokeInvitationAction } from '../../actions';
import { CompanyHead, loadHead } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('tabs.people') };
}

export default async function CompanyPeoplePage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, people, assignments, serving, may } = await read(businessAndAuditor, async (ctx) => ({
    head: await loadHead(ctx, id),
    people: await peopleOfCompany(ctx, id),
    assignments: await assignmentsOf(ctx, id),
    serving: await servingMembers(ctx),
    may: { assign: canAssignTrio(ctx.actor), invite: canInviteFor(ctx.actor, id) },
  }));
  const [t, list, shell, privacy, locale] = [await getT('companies'), await getT('list'), await getT('shell'), await getT('privacy'), await getLocale()];
  const now = (role: string) => assignments.find((one) => one.role === role && one.untilOn === null);
  const before = assignments.filter((one) => one.untilOn !== null);
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const key of [...trioRoles, ...people.waiting.map((one) => one.id)]) keys.set(key, await hiddenFields());
  const day = (moment: Date) => formatDay(dayOf(moment), locale);

  const side = (
    <Card title={t('trio.card')} body="rows">
      {trioRoles.map((role) => {
        const current = now(role);
        return (
          <div key={role} className="row flex-wrap">
            <span className="text-ink-2">{t(`trio.${role}`)}</span>
            <span>{current === undefined ? <span className="text-due">{t('nobody')}</span> : t('trio.since', { name: current.name, day: current.fromOn })}</span>
            {may.assign && (
              <form action={assignTrioAction} className="flex w-full gap-2">
                <HiddenInputs hidden={keys.get(role)} more={{ company: id, role }} />
                <Select
                  name="membership"
                  aria-label={t('trio.choose', { role: t(`trio.${role}`) })}
                  defaultValue={current?.membershipId ?? ''}
                  placeholder={t('nobody')}
                  options={serving.filter((one) => mayServeAs(one.role, role)).map((one) => ({ value: one.id, label: `${one.name} · ${shell(`roles.${one.role}`)}` }))}
                />
                <Button type="submit" size="sm">
                  {t('trio.assign')}
                </Button>
              </form>
            )}
          </div>
        );
      })}
    </Card>
  );

  return (
    <>
      <CompanyHead head={head} tab="people" />
      <FileLayout side={side} sideLabel={t('trio.card')}>
        {people.members.length === 0 && head.company.state === 'incubating' && (
          <Notice tone="due" title={t('people.nobodyTitle')}>
            {t('people.nobody')}
          </Notice>
        )}
        <Card title={t('people.title')} body="rows">
          {people.members.length === 0 ? (
            <p className="row text-ink-2">{t('people.none')}</p>
          ) : (
            people.members.map((one) => (
              <div key={one.id} className="row">
                <span>
                  {one.name}
                  <Sub>{shell(`roles.${one.role}`)}</Sub>
                </span>
                <span className="num text-right">
                  {one.phone ?? list('missing')}
                  <Sub>{t('people.since', { day: day(one.startedAt) })}</Sub>
                  {head.mayEdit && (
                    <Sub>
                      <a className="link" href={`/desk/companies/${id}/personal/member/${one.id}`}>
                        {privacy('open')}
                      </a>
                    </Sub>
                  )}
                </span>
              </div>
            ))
          )}
        </Card>
        {may.invite && people.waiting.length > 0 && (
          <Card title={t('invite.waiting', { count: people.waiting.length })} body="rows">
            {people.waiting.map((one) => (
              <div key={one.id} className="row">
                <span>{t('invite.until', { name: one.name, day: day(one.expiresAt) })}</span>
                <span className="flex gap-2">
                  <CopyButton
                    size="sm"
                    text={t('invite.say', { name: one.name, company: head.company.name, url: linkUrl('invitation', one.id), day: day(one.expiresAt) })}
                    copied={t('invite.copied')}
                    failed={t('invite.copyFailed')}
                  >
                    {t('invite.copy')}
                  </CopyButton>
                  <ConfirmButton
                    action={revokeInvitationAction}
                    hidden={keys.get(one.id)}
                    values={{ invitation: one.id }}
                    size="sm"
                    question={{ title: t('invite.revokeAsk', { name: one.name }), yes: t('invite.revoke'), no: shell('form.cancel') }}
                  >
                    {t('invite.revoke')}
                  </ConfirmButton>
                </span>
              </div>
            ))}
          </Card>
        )}
        {may.invite && (
          <Card title={t('invite.one')} note={t('invite.oneNote')} id="invite">
            <Form action={invitePersonAction} hidden={await hiddenFields()} labels={await formLabels(t('invite.make'), { leave: false })} resetOnDone>
              <HiddenInputs more={{ company: id }} />
              <div className="form-row">
                <TextField name="name" label={t('contact.name')} required maxLength={50} />
                <TextField name="phone" type="tel" label={t('invite.phone')} maxLength={20} />
              </div>
              <SelectField
                name="role"
                label={t('invite.role')}
                required
                options={(['company_owner', 'company_member'] as const).map((value) => ({ value, label: shell(`roles.${value}`) }))}
                value="company_owner"
              />
            </Form>
          </Card>
        )}
        {before.length > 0 && (
          <Card title={t('trio.before')} body="bare">
            <Table caption={t('trio.before')}>
              <thead>
                <tr>
                  <Th>{t('trio.role')}</Th>
                  <Th>{t('contact.name')}</Th>
                  <Th>{t('trio.from')}</Th>
                  <Th>{t('trio.until')}</Th>
                </tr>
              </thead>
              <tbody>
                {before.map((one) => (
                  <tr key={`${one.role} ${one.membershipId} ${one.fromOn}`}>
                    <Td>{t(`trio.${one.role}`)}</Td>
                    <Td>{one.name}</Td>
                    <Td>{one.fromOn}</Td>
                    <Td>{one.untilOn}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Card>
        )}
      </FileLayout>
    </>
  );
}
