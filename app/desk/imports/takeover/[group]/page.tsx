import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Task } from '@/app/_server/tasks';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { MoneyField, TextField } from '@/components/form/text-fields';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Notice } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Table, Td, Th } from '@/components/ui/table';
import '@/lib/companies/jobs';
import { sheetNameOf, takeoverParts } from '@/lib/companies/takeover';
import { getGroup } from '@/lib/imports/queries';
import { importKind } from '@/lib/imports/registry';
import { isAbsent, mayStillUndo, undoEndsAt } from '@/lib/imports/rules';
import { getTask } from '@/lib/jobs/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { found } from '@/lib/kernel/errors';
import { formatWan } from '@/lib/kernel/money';
import { labelOf, openUnits } from '../../[batch]/labels';
import { stateTone } from '../../state';
import { confirmGroupAction, discardGroupAction, recheckGroupAction, undoGroupAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('takeover'))('title') };
}

/** Every sheet with what was read in it; what people counted themselves is held against it before anything is written. */
export default async function TakeoverGroupPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params;
  const { parts, task, now } = await read(clerks, async (ctx) => {
    const rows = await getGroup(ctx, group);
    const [first] = rows;
    return { parts: rows.length === 0 ? found<typeof rows>(null) : rows, task: first?.taskId === null || first === undefined ? null : await getTask(ctx, first.taskId), now: ctx.now };
  });
  const [t, imports, errors, list, shell, locale] = [await getT('takeover'), await getT('imports'), await getT('errors'), await getT('list'), await getT('shell'), await getLocale()];
  const [first] = parts;
  const works = parts.some((part) => ['checking', 'confirmed', 'undoing'].includes(part.state));
  const present = parts.filter((part) => !isAbsent(part));
  const refused = present.reduce((sum, part) => sum + (part.counts.refused ?? 0), 0);
  const broken = present.filter((part) => part.state === 'refused' || part.state === 'failed');
  const writes = present.reduce((sum, part) => sum + (part.counts.new ?? 0) + (part.counts.changed ?? 0), 0);
  const open = parts.every((part) => ['checked', 'refused', 'failed'].includes(part.state));
  const asking = present.filter((part) => part.state === 'checked' && (part.found?.questions ?? []).length > 0);
  const ready = open && present.every((part) => part.state === 'checked') && refused === 0 && writes > 0 && asking.length === 0;
  const written = parts.some((part) => part.state === 'applied');
  const applied = parts.find((part) => part.state === 'applied');
  const undoable = applied !== undefined && parts.filter((part) => part.state === 'applied').every((part) => mayStillUndo(part, now));
  const back = parts.filter((part) => part.state === 'undone');
  const left = back.reduce((sum, part) => sum + (part.counts.left ?? 0), 0);
  const isMoney = (kind: string, key: string) => importKind(kind).spec.columns[key]?.kind.type === 'money';
  const sumText = (kind: string, key: string, digits: string) => (isMoney(kind, key) ? t('wan', { amount: formatWan(BigInt(digits)) }) : Number(digits).toLocaleString('en'));
  const unitOf = (part: (typeof parts)[number], key: string) => {
    const unit = part.state === 'checked' ? openUnits(part.found?.questions ?? []).get(key) : undefined;
    return unit === undefined ? '' : ` ${imports('units.open', { unit: imports(`unit.${unit}`) })}`;
  };
  const [discard, recheck, undo] = [await hiddenFields(), await hiddenFields(), await hiddenFields()];
  return (
    <>
      <PageHead
        file
        crumbs={{ label: shell('crumbs'), items: [{ label: imports('title'), href: '/desk/imports' }, { label: t('title') }] }}
        title={first?.file ?? t('title')}
        meta={<MetaLine items={[first?.by ?? null, first === undefined ? null : formatMoment(first.createdAt, locale)]} />}
        actions={
          undoable ? (
            <ConfirmButton action={undoGroupAction} hidden={undo} values={{ group }} variant="danger" question={{ title: imports('undo.ask', { file: applied.file }), text: imports('undo.askText'), yes: imports('undo.act'), no: shell('form.cancel') }}>
              {imports('undo.act')}
            </ConfirmButton>
          ) : open && (
            <>
              <ConfirmButton action={discardGroupAction} hidden={discard} values={{ group }} question={{ title: imports('discardAsk'), text: imports('discardText'), yes: imports('discard'), no: shell('form.cancel') }}>
                {imports('discard')}
              </ConfirmButton>
              <PostButton action={recheckGroupAction} hidden={recheck} values={{ group }}>
                {imports('recheck')}
              </PostButton>
            </>
          )
        }
      />
      <div className="grid gap-4">
        {works && (task === null ? <Notice tone="info" title={imports('checking')} actions={<LinkButton href={`/desk/imports/takeover/${group}`}>{imports('reload')}</LinkButton>} /> : <Card title={t('working')}><Task task={task} /></Card>)}
        {written && (
          <Notice tone="ok" title={t('applied')} actions={<LinkButton href="/desk/companies">{imports('toCompanies')}</LinkButton>}>
            {undoable && applied.appliedAt !== null && imports('undo.until', { at: formatMoment(undoEndsAt(applied.appliedAt), locale) })}
          </Notice>
        )}
        {back.length > 0 && (
          <Notice tone={left > 0 ? 'due' : 'ok'} title={imports('undo.title', { undone: back.reduce((sum, part) => sum + (part.counts.undone ?? 0), 0), left })} actions={<LinkButton href="/desk/companies">{imports('toCompanies')}</LinkButton>}>
            {left > 0 ? t('undoneSome') : imports('undo.all')}
          </Notice>
        )}
        {broken.map((part) => (
          <Notice key={part.id} tone="late" title={t('sheetRefused', { sheet: imports(`kinds.${part.kind}`) })}>
            {part.problem === null ? imports('failed') : errors(part.problem.key, part.problem.params)}
          </Notice>
        ))}
        {open &&
          asking.map((part) => (
            <Notice
              key={part.id}
              tone="due"
              title={t('unitsTitle', { sheet: imports(`kinds.${part.kind}`) })}
              actions={<LinkButton href={`/desk/imports/${part.id}#units`}>{t('unitsAnswer')}</LinkButton>}
            >
              {t('unitsText')}
            </Notice>
          ))}
        {open && refused > 0 && (
          <Notice tone="late" title={t('refusedTitle', { count: refused })}>
            {t('refusedText')}
          </Notice>
        )}
        <Card title={t('sheets')} note={t('sheetsNote')}>
          <Table caption={t('sheets')}>
            <thead>
              <tr>
                <Th>{t('sheet')}</Th>
                <Th>{imports('state')}</Th>
                <Th right>{t('rows')}</Th>
                <Th>{t('sums')}</Th>
                <Th>{imports('counts')}</Th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.id}>
                  <Td>
                    {isAbsent(part) ? (
                      imports(`kinds.${part.kind}`)
                    ) : (
                      <a className="link" href={`/desk/imports/${part.id}`}>
                        {imports(`kinds.${part.kind}`)}
                      </a>
                    )}
                  </Td>
                  <Td>{isAbsent(part) ? t('absent') : <StatePill tone={stateTone(part.state)}>{imports(`states.${part.state}`)}</StatePill>}</Td>
                  <Td right>{part.control === null || isAbsent(part) ? list('missing') : part.control.rows.toLocaleString('en')}</Td>
                  <Td>
                    {Object.entries(part.control?.sums ?? {})
                      .map(([key, digits]) => `${labelOf(importKind(part.kind).spec, key, locale)} ${sumText(part.kind, key, digits)}${unitOf(part, key)}`)
                      .join(t('separator')) || list('missing')}
                  </Td>
                  <Td>
                    {part.counts.new === undefined
                      ? list('missing')
                      : part.state === 'undone'
                        ? imports('undo.title', { undone: part.counts.undone ?? 0, left: part.counts.left ?? 0 })
                        : imports('summary', { fresh: part.counts.new, changed: part.counts.changed ?? 0, unchanged: part.counts.unchanged ?? 0, refused: part.counts.refused ?? 0 })}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
        {ready && (
          <Card id="totals" title={t('totals')} note={t('totalsNote')}>
            <Form wide action={confirmGroupAction} hidden={await hiddenFields()} labels={await formLabels(imports('confirm', { count: writes }))}>
              <HiddenInputs more={{ group }} />
              {present.map((part) => (
                <fieldset key={part.id} className="form-part">
                  <legend>{imports(`kinds.${part.kind}`)}</legend>
                  <div className="form-row">
                    <TextField name={`${part.kind}_rows`} label={t('rows')} required inputMode="numeric" maxLength={12} />
                    {Object.keys(part.control?.sums ?? {}).map((key) => {
                      const field = { name: `${part.kind}_${key}`, label: t('sumOf', { column: labelOf(importKind(part.kind).spec, key, locale) }), required: true };
                      return isMoney(part.kind, key) ? <MoneyField key={key} {...field} unit={imports('unit.wan')} /> : <TextField key={key} {...field} inputMode="numeric" maxLength={20} />;
                    })}
                  </div>
                </fieldset>
              ))}
            </Form>
          </Card>
        )}
        {open && present.length === 0 && (
          <Notice tone="late" title={t('noneFound')} actions={<LinkButton href="/desk/imports/takeover">{t('title')}</LinkButton>}>
            {t('noneFoundText', { names: takeoverParts.map(({ kind }) => sheetNameOf(kind, locale)).join(t('separator')) })}
          </Notice>
        )}
        {open && present.length > 0 && writes === 0 && broken.length === 0 && refused === 0 && (
          <Notice tone="info" title={imports('nothingToWrite')}>
            {imports('nothingNote')}
          </Notice>
        )}
      </div>
    </>
  );
}
