import type { Metadata } from 'next';
import { company as gate } from '@/app/_server/gates';
import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { PostButton } from '@/components/form/plain-form';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/notice';
import { Pill } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { membershipOf } from '@/lib/kernel/actor';
import { canChangeRole, canEndMembership, canInvite } from '@/lib/people/policy';
import { type Colleague, listCompanyPeople, listOpenInvitations } from '@/lib/people/queries/company-people';
import { changeRoleAction, revokeInvitationAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('colleagues.title') };
}

export default async function MyPeoplePage() {
  const { actor, people, waiting, companyId } = await read(gate, async (ctx) => {
    const companyId = ctx.actor.kind === 'member' ? (ctx.actor.companyId ?? '') : '';
    return { actor: ctx.actor, companyId, people: await listCompanyPeople(ctx, companyId), waiting: await listOpenInvitations(ctx, companyId) };
  });
  const [t, shell, locale, session] = [await getT('people'), await getT('shell'), await getLocale(), await getSession()];
  const company = session?.companyName ?? '';
  const center = (locale === 'en' ? session?.centerNameEn : session?.centerName) ?? '';
  const mayInvite = canInvite(actor, { role: 'company_member', companyId });
  const hidden = await hiddenFields();
  const own = membershipOf(actor);
  const target = (row: Colleague) => ({ ...row, companyId, departmentId: null });
  const otherRole = (row: Colleague) => (row.role === 'company_owner' ? ('company_member' as const) : ('company_owner' as const));
  return (
    <>
      <PageHead
        title={t('colleagues.title')}
        meta={t('colleagues.note', { company })}
        actions={
          mayInvite && (
            <LinkButton href="/my/people/invite" variant="primary">
              {t('colleagues.invite')}
            </LinkButton>
          )
        }
      />
      <DataTable
        caption={t('colleagues.title')}
        rows={people}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          {
            key: 'name',
            head: t('colleagues.name'),
            cell: (row) => (
              <span className="flex flex-wrap gap-2">
                {row.name}
                {row.id === own && <Pill tone="accent">{t('colleagues.you')}</Pill>}
              </span>
            ),
          },
          { key: 'role', head: t('colleagues.role'), cell: (row) => shell(`roles.${row.role}`) },
          { key: 'phone', head: t('colleagues.phone'), cell: (row) => <span className="num">{row.phone ?? t('account.none')}</span> },
          { key: 'since', head: t('colleagues.since'), cell: (row) => <span className="num">{formatDay(dayOf(row.startedAt), locale)}</span> },
          {
            key: 'acts',
            head: t('colleagues.acts'),
            phone: 'bare',
            align: 'right',
            cell: (row) => (
              <span className="flex flex-wrap justify-end gap-2">
                {canChangeRole(actor, target(row), otherRole(row)) && (
                  <PostButton action={changeRoleAction} hidden={hidden} values={{ membership: row.id, version: String(row.version), role: otherRole(row) }} size="sm">
                    {t(row.role === 'company_owner' ? 'colleagues.makeMember' : 'colleagues.makeOwner')}
                  </PostButton>
                )}
                {canEndMembership(actor, target(row)) && (
                  <LinkButton href={`/my/people/${row.id}/end`} size="sm" variant="danger">
                    {t('colleagues.end')}
                  </LinkButton>
                )}
              </span>
            ),
          },
        ]}
      />
      {!mayInvite && <p className="mt-4 text-sm text-ink-2">{t('colleagues.onlyOwner')}</p>}
      {mayInvite && (
        <Section title={t('colleagues.invitations')}>
          <DataTable
            caption={t('colleagues.invitations')}
            rows={waiting}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('colleagues.empty')} />}
            columns={[
              { key: 'name', head: t('colleagues.name'), cell: (row) => row.name },
              { key: 'role', head: t('colleagues.role'), cell: (row) => shell(`roles.${row.role}`) },
              { key: 'until', head: t('colleagues.untilHead'), cell: (row) => <span className="num">{t('colleagues.until', { until: row.expiresAt })}</span> },
              {
                key: 'acts',
                head: t('colleagues.acts'),
                phone: 'bare',
                align: 'right',
                cell: (row) => (
                  <span className="flex flex-wrap justify-end gap-2">
                    {row.url !== null && (
                      <CopyButton text={t('colleagues.sentence', { center, company, name: row.name, url: row.url })} copied={t('colleagues.copied')} failed={t('colleagues.copyFailed')} size="sm">
                        {t('colleagues.copy')}
                      </CopyButton>
                    )}
                    <PostButton action={revokeInvitationAction} hidden={hidden} values={{ invitation: row.id }} size="sm">
                      {t('colleagues.revoke')}
                    </PostButton>
                  </span>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
