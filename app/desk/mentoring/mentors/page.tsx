import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { dayOf } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { mentorFields, mentorList } from '@/lib/mentoring/inputs';
import { listMentors, type MentorRow } from '@/lib/mentoring/queries/mentors';
import { CONTACT_DUE_DAYS, CONTACT_LATE_DAYS } from '@/lib/mentoring/rules';
import { MentoringTabs } from '../tabs';
import { AppointmentPill, ContactDays } from './contact';

const path = '/desk/mentoring/mentors';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('desk.mentors') };
}

export default async function MentorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = mentorList.parse(await searchParams);
  const found = await read(businessAndAuditor, (ctx) => listMentors(ctx, params));
  const [t, list] = [await getT('mentoring'), await getT('list')];
  const { filters } = params;
  const query = mentorList.toSearch(params, { page: 1 });
  const missing = list('missing');
  const columns: Column<MentorRow>[] = [
    {
      key: 'name',
      head: t('desk.name'),
      sort: 'name',
      cell: (row) => (
        <>
          {row.name}
          {row.organisation !== '' && <Sub>{row.organisation}</Sub>}
        </>
      ),
    },
    { key: 'field', head: t('desk.field'), cell: (row) => (row.field === null ? missing : t(`mentorFields.${row.field}`)) },
    {
      key: 'appointed',
      head: t('desk.appointed'),
      sort: 'appointed',
      cell: (row) => (
        <span className="num whitespace-nowrap">
          {row.appointedOn === null ? missing : `${row.appointedOn} – ${row.endedOn ?? t('desk.noEnd')}`}
        </span>
      ),
    },
    { key: 'state', head: t('fields.state'), phone: 'bare', cell: (row) => <AppointmentPill t={t} state={row.state} /> },
    { key: 'companies', head: t('desk.companies'), sort: 'companies', align: 'right', cell: (row) => <span className="num">{row.companies}</span> },
    { key: 'last', head: t('desk.lastVisit'), sort: 'last', cell: (row) => <span className="num">{row.lastVisitAt === null ? missing : dayOf(row.lastVisitAt)}</span> },
    { key: 'longest', head: t('desk.longest'), cell: (row) => (row.longest === null ? missing : <ContactDays t={t} contact={row.longest} />) },
  ];
  return (
    <ListPage>
      <PageHead title={t('desk.title')} meta={list('total', { count: found.total })} />
      <MentoringTabs current="mentors" />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={{ sort: params.sort, dir: params.dir, size: String(params.size) }}
        filters={[
          { kind: 'search', name: 'q', label: t('desk.name'), value: filters.q, placeholder: t('desk.mentorSearch') },
          { kind: 'select', name: 'field', label: t('desk.field'), value: filters.field, all: list('all'), options: mentorFields.map((value) => ({ value, label: t(`mentorFields.${value}`) })) },
          {
            kind: 'select',
            name: 'appointed',
            label: t('desk.appointed'),
            value: filters.appointed,
            all: list('all'),
            options: [
              { value: 'now', label: t('desk.running') },
              { value: 'ended', label: t('desk.ended') },
            ],
          },
        ]}
      />
      <DataTable
        caption={t('desk.mentors')}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        sort={sortState(path, mentorList, params)}
        empty={
          query === '' ? (
            <EmptyState title={t('desk.mentorsEmpty')} action={<LinkButton href="/desk/settings/people">{t('desk.mentors')}</LinkButton>}>
              {t('desk.mentorsEmptyNote')}
            </EmptyState>
          ) : (
            <EmptyState title={list('none')} action={<LinkButton href={path}>{list('reset')}</LinkButton>}>
              {list('emptyFiltered')}
            </EmptyState>
          )
        }
      />
      <p className="mt-2 text-sm text-ink-2">{t('mentor.rule', { due: CONTACT_DUE_DAYS, late: CONTACT_LATE_DAYS })}</p>
      <Pager {...pagerProps(list, path, mentorList, params, found)}>
        <Keys />
      </Pager>
    </ListPage>
  );
}
