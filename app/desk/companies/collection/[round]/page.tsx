import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { BulkBar } from '@/components/list/bulk-bar';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListPage } from '@/components/list/list-page';
import { Pager } from '@/components/list/pager';
import { StatCards } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { Button } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill, type Tone } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { answerList, type AnswerState, answerStates } from '@/lib/companies/inputs/collection';
import { canRunCollections, canVerifyFacts } from '@/lib/companies/policy';
import { getRound, listAnswers } from '@/lib/companies/queries/collection';
import { daysLeft } from '@/lib/companies/rules/collection';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { env } from '@/lib/kernel/env';
import { found } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { closeRoundAction, remindRestAction, verifyAnswersAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('collection'))('title') };
}

type Row = Awaited<ReturnType<typeof listAnswers>>['rows'][number];
const tones: Record<AnswerState, Tone> = { waiting: 'due', draft: 'accent', answered: 'ok' };

export default async function RoundPage({ params, searchParams }: { params: Promise<{ round: string }>; searchParams: Promise<SearchParams> }) {
  const [{ round: id }, search] = [await params, await searchParams];
  const list = answerList.parse(search);
  const { round, answers, may, today } = await read(businessAndAuditor, async (ctx) => {
    const row = found(await getRound(ctx, id));
    return { round: row, answers: await listAnswers(ctx, row, list), may: { run: canRunCollections(ctx.actor), verify: canVerifyFacts(ctx.actor) }, today: dayOf(ctx.now) };
  });
  const [t, words, companies, shell, locale] = [await getT('collection'), await getT('list'), await getT('companies'), await getT('shell'), await getLocale()];
  const path = `/desk/companies/collection/${round.id}`;
  const missing = words('missing');
  const open = round.closedAt === null;
  const rest = round.waiting + round.draft;
  const left = daysLeft(round.dueOn, today);
  const columns: Column<Row>[] = [
    {
      key: 'company',
      head: companies('field.name'),
      sort: 'company',
      cell: (row) => (
        <>
          {row.company}
          {row.form === 'short' && <Sub>{t('short')}</Sub>}
        </>
      ),
    },
    { key: 'state', head: t('field.state'), cell: (row) => <StatePill tone={tones[row.state]}>{t(`states.${row.state}`)}</StatePill>, phone: 'bare' },
    { key: 'answered', head: t('field.answeredAt'), sort: 'answered', cell: (row) => <span className="num">{row.answeredAt === null ? missing : formatMoment(row.answeredAt, locale)}</span> },
    {
      key: 'waiting',
      head: t('field.unverified'),
      align: 'right',
      cell: (row) => (
        <span className="num">
          {row.unverified === 0 ? missing : row.unverified}
          {row.explained > 0 && <Sub>{t('explained', { count: row.explained })}</Sub>}
        </span>
      ),
    },
    { key: 'reminded', head: t('field.remindedAt'), cell: (row) => <span className="num">{row.remindedAt === null ? missing : formatMoment(row.remindedAt, locale)}</span>, phone: 'hide' },
  ];
  return (
    <ListPage>
      <PageHead
        title={t('yearOf', { year: round.year })}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies/collection' }, { label: t('yearOf', { year: round.year }) }] }}
        state={<StatePill tone={open ? (left < 0 ? 'late' : 'accent') : 'neutral'}>{t(open ? 'open' : 'closed')}</StatePill>}
        meta={<MetaLine items={[t('dueOn', { day: round.dueOn }), open ? t(left < 0 ? 'over' : 'left', { days: Math.abs(left) }) : null, round.note === '' ? null : round.note]} />}
        actions={
          open && (
            <>
              <CopyButton text={t('say', { year: round.year, day: round.dueOn, url: new URL(`/my/collection/${round.id}`, env().APP_URL).toString() })} copied={companies('invite.copied')} failed={companies('invite.copyFailed')}>
                {companies('invite.copy')}
              </CopyButton>
              {may.run && (
                <ConfirmButton action={closeRoundAction} hidden={await hiddenFields()} values={{ round: round.id }} question={{ title: t('closeAsk'), text: t('closeText'), yes: t('close'), no: shell('form.cancel') }}>
                  {t('close')}
                </ConfirmButton>
              )}
              {may.verify && rest > 0 && (
                <PostButton action={remindRestAction} hidden={await hiddenFields()} values={{ round: round.id }} variant="primary">
                  {t('remind', { count: rest })}
                </PostButton>
              )}
            </>
          )
        }
      />
      <StatCards stats={answerStates.map((state) => ({ name: t(`states.${state}`), value: round[state].toLocaleString('en'), href: `${path}?state=${state}` }))} />
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: words('filters'), apply: words('apply'), reset: words('reset') }}
        keep={{ sort: list.sort, dir: list.dir, size: String(list.size) }}
        filters={[
          { kind: 'search', name: 'q', label: words('keyword'), value: list.filters.q, placeholder: companies('keyword') },
          { kind: 'select', name: 'state', label: t('field.state'), value: list.filters.state, all: words('all'), options: answerStates.map((value) => ({ value, label: t(`states.${value}`) })) },
          { kind: 'select', name: 'form', label: t('field.form'), value: list.filters.form, all: words('all'), options: (['full', 'short'] as const).map((value) => ({ value, label: t(value) })) },
          { kind: 'select', name: 'jumped', label: t('jumped'), value: list.filters.jumped, all: words('all'), options: [{ value: '1', label: words('yes') }] },
        ]}
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={answers.rows}
        rowKey={(row) => row.companyId}
        rowHref={(row) => `/desk/companies/${row.companyId}/facts/${round.year}`}
        sort={sortState(path, answerList, list)}
        {...(may.verify ? { select: { form: 'bulk', name: 'companies[]', all: words('selectAll'), row: (row: Row) => words('select', { name: row.company }) } } : {})}
        empty={<EmptyState title={words('none')}>{words('emptyFiltered')}</EmptyState>}
      />
      <Pager {...pagerProps(words, path, answerList, list, answers)}>
        <Keys />
      </Pager>
      {may.verify && (
        <BulkBar id="bulk" action={verifyAnswersAction} hidden={await hiddenFields()} count={companies('bulk.count', { n: '{n}' })}>
          <HiddenInputs more={{ round: round.id }} />
          <Button type="submit">{t('verifyChosen')}</Button>
        </BulkBar>
      )}
    </ListPage>
  );
}
