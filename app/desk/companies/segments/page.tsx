import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import { type Column, DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { canEditCompanies, canKeepSegments } from '@/lib/companies/policy';
import { companyList } from '@/lib/companies/inputs';
import { listCompanies } from '@/lib/companies/queries/list';
import { countOfSegment, listSegments, paramsOf, type Segment } from '@/lib/companies/queries/segments';
import { removeSegmentAction, saveSegmentAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('segments'))('title') };
}

type Row = Segment & { total: number; over: boolean };

/** 企业分组: filters the whole desk shares, for lists, invitations and notices. */
export default async function SegmentsPage({ searchParams }: { searchParams: Promise<{ query?: string }> }) {
  const { query: given } = await searchParams;
  const params = typeof given === 'string' && given !== '' ? paramsOf(given.slice(0, 1_000)) : null;
  const query = params === null ? '' : companyList.toSearch(params, { page: 1 });
  const { rows, found, may } = await read(businessAndAuditor, async (ctx) => {
    const all: Row[] = [];
    for (const segment of await listSegments(ctx)) all.push({ ...segment, ...(await countOfSegment(ctx, segment)) });
    return {
      rows: all,
      found: params === null || query === '' ? null : await listCompanies(ctx, { ...params, page: 1, size: 1 }),
      may: { keep: canKeepSegments(ctx.actor), invite: canEditCompanies(ctx.actor) },
    };
  });
  const [t, companies, shell, list, hidden] = [await getT('segments'), await getT('companies'), await getT('shell'), await getT('list'), await hiddenFields()];
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const row of rows) keys.set(row.id, await hiddenFields());
  const columns: Column<Row>[] = [
    { key: 'name', head: t('name'), cell: (row) => row.name },
    { key: 'count', head: t('count'), align: 'right', cell: (row) => <span className="num">{t(row.over ? 'companiesOver' : 'companies', { count: row.total })}</span> },
    { key: 'by', head: t('by'), cell: (row) => row.by ?? list('missing') },
    {
      key: 'acts',
      head: t('acts'),
      phone: 'bare',
      cell: (row) => (
        <div className="flex flex-wrap gap-1">
          {may.invite && (
            <LinkButton size="sm" href={`/desk/companies/invite?segment=${row.id}`}>
              {t('invite')}
            </LinkButton>
          )}
          {may.keep && (
            <PostButton action={removeSegmentAction} hidden={keys.get(row.id)} values={{ segment: row.id }} size="sm">
              {t('remove')}
            </PostButton>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t('title')} crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: t('title') }] }} />
      <div className="grid gap-4">
        {may.keep && found !== null && (
          <Card title={t('create')} note={t('createNote', { count: found.total })} id="create">
            <Form action={saveSegmentAction} hidden={hidden} labels={await formLabels(t('save'), { leave: false })}>
              <HiddenInputs more={{ query }} />
              <TextField name="name" label={t('name')} hint={t('nameHint')} required maxLength={40} />
            </Form>
          </Card>
        )}
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/desk/companies${row.query}`}
          empty={
            <EmptyState title={t('empty')} action={<LinkButton href="/desk/companies">{companies('title')}</LinkButton>}>
              {t('emptyText')}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
