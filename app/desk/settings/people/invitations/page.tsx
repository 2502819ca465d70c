import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { desk } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { LinkToHandOn } from '@/components/people/link-to-hand-on';
import { PostButton } from '@/components/form/plain-form';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/notice';
import { getOwnCenter } from '@/lib/centers/queries';
import { qrSvg } from '@/lib/documents/qr';
import { formatMoment } from '@/lib/kernel/date-text';
import type { SearchParams } from '@/lib/kernel/list-params';
import { listOpenInvitations, type OpenInvitation } from '@/lib/people/queries/company-people';
import { renewInvitationAction, revokeInvitationAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('members'))('pending') };
}

/** Invitations that wait for an answer, each with its sentence for the chat; the one just made stands on top with its code. */
export default async function InvitationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { new: fresh } = await searchParams;
  const { rows, center } = await read(desk, async (ctx) => ({ rows: await listOpenInvitations(ctx), center: await getOwnCenter(ctx) }));
  const [t, shell, list, locale] = [await getT('members'), await getT('shell'), await getT('list'), await getLocale()];
  const sentence = (row: OpenInvitation) =>
    t('invitation.wechat', { name: row.name, center: nameIn(locale, center), role: shell(`roles.${row.role}`), link: row.url });
  const made = rows.find((row) => row.id === fresh);
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  const renewKeys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const row of rows) {
    keys.set(row.id, await hiddenFields());
    renewKeys.set(row.id, await hiddenFields());
  }
  return (
    <>
      <PageHead
        title={t('pending')}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/settings/people' }, { label: t('pending') }] }}
        actions={
          <LinkButton href="/desk/settings/people/invite" variant="primary">
            {t('invite')}
          </LinkButton>
        }
      />
      {made !== undefined && made.url !== null && (
        <LinkToHandOn
          title={t('invitation.sentTitle')}
          note={t('invitation.sentNote', { name: made.name })}
          url={made.url}
          sentence={sentence(made)}
          svg={await qrSvg(made.url)}
          labels={{ link: t('invitation.link'), copy: t('invitation.copy'), copied: t('invitation.copied'), failed: t('invitation.copyFailed'), qr: t('invitation.qr') }}
        />
      )}
      <DataTable
        caption={t('pending')}
        columns={[
          { key: 'name', head: t('name'), cell: (row) => row.name },
          { key: 'role', head: t('role'), cell: (row) => shell(`roles.${row.role}`) },
          { key: 'company', head: t('place'), cell: (row) => row.companyName ?? list('missing') },
          { key: 'until', head: t('invitation.until'), cell: (row) => <span className="num">{formatMoment(row.expiresAt, locale)}</span> },
          {
            key: 'acts',
            head: '',
            phone: 'bare',
            cell: (row) =>
              row.url !== null && (
                <div className="flex flex-wrap gap-1">
                  <CopyButton text={sentence(row)} copied={t('invitation.copied')} failed={t('invitation.copyFailed')} size="sm">
                    {t('invitation.copy')}
                  </CopyButton>
                  <PostButton action={renewInvitationAction} hidden={renewKeys.get(row.id)} values={{ invitation: row.id }} size="sm">
                    {t('invitation.renew')}
                  </PostButton>
                  <ConfirmButton
                    action={revokeInvitationAction}
                    hidden={keys.get(row.id)}
                    values={{ invitation: row.id }}
                    variant="danger"
                    size="sm"
                    question={{ title: t('invitation.revokeAsk', { name: row.name }), text: t('invitation.revokeText'), yes: t('invitation.revoke'), no: t('invitation.no') }}
                  >
                    {t('invitation.revoke')}
                  </ConfirmButton>
                </div>
              ),
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('invitation.empty')}>{t('invitation.emptyText')}</EmptyState>}
      />
    </>
  );
}
