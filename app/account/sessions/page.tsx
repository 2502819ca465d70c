import type { Metadata } from 'next';
import { DataTable } from '@/components/list/data-table';
import { PostButton } from '@/components/form/plain-form';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Pill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import { listOwnSessions } from '@/lib/people/queries/account';
import { enter, readAs } from '../../_server/context';
import { getLocale, getT } from '../../_server/i18n';
import { selfOf } from '../../_server/session';
import { endOthersAction, endSessionAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('sessions.title') };
}

export default async function SessionsPage() {
  const session = await enter('signed-in');
  const [t, locale] = [await getT('people'), await getLocale()];
  const rows = await readAs(selfOf(session), (ctx) => listOwnSessions(ctx, session.personId));
  const question = { title: t('sessions.sure'), text: t('sessions.sureNote'), yes: t('sessions.yes'), no: t('sessions.no') };
  return (
    <>
      <p className="text-ink-2">{t('sessions.note')}</p>
      <DataTable
        caption={t('sessions.title')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          {
            key: 'device',
            head: t('sessions.device'),
            cell: (row) => (
              <span className="flex flex-wrap gap-2">
                {row.device === '' ? t('sessions.unknownDevice') : row.device}
                {row.id === session.id && <Pill tone="accent">{t('sessions.this')}</Pill>}
              </span>
            ),
          },
          { key: 'address', head: t('sessions.address'), cell: (row) => <span className="num">{row.address ?? t('account.none')}</span> },
          { key: 'since', head: t('sessions.since'), cell: (row) => <span className="num">{formatMoment(row.createdAt, locale)}</span> },
          { key: 'seen', head: t('sessions.seen'), cell: (row) => <span className="num">{formatMoment(row.lastSeenAt, locale)}</span> },
          {
            key: 'end',
            head: t('sessions.acts'),
            phone: 'bare',
            align: 'right',
            cell: (row) =>
              row.id === session.id ? null : (
                <ConfirmButton action={endSessionAction} values={{ session: row.id }} question={question} size="sm">
                  {t('sessions.end')}
                </ConfirmButton>
              ),
          },
        ]}
      />
      {rows.length > 1 && (
        <PostButton action={endOthersAction} variant="danger">
          {t('sessions.endOthers')}
        </PostButton>
      )}
    </>
  );
}
