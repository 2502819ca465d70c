import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { type Column, DataTable } from '@/components/list/data-table';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { formatMoment } from '@/lib/kernel/date-text';
import { listRecentVisits, type Visit } from '@/lib/mentoring/queries/visits';
import { CompanyHead, loadHead } from '../frame';

const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('tabs.visits') };
}

export default async function CompanyVisitsPage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, visits } = await read(businessAndAuditor, async (ctx) => ({ head: await loadHead(ctx, id), visits: await listRecentVisits(ctx, id, MOST) }));
  const [t, mentoring, locale] = [await getT('companies'), await getT('mentoring'), await getLocale()];
  const columns: Column<Visit>[] = [
    {
      key: 'when',
      head: t('visits.when'),
      cell: (row) => (
        <>
          <span className="num">{formatMoment(row.visitedAt, locale)}</span>
          <Sub>{row.number}</Sub>
        </>
      ),
    },
    { key: 'mentor', head: t('trio.mentor'), cell: (row) => row.mentor },
    { key: 'topics', head: t('visits.topics'), cell: (row) => row.topics.map((topic) => mentoring(`topics.${topic}`)).join(' · ') },
    { key: 'advice', head: t('visits.advice'), cell: (row) => <span className="line-clamp-2">{row.advice}</span>, phone: 'full' },
    { key: 'state', head: t('field.state'), cell: (row) => mentoring(`states.${row.state}`) },
  ];
  return (
    <>
      <CompanyHead head={head} tab="visits" />
      <DataTable
        caption={t('tabs.visits')}
        columns={columns}
        rows={visits}
        rowKey={(row) => row.id}
        rowHref={(row) => `/desk/mentoring/visits/${row.id}`}
        empty={<EmptyState title={t('visits.none')}>{t('visits.noneText')}</EmptyState>}
      />
    </>
  );
}
