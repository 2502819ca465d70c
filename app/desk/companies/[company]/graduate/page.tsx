import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { DateField, MoneyField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { LeavingChecklist } from '@/components/lifecycle/leaving-checklist';
import { FileLayout } from '@/components/page/file-layout';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { type FileLine, listFiles } from '@/lib/files/queries';
import { formatWan } from '@/lib/kernel/money';
import { evidenceOf } from '@/lib/lifecycle/evidence';
import { graduationConditions, graduationOf } from '@/lib/lifecycle/graduation';
import { canDecideGraduation, canGiveEvidence } from '@/lib/lifecycle/policy';
import { leavingChecklist } from '@/lib/lifecycle/queries/leaving';
import { CompanyHead, loadHead } from '../frame';
import { giveEvidenceAction, graduateAction, withdrawEvidenceAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('graduation'))('title') };
}

export default async function GraduatePage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, evidence, files, checklist, may } = await read(businessAndAuditor, async (ctx) => {
    const head = await loadHead(ctx, id);
    const evidence = await evidenceOf(ctx, head.company.id);
    const files = new Map<string, FileLine[]>();
    for (const one of evidence) if (one.source === 'staff') files.set(one.id, await listFiles(ctx, { type: 'evidence', id: one.id }));
    return { head, evidence, files, checklist: await leavingChecklist(ctx, head.company.id), may: { give: canGiveEvidence(ctx.actor), decide: canDecideGraduation(ctx.actor) } };
  });
  const [t, list, companies] = [await getT('graduation'), await getT('list'), await getT('companies')];
  const { company, today } = head;
  const here = `/desk/companies/${company.id}/graduate`;
  const isHere = company.state === 'incubating';
  const conditions = graduationOf(evidence);
  const isMet = conditions.some((one) => one.met);
  const cards = [];
  for (const one of conditions) {
    const lines = [];
    for (const item of evidence.filter((piece) => piece.condition === one.condition)) {
      lines.push(
        <div key={item.id} className="row">
          <span>
            {[item.year === null ? null : t('year', { year: item.year }), item.onDay, item.amount === null ? null : companies('wan', { amount: formatWan(item.amount) })].filter(Boolean).join(' · ') || item.words}
            <Sub>{item.source === 'facts' ? t(item.verified ? 'fromFacts' : 'waits') : item.words}</Sub>
            {item.source === 'staff' && <SubjectFiles subject={{ type: 'evidence', id: item.id }} files={files.get(item.id) ?? []} mayAdd={may.give && isHere} mayRemove={false} path={here} />}
          </span>
          {item.source === 'staff' && may.give && isHere && (
            <PostButton action={withdrawEvidenceAction} hidden={await hiddenFields()} values={{ evidence: item.id }} size="sm" variant="quiet">
              {t('withdraw')}
            </PostButton>
          )}
        </div>,
      );
    }
    cards.push(
      <Card
        key={one.condition}
        title={t(`conditions.${one.condition}`)}
        note={one.sum === null ? t(`asks.${one.condition}`) : `${t(`asks.${one.condition}`)} ${one.years === null ? t('sum', { amount: formatWan(one.sum) }) : t('sumOfYears', { from: one.years[0], to: one.years[1], amount: formatWan(one.sum) })}`}
        aside={<StatePill tone={one.met ? 'ok' : 'neutral'}>{t(one.met ? 'met' : 'unmet')}</StatePill>}
        body="rows"
        now={one.met}
      >
        {lines.length === 0 ? <p className="row text-ink-2">{t('noEvidence')}</p> : lines}
      </Card>,
    );
  }
  const side = (
    <>
      <LeavingChecklist checklist={checklist} t={t} trio={companies} missing={list('missing')} />
      {may.decide && isHere && (
        <Card title={t('confirm.title')} id="confirm" note={t('confirm.note')}>
          {isMet ? (
            <Form action={graduateAction} hidden={await hiddenFields()} labels={await formLabels(t('confirm.submit'), { leave: false })}>
              <HiddenInputs more={{ company: company.id }} />
              <DateField name="onDay" label={t('confirm.day')} required value={today} />
              <CheckboxField name="endTrio" label={t('confirm.endTrio')} hint={t('confirm.loginsGoOn')} checked />
            </Form>
          ) : (
            <Notice tone="due">{t('noneMet')}</Notice>
          )}
        </Card>
      )}
    </>
  );
  return (
    <>
      <CompanyHead head={head} tab="road" />
      <FileLayout side={side} sideLabel={t('checklist.title')}>
        <p className="mb-3 text-sm text-ink-2">{t('note')}</p>
        <div className="grid gap-4">
          {cards}
          {may.give && isHere && (
            <Card title={t('give.title')} id="give">
              <Form action={giveEvidenceAction} hidden={await hiddenFields()} labels={await formLabels(t('give.submit'))} wide>
                <HiddenInputs more={{ company: company.id }} />
                <div className="form-row">
                  <SelectField name="condition" label={t('give.condition')} required placeholder={companies('choose')} options={graduationConditions.map((value) => ({ value, label: t(`conditions.${value}`) }))} />
                  <DateField name="onDay" label={t('give.day')} hint={t('give.dayHint')} />
                </div>
                <div className="form-row">
                  <MoneyField name="amount" label={t('give.amount')} hint={t('give.amountHint')} unit={companies('unit.wan')} />
                  <TextField name="year" label={t('give.year')} hint={t('give.yearHint')} inputMode="numeric" maxLength={4} />
                </div>
                <TextareaField name="words" label={t('give.words')} hint={t('give.wordsHint')} required rows={2} maxLength={300} />
              </Form>
            </Card>
          )}
        </div>
      </FileLayout>
    </>
  );
}
