import type { Metadata } from 'next';
import { desk } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Table, Td, Th } from '@/components/ui/table';
import { allRoles } from '@/lib/kernel/actor';
import { acts, type Row } from '@/lib/people/roles';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('roles.title') };
}

const columns = allRoles.filter((role) => role !== 'applicant');

/** The table that policies answer from, printed. */
export default async function RolesPage() {
  await read(desk, () => Promise.resolve(null));
  const [t, members, shell, list] = [await getT('centers'), await getT('members'), await getT('shell'), await getT('list')];
  const parts = Object.entries(acts).map(([capability, rows]) => ({ capability, rows: Object.entries(rows) as [string, Row][] }));
  return (
    <>
      <PageHead
        title={t('roles.title')}
        meta={t('roles.note')}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('settings.title'), href: '/desk/settings' }, { label: t('roles.title') }] }}
      />
      {parts.map(({ capability, rows }) => (
        <div key={capability} className="mb-4">
          <Card title={members(`acts.${capability}.title`)} body="bare">
            <Table caption={members(`acts.${capability}.title`)}>
              <thead>
                <tr>
                  <Th>{t('roles.act')}</Th>
                  {columns.map((role) => (
                    <Th key={role}>{shell(`roles.${role}`)}</Th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([act, row]) => (
                  <tr key={act}>
                    <Th scope="row">{members(`acts.${capability}.${act}`)}</Th>
                    {columns.map((role) => {
                      const reach = row[role];
                      return <Td key={role}>{reach === undefined ? <span className="text-ink-3">{list('missing')}</span> : members(`reach.${reach}`)}</Td>;
                    })}
                  </tr>
                ))}
              </tbody>
            </Table>
          </Card>
        </div>
      ))}
    </>
  );
}
