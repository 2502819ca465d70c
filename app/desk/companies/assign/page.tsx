import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState, Notice } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';
import { MOST_ASSIGNED } from '@/lib/companies/commands/assign-trio';
import { companyList, type TrioRole, trioRoles } from '@/lib/companies/inputs';
import { canAssignTrio } from '@/lib/companies/policy';
import { listCompanyIds, triosOf } from '@/lib/companies/queries/list';
import { membersById } from '@/lib/companies/queries/members';
import { companiesByIds } from '@/lib/companies/queries/register';
import { mayServeAs } from '@/lib/companies/rules';
import { allow } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { assignAllAction, assignManyAction } from '../actions';

/** Of a long list the page shows the beginning. */
const SHOWN = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('bulk.title') };
}

/** Shows what a bulk assignment would change, company by company, before anything is written. */
export default async function AssignPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const ticked = [...new Set([search.c ?? []].flat().filter((one) => isId(one)))].slice(0, 500);
  const whole = typeof search.list === 'string' ? search.list.slice(0, 2_000) : null;
  const role: TrioRole = trioRoles.find((one) => one === search.role) ?? 'liaison';
  const membership = typeof search.membership === 'string' && isId(search.membership) ? search.membership : '';
  const { companies, ids, same, member } = await read(business, async (ctx) => {
    allow(canAssignTrio(ctx.actor));
    const ids = whole === null ? ticked : await listCompanyIds(ctx, companyList.parse(Object.fromEntries(new URLSearchParams(whole))), MOST_ASSIGNED);
    const trios = await triosOf(ctx, ids);
    return {
      ids,
      same: ids.filter((id) => trios.get(id)?.[role]?.id === membership).length,
      companies: await companiesByIds(ctx, ids.slice(0, SHOWN)),
      member: membership === '' ? undefined : (await membersById(ctx, [membership])).get(membership),
    };
  });
  const [t, list, shell] = [await getT('companies'), await getT('list'), await getT('shell')];
  const fits = member !== undefined && member.endedAt === null && mayServeAs(member.role, role);
  const rows = ids.flatMap((id) => companies.find((company) => company.id === id) ?? []);
  const changing = ids.length - same;
  const crumbs = { label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: t('bulk.title') }] };
  if (rows.length === 0) {
    return (
      <>
        <PageHead title={t('bulk.title')} crumbs={crumbs} />
        <EmptyState title={t('bulk.nothing')} action={<LinkButton href="/desk/companies">{t('title')}</LinkButton>}>
          {t('bulk.nothingText')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('bulk.title')} crumbs={crumbs} meta={t('bulk.summary', { role: t(`trio.${role}`), name: member?.name ?? list('missing'), count: changing, same })} />
      {!fits && (
        <div className="mb-4">
          <Notice tone="late" title={t('bulk.unfit')}>
            {t('bulk.unfitText', { role: t(`trio.${role}`) })}
          </Notice>
        </div>
      )}
      <Card body="bare">
        <Table caption={t('bulk.title')}>
          <thead>
            <tr>
              <Th>{t('field.name')}</Th>
              <Th>{t('bulk.now')}</Th>
              <Th>{t('bulk.then')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((company) => (
              <tr key={company.id}>
                <Td>{String(company.facts.name)}</Td>
                <Td>{company.facts[role] === null ? t('nobody') : String(company.facts[role])}</Td>
                <Td>{company.trio[role] === membership ? t('bulk.same') : (member?.name ?? list('missing'))}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {ids.length > rows.length && <p className="px-(--pad) py-3 text-sm text-ink-2">{t('bulk.shown', { shown: rows.length, count: ids.length })}</p>}
      </Card>
      {fits && changing > 0 && (
        <div className="mt-4">
          <Form
            action={whole === null ? assignManyAction : assignAllAction}
            hidden={await hiddenFields()}
            labels={await formLabels(t('bulk.confirm', { count: changing }), { leave: false })}
            extra={
              <LinkButton variant="quiet" href="/desk/companies">
                {shell('form.cancel')}
              </LinkButton>
            }
          >
            <input type="hidden" name="role" value={role} />
            <input type="hidden" name="membership" value={membership} />
            {whole === null ? (
              rows.map((one) => <input key={one.id} type="hidden" name="companies[]" value={one.id} />)
            ) : (
              <>
                <input type="hidden" name="list" value={whole} />
                <input type="hidden" name="expected" value={ids.length} />
              </>
            )}
          </Form>
        </div>
      )}
    </>
  );
}
