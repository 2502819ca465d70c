import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { read } from '@/app/_server/read';
import { Task } from '@/app/_server/tasks';
import { PostButton } from '@/components/form/plain-form';
import { Pager } from '@/components/list/pager';
import { StatCards } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Notice } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Tabs } from '@/components/ui/tabs';
import '@/lib/companies/jobs';
import { importRowList, verdicts } from '@/lib/imports/inputs';
import { getImport, listImportRows } from '@/lib/imports/queries';
import { kindFor } from '@/lib/imports/registry';
import { mayStillUndo, undoEndsAt } from '@/lib/imports/rules';
import { getTask } from '@/lib/jobs/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { found } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { confirmImportAction, discardImportAction, recheckImportAction, undoImportAction } from '../actions';
import { stateTone } from '../state';
import { openUnits } from './labels';
import { Mapping } from './mapping';
import { Rows } from './rows';
import { Units } from './units';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('imports'))('title') };
}

export default async function ImportPage({ params, searchParams }: { params: Promise<{ batch: string }>; searchParams: Promise<SearchParams> }) {
  const [{ batch: id }, search] = [await params, await searchParams];
  const list = importRowList.parse(search);
  const mapping = search.map === '1';
  const { batch, rows, task, now, spec } = await read(clerks, async (ctx) => {
    const one = found(await getImport(ctx, id));
    return { batch: one, rows: await listImportRows(ctx, one.id, list), task: one.taskId === null ? null : await getTask(ctx, one.taskId), now: ctx.now, spec: (await kindFor(ctx, one.kind)).spec };
  });
  const [t, errors, words, shell, locale] = [await getT('imports'), await getT('errors'), await getT('list'), await getT('shell'), await getLocale()];
  const path = `/desk/imports/${batch.id}`;
  const { counts } = batch;
  const works = batch.state === 'checking' || batch.state === 'confirmed' || batch.state === 'undoing';
  const working = batch.state === 'checking' ? (['checking', 'checkingNote'] as const) : batch.state === 'undoing' ? (['undo.working', 'undo.workingNote'] as const) : (['writing', 'writingNote'] as const);
  const undoable = batch.groupId === null && mayStillUndo(batch, now);
  const writes = (counts.new ?? 0) + (counts.changed ?? 0);
  const open = ['checked', 'refused', 'failed'].includes(batch.state);
  const questions = batch.state === 'checked' ? (batch.found?.questions ?? []) : [];
  const shown = ['checked', 'failed', 'confirmed', 'applied', 'undoing', 'undone'].includes(batch.state);
  const [confirm, recheck, discard, undo] = [await hiddenFields(), await hiddenFields(), await hiddenFields(), await hiddenFields()];
  const listed = [...verdicts, 'warned' as const, ...(batch.state === 'undone' ? (['left'] as const) : [])];

  return (
    <>
      <PageHead
        file
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/imports' }] }}
        title={batch.file}
        state={<StatePill tone={stateTone(batch.state)}>{t(`states.${batch.state}`)}</StatePill>}
        meta={<MetaLine items={[t(`kinds.${batch.kind}`), batch.by, formatMoment(batch.createdAt, locale), batch.appliedAt === null ? null : t('appliedAt', { at: formatMoment(batch.appliedAt, locale) }), batch.undoneAt === null ? null : t('undo.at', { at: formatMoment(batch.undoneAt, locale) })]} />}
        actions={
          <>
            {shown && (
              <LinkButton href={`/api/exports/imports/${batch.id}`} download>
                {t('result.download')}
              </LinkButton>
            )}
            {undoable && (
              <ConfirmButton
                action={undoImportAction}
                hidden={undo}
                values={{ batch: batch.id }}
                variant="danger"
                question={{ title: t('undo.ask', { file: batch.file }), text: t('undo.askText'), yes: t('undo.act'), no: shell('form.cancel') }}
              >
                {t('undo.act')}
              </ConfirmButton>
            )}
            {open && batch.groupId === null && (
              <ConfirmButton
                action={discardImportAction}
                hidden={discard}
                values={{ batch: batch.id }}
                question={{ title: t('discardAsk'), text: t('discardText'), yes: t('discard'), no: shell('form.cancel') }}
              >
                {t('discard')}
              </ConfirmButton>
            )}
            {open && batch.found !== null && !mapping && <LinkButton href={`${path}?map=1`}>{t('mapping.adjust')}</LinkButton>}
            {batch.groupId !== null && <LinkButton href={`/desk/imports/takeover/${batch.groupId}`}>{t('wholeWorkbook')}</LinkButton>}
            {batch.groupId === null && (batch.state === 'checked' || batch.state === 'failed') && batch.problem === null && writes > 0 && questions.length === 0 && (
              <PostButton action={confirmImportAction} hidden={confirm} values={{ batch: batch.id }} variant="primary">
                {t('confirm', { count: writes })}
              </PostButton>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        {works && task !== null && (
          <Card title={t(working[0])} note={t(working[1])}>
            <Task task={task} />
          </Card>
        )}
        {works && task === null && (
          <Notice tone="info" title={t(working[0])} actions={<LinkButton href={path}>{t('reload')}</LinkButton>}>
            {t('othersWork')}
          </Notice>
        )}
        {batch.problem !== null && (
          <Notice
            tone="late"
            title={batch.state === 'failed' ? t('failed') : t('refused')}
            {...(batch.state === 'failed'
              ? {
                  actions: (
                    <PostButton action={recheckImportAction} hidden={recheck} values={{ batch: batch.id }} variant="primary">
                      {t('recheck')}
                    </PostButton>
                  ),
                }
              : {})}
          >
            {errors(batch.problem.key, batch.problem.params)}
          </Notice>
        )}
        {batch.state === 'applied' && (
          <Notice tone="ok" title={t('applied', { fresh: counts.new ?? 0, changed: counts.changed ?? 0 })} actions={<LinkButton href="/desk/companies">{t('toCompanies')}</LinkButton>}>
            {(counts.refused ?? 0) > 0 ? t('appliedRefused', { count: counts.refused ?? 0 }) : t('appliedAll')}
            {undoable && batch.appliedAt !== null && ` ${t('undo.until', { at: formatMoment(undoEndsAt(batch.appliedAt), locale) })}`}
          </Notice>
        )}
        {batch.state === 'undone' && (
          <Notice tone={(counts.left ?? 0) > 0 ? 'due' : 'ok'} title={t('undo.title', { undone: counts.undone ?? 0, left: counts.left ?? 0 })} actions={<LinkButton href="/desk/companies">{t('toCompanies')}</LinkButton>}>
            {(counts.left ?? 0) > 0 ? t('undo.some') : t('undo.all')}
          </Notice>
        )}
        {batch.state === 'checked' && batch.problem === null && questions.length === 0 && (
          <Notice tone="info" title={writes > 0 ? t('checkedTitle') : t('nothingToWrite')}>
            {writes === 0 ? t('nothingNote') : batch.groupId === null ? t('checkedNote', { count: writes }) : t('checkedTogether', { count: writes })}
          </Notice>
        )}
        {questions.length > 0 && !mapping && <Units batch={batch.id} spec={spec} questions={questions} columns={batch.found?.columns ?? []} />}
        {(mapping || batch.state === 'refused') && open && batch.found !== null && <Mapping spec={spec} batch={{ id: batch.id, found: batch.found, units: batch.mapping.units ?? {} }} />}
        {shown && !mapping && (
          <>
            <StatCards stats={listed.map((verdict) => ({ name: t(`verdicts.${verdict}`), value: (counts[verdict] ?? 0).toLocaleString('en'), href: `${path}?verdict=${verdict}` }))} />
            <Tabs
              label={t('rows')}
              tabs={[undefined, ...listed].flatMap((verdict) => {
                const count = verdict === undefined ? undefined : (counts[verdict] ?? 0);
                return verdict !== undefined && count === 0
                  ? []
                  : [
                      {
                        href: verdict === undefined ? path : `${path}?verdict=${verdict}`,
                        label: verdict === undefined ? t('all') : t(`verdicts.${verdict}`),
                        ...(count === undefined ? {} : { count: count.toLocaleString('en') }),
                        current: list.filters.verdict === verdict,
                      },
                    ];
              })}
            />
            {questions.length > 0 && (
              <Notice tone="due" title={t('units.openTitle')} actions={<LinkButton href="#units">{t('units.answer')}</LinkButton>}>
                {t('units.openNote')}
              </Notice>
            )}
            <Rows spec={spec} rows={rows.rows} open={openUnits(questions)} />
            <Pager {...pagerProps(words, path, importRowList, list, rows)} />
          </>
        )}
      </div>
    </>
  );
}
