import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { FactFields, FactWord } from '@/components/companies/fact-fields';
import { factText } from '@/components/companies/fact-table';
import { Autosave } from '@/components/form/autosave';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { ownAnswer } from '@/lib/companies/queries/collection';
import { factsOf } from '@/lib/companies/queries/facts';
import { daysLeft, keysAsked } from '@/lib/companies/rules/collection';
import { holding, seenText, stated } from '@/lib/companies/rules/facts';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { autosaveAnswerAction, submitAnswerAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('collection'))('title') };
}

/** The year's questions, filled in with what is known: confirm, correct, send. */
export default async function MyRoundPage({ params }: { params: Promise<{ round: string }> }) {
  const { round } = await params;
  const { answer, facts, last, today } = await read(companyGate, async (ctx) => {
    const row = found(await ownAnswer(ctx, round));
    return { answer: row, facts: await factsOf(ctx, row.companyId, { year: row.year }), last: await factsOf(ctx, row.companyId, { year: row.year - 1 }), today: dayOf(ctx.now) };
  });
  const [t, words, desk, list, shell, locale] = [await getT('collection'), await getT('facts'), await getT('service-desk'), await getT('list'), await getT('shell'), await getLocale()];
  const keys = keysAsked(answer, answer.form);
  const known = stated(facts, answer.year);
  const left = daysLeft(answer.dueOn, today);
  const open = answer.closedAt === null;
  return (
    <>
      <PageHead
        title={t('yearOf', { year: answer.year })}
        crumbs={{ label: shell('crumbs'), items: [{ label: shell('go.home'), href: '/my' }, { label: t('title') }] }}
        meta={<MetaLine items={[t('dueOn', { day: answer.dueOn }), open ? t(left < 0 ? 'over' : 'left', { days: Math.abs(left) }) : t('closed'), answer.note === '' ? null : answer.note]} />}
      />
      <div className="grid gap-4">
        {answer.state === 'answered' && answer.answeredAt !== null && (
          <Notice tone="ok" title={t('answeredTitle', { at: formatMoment(answer.answeredAt, locale) })}>
            {t(open ? 'answeredText' : 'answeredClosed')}
          </Notice>
        )}
        {open ? (
          <Card title={t(answer.form === 'short' ? 'shortTitle' : 'formTitle')} note={t(answer.form === 'short' ? 'shortNote' : 'formNote')}>
            <Form
              wide
              action={submitAnswerAction}
              hidden={await hiddenFields(answer.version)}
              labels={await formLabels(t('send'))}
              footer={
                <div className="form-foot">
                  <SubmitButton name="intent" value="submit" />
                  <SubmitButton variant="default" name="intent" value="save" unchecked>
                    {desk('draft.save')}
                  </SubmitButton>
                  <Autosave action={autosaveAnswerAction} labels={{ saving: desk('draft.saving'), saved: desk('draft.saved'), failed: desk('draft.saveFailed') }} />
                </div>
              }
            >
              <HiddenInputs more={{ round: answer.id, seen: seenText(facts) }} />
              <FactFields t={words} keys={keys} values={known} typed={answer.draft} last={holding(last, answer.year - 1)} lastYear={answer.year - 1} />
              <FactWord t={words} word={answer.draft.word} />
            </Form>
          </Card>
        ) : (
          <Card title={t('given')}>
            <DefinitionList columns={2} facts={keys.map((key) => ({ label: words(`keys.${key}`), value: known[key] === undefined ? list('missing') : factText(key, known[key]) }))} />
          </Card>
        )}
      </div>
    </>
  );
}
