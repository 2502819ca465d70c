import { SubjectFiles } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { getSession } from '@/app/_server/session';
import { happenings } from '@/app/_server/timeline';
import { PostButton } from '@/components/form/plain-form';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ExportButton } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { asksOf, ProgressPill, StandingPill, Written } from '@/components/notices/notice-parts';
import { FileLayout, StatCards } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/facts';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { Timeline } from '@/components/ui/timeline';
import type { EntryLine } from '@/lib/audit/queries';
import type { FileLine } from '@/lib/files/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { origin } from '@/lib/kernel/env';
import { recipientList, type RecipientListParams } from '@/lib/notices/inputs';
import type { Notice, RecipientRow, Tally } from '@/lib/notices/queries/desk';
import { asks, mayRemindAgain, progressOf, shareOf, standingOf } from '@/lib/notices/rules';
import { remindRestAction } from '../actions';
import { RunForms } from './run-forms';

interface Props {
  notice: Notice;
  files: readonly FileLine[];
  recipients: { rows: RecipientRow[]; total: number };
  /** Companies of this page nobody can sign in for. */
  silent: ReadonlySet<string>;
  tally: Tally;
  late: number;
  events: readonly EntryLine[];
  mayRun: boolean;
  today: string;
  list: RecipientListParams;
  /** Which of the two forms is open. */
  doing: string | null;
}

const shows = ['unread', 'read', 'waiting', 'late', 'answered'] as const;

/** A notice that went out: how far it has come, who is missing, and what can still be done. */
export async function SentView({ notice, files, recipients, silent, tally, late, events, mayRun, today, list, doing }: Props) {
  const [t, words, locale, session] = [await getT('notices'), await getT('list'), await getLocale(), await getSession()];
  const path = `/desk/notices/${notice.id}`;
  const asked = asks(notice);
  const moment = (at: Date | null) => (at === null ? t('none') : formatMoment(at, locale));
  const only = (show: (typeof shows)[number]) => `${path}${recipientList.toSearch(list, { filters: { show } })}#companies`;
  const left = asked ? tally.recipients - tally.answered : tally.recipients - tally.read;
  const copy = t('file.copyText', {
    center: (locale === 'en' ? session?.centerNameEn : session?.centerName) ?? '',
    title: notice.title,
    number: notice.number ?? '',
    asks: asked ? 'yes' : 'no',
    due: notice.dueOn ?? '',
    link: new URL(`/my/notices/${notice.id}`, origin()).href,
  });
  const share = (part: number) => shareOf(part, tally.recipients);
  const columns: Column<RecipientRow>[] = [
    {
      key: 'name',
      head: t('fields.company'),
      sort: 'name',
      cell: (row) => (
        <>
          <span className="font-medium">{row.company}</span>
          {silent.has(row.companyId) && <Sub>{t('file.noAccount')}</Sub>}
        </>
      ),
    },
    { key: 'progress', head: t('fields.progress'), phone: 'bare', cell: (row) => <ProgressPill t={t} progress={progressOf(notice, row, today)} asked={asked} /> },
    {
      key: 'read',
      head: t('fields.readAt'),
      sort: 'read',
      cell: (row) => (
        <>
          <span className="num whitespace-nowrap">{moment(row.readAt)}</span>
          {row.readBy !== null && <Sub>{row.readBy}</Sub>}
        </>
      ),
    },
    ...(asked
      ? ([
          {
            key: 'answered',
            head: t('fields.answeredAt'),
            sort: 'answered',
            cell: (row) => (
              <>
                <span className="num whitespace-nowrap">{moment(row.answeredAt)}</span>
                {row.answeredBy !== null && <Sub>{row.answeredBy}</Sub>}
              </>
            ),
          },
          { key: 'answer', head: t('fields.answer'), phone: 'full', width: '26%', cell: (row) => <span className="line-clamp-2 break-words">{row.answer ?? t('none')}</span> },
          { key: 'files', head: t('fields.files'), cell: (row) => <span className="num">{t('file.filesCount', { count: row.files })}</span> },
        ] satisfies Column<RecipientRow>[])
      : []),
  ];
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('crumbs'), items: [{ label: t('title'), href: '/desk/notices' }, { label: notice.number ?? '' }] }}
        title={notice.title}
        state={<StandingPill t={t} standing={standingOf(notice, today)} />}
        meta={<MetaLine items={[<span key="number" className="num">{notice.number}</span>, notice.sentBy, moment(notice.sentAt)]} />}
        actions={
          <>
            <CopyButton text={copy} copied={t('file.copied')} failed={t('file.copyFailed')}>
              {t('file.copy')}
            </CopyButton>
            {asked && tally.answered > 0 && (
              <LinkButton href={`/api/notices/${notice.id}/answers`} download>
                {t('file.zip')}
              </LinkButton>
            )}
            {mayRun && left > 0 && mayRemindAgain(notice, today) && (
              <PostButton action={remindRestAction} hidden={await hiddenFields()} values={{ notice: notice.id }} variant="primary">
                {t(asked ? 'file.remind' : 'file.remindUnread', { count: left })}
              </PostButton>
            )}
          </>
        }
      />
      <FileLayout
        sideLabel={t('file.side')}
        side={
          <>
            <Card title={t('file.text')}>
              <DefinitionList
                facts={[
                  { label: t('file.asks'), value: asksOf(t, notice) },
                  ...(asked ? [{ label: t('fields.due'), value: <span className="num">{notice.dueOn ?? t('none')}</span> }] : []),
                  ...(notice.remindedOn === null ? [] : [{ label: t('file.lastReminded'), value: <span className="num">{notice.remindedOn}</span> }]),
                ]}
              />
              <div className="mt-3">
                <Written text={notice.body} />
              </div>
              {files.length > 0 && (
                <div className="mt-3">
                  <SubjectFiles subject={{ type: 'notice', id: notice.id }} files={files} mayAdd={false} mayRemove={false} path={path} />
                </div>
              )}
              {notice.closedAt !== null && <p className="mt-3 text-sm text-ink-2">{t('file.closedBy', { who: notice.closedBy ?? t('none'), when: moment(notice.closedAt) })}</p>}
            </Card>
            {mayRun && <RunForms notice={notice} asked={asked} today={today} doing={doing} />}
            <Card title={t('file.timeline')} body="bare">
              <Timeline items={happenings(locale, events)} empty={t('file.timelineEmpty')} />
            </Card>
          </>
        }
      >
        <StatCards
          stats={[
            { name: t('file.companies'), value: tally.recipients.toLocaleString(locale), href: path },
            { name: t('file.readShare'), value: t('share', { share: share(tally.read) ?? 0 }), note: t('list.of', { part: tally.read, whole: tally.recipients }), href: only('unread') },
            ...(asked
              ? [
                  {
                    name: t('file.answeredShare'),
                    value: t('share', { share: share(tally.answered) ?? 0 }),
                    note: late > 0 ? t('file.lateCount', { count: late }) : t('file.waitingCount', { count: tally.recipients - tally.answered }),
                    tone: late > 0 ? ('late' as const) : ('neutral' as const),
                    href: only(late > 0 ? 'late' : 'waiting'),
                  },
                ]
              : []),
          ]}
        />
        <Section
          title={t('file.recipients')}
          aside={<ExportButton href={`/api/notices/${notice.id}/sheet${recipientList.toSearch(list, { page: 1 })}`}>{t('file.sheet')}</ExportButton>}
        >
          <div id="companies" />
          <FilterBar
            action={path}
            resetHref={path}
            labels={{ form: words('filters'), apply: words('apply'), reset: words('reset') }}
            keep={{ sort: list.sort, dir: list.dir, size: String(list.size) }}
            filters={[
              { kind: 'search', name: 'q', label: t('fields.company'), value: list.filters.q, placeholder: t('file.keyword') },
              {
                kind: 'select',
                name: 'show',
                label: t('file.show'),
                value: list.filters.show,
                all: t('file.all'),
                options: shows.filter((show) => asked || show === 'unread' || show === 'read').map((value) => ({ value, label: t(`file.shows.${value}`) })),
              },
            ]}
          />
          <DataTable
            caption={t('file.recipients')}
            columns={columns}
            rows={recipients.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `${path}/answers/${row.companyId}`}
            sort={sortState(path, recipientList, list)}
            empty={<EmptyState title={t('file.empty')} action={<LinkButton href={path}>{words('reset')}</LinkButton>} />}
          />
          <Pager {...pagerProps(words, path, recipientList, list, recipients)} />
        </Section>
      </FileLayout>
    </>
  );
}
