import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { isDeskRole, type MemberRole } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { linkPurposes } from '@/lib/people/inputs';
import type { getMember } from '@/lib/people/queries/members';
import { editMembershipAction, endMembershipAction, endSessionsAction, issueLinkAction } from '../actions';

type Member = NonNullable<Awaited<ReturnType<typeof getMember>>>;

export async function EditCard({ member, roles, departments }: { member: Member; roles: readonly MemberRole[]; departments: readonly { id: string; name: string; nameEn: string }[] }) {
  const [t, shell, locale] = [await getT('members'), await getT('shell'), await getLocale()];
  return (
    <Card title={t('person.edit')} note={t('person.editNote')} id="edit">
      <Form action={editMembershipAction} hidden={await hiddenFields(member.version)} labels={await formLabels()} id="edit-form">
        <HiddenInputs more={{ membership: member.id }} />
        <div className="form-row">
          <TextField name="name" label={t('name')} value={member.name} required maxLength={60} />
          <TextField name="title" label={t('person.jobTitle')} value={member.title} optional={shell('form.optional')} maxLength={60} />
        </div>
        <div className="form-row">
          <SelectField name="role" label={t('role')} value={member.role} required options={roles.map((role) => ({ value: role, label: shell(`roles.${role}`) }))} />
          {isDeskRole(member.role) && (
            <SelectField
              name="department"
              label={t('department')}
              value={member.departmentId ?? ''}
              options={departments.map((row) => ({ value: row.id, label: nameIn(locale, row) }))}
              placeholder={t('invitation.noDepartment')}
            />
          )}
        </div>
      </Form>
    </Card>
  );
}

export async function LetBackInCard({ member }: { member: Member }) {
  const t = await getT('members');
  return (
    <Card title={t('person.link')} note={t('person.linkNote')} id="link">
      <Form action={issueLinkAction} hidden={await hiddenFields()} labels={await formLabels(t('person.issue'), { leave: false })} id="link-form">
        <HiddenInputs more={{ membership: member.id }} />
        <SelectField
          name="purpose"
          label={t('person.purpose')}
          required
          options={linkPurposes.map((purpose) => ({ value: purpose, label: t(`person.purposes.${purpose}`) }))}
        />
        <TextField name="check" label={t('person.check')} hint={t('person.checkHint')} required maxLength={200} />
      </Form>
    </Card>
  );
}

export async function EndCard({ member }: { member: Member }) {
  const [t, shell] = [await getT('members'), await getT('shell')];
  return (
    <Card title={t('person.end')} note={t('person.endNote')} id="end">
      <Form
        action={endMembershipAction}
        hidden={await hiddenFields(member.version)}
        labels={await formLabels(t('person.endYes'), { leave: false })}
        footer={
          <div>
            <SubmitButton variant="danger">{t('person.endYes')}</SubmitButton>
          </div>
        }
        id="end-form"
      >
        <HiddenInputs more={{ membership: member.id }} />
        <TextField name="reason" label={t('person.endReason')} optional={shell('form.optional')} maxLength={200} />
      </Form>
    </Card>
  );
}

export async function SessionsCard({ member }: { member: Member }) {
  const [t, locale] = [await getT('members'), await getLocale()];
  const { open, last } = member.sessions;
  return (
    <Card title={t('person.sessions')}>
      <p>{open === 0 ? t('person.sessionsNone') : t('person.sessionsCount', { count: open })}</p>
      <p className="mb-3 text-ink-2">
        {t('person.lastSeen')} {last === null ? t('person.never') : formatMoment(last, locale)}
      </p>
      {open > 0 && (
        <ConfirmButton
          action={endSessionsAction}
          hidden={await hiddenFields()}
          values={{ membership: member.id }}
          question={{ title: t('person.sessionsAsk', { name: member.name }), text: t('person.sessionsText'), yes: t('person.sessionsEnd'), no: t('invitation.no') }}
        >
          {t('person.sessionsEnd')}
        </ConfirmButton>
      )}
    </Card>
  );
}
