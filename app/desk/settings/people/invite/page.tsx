import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { desk } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { departmentChoices } from '@/lib/centers/queries';
import { companyRoles, memberRoles } from '@/lib/kernel/actor';
import { allow, found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { canInvite } from '@/lib/people/policy';
import { companyNameOf } from '@/lib/people/queries/names';
import { inviteAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('members'))('invitation.title') };
}

/** One person into one role; with a company in the address, one of that company's people. */
export default async function InvitePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { company: asked } = await searchParams;
  const { departments, company, roles } = await read(desk, async (ctx) => {
    const id = typeof asked === 'string' ? asked : null;
    const name = id === null ? null : found(isId(id) ? await companyNameOf(ctx, id) : null);
    const department = ctx.actor.kind === 'member' ? ctx.actor.departmentId : null;
    const offered = id === null ? memberRoles.filter((role) => role !== 'company_owner' && role !== 'company_member') : companyRoles;
    const open = offered.filter((role) => canInvite(ctx.actor, { role, departmentId: department, companyId: id }));
    allow(open.length > 0);
    return { departments: id === null ? await departmentChoices(ctx) : [], company: id === null || name === null ? null : { id, name }, roles: open };
  });
  const [t, shell, locale] = [await getT('members'), await getT('shell'), await getLocale()];
  const back = company === null ? '/desk/settings/people' : `/desk/companies/${company.id}`;
  return (
    <>
      <PageHead title={t('invitation.title')} meta={t('invitation.note')} crumbs={{ label: shell('crumbs'), items: [{ label: company?.name ?? t('title'), href: back }, { label: t('invitation.title') }] }} />
      <Card>
        <Form
          action={inviteAction}
          hidden={await hiddenFields()}
          labels={await formLabels(t('invitation.create'))}
          extra={
            <LinkButton href={back} variant="quiet">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          {company !== null && <HiddenInputs more={{ company: company.id }} />}
          <div className="form-row">
            <TextField name="name" label={t('invitation.name')} required maxLength={60} autoComplete="off" />
            <SelectField name="role" label={t('invitation.role')} required options={roles.map((role) => ({ value: role, label: shell(`roles.${role}`) }))} placeholder="—" />
          </div>
          <div className="form-row">
            <TextField name="phone" label={t('invitation.phone')} type="tel" inputMode="tel" hint={t('invitation.contactHint')} optional={shell('form.optional')} autoComplete="off" />
            <TextField name="email" label={t('invitation.email')} type="email" optional={shell('form.optional')} autoComplete="off" />
          </div>
          {company === null && (
            <SelectField
              name="department"
              label={t('invitation.department')}
              optional={shell('form.optional')}
              options={departments.map((row) => ({ value: row.id, label: nameIn(locale, row) }))}
              placeholder={t('invitation.noDepartment')}
            />
          )}
        </Form>
      </Card>
    </>
  );
}
