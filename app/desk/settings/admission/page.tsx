import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxesField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { Conditions } from '@/components/lifecycle/conditions';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { dayOf } from '@/lib/kernel/dates';
import { asked, inForce, technologyBases } from '@/lib/lifecycle/admission';
import { canKeepAdmissionRules } from '@/lib/lifecycle/policy';
import { listRubrics, listRuleVersions } from '@/lib/lifecycle/queries/admission';
import { addRubricAction, addRulesAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('settings.title') };
}

export default async function AdmissionSettingsPage() {
  const { rules, rubrics, mayKeep, today } = await read(businessAndAuditor, async (ctx) => ({
    rules: await listRuleVersions(ctx),
    rubrics: await listRubrics(ctx),
    mayKeep: canKeepAdmissionRules(ctx.actor),
    today: dayOf(ctx.now),
  }));
  const [t, shell, centers] = [await getT('admission'), await getT('shell'), await getT('centers')];
  const [rule, rubric] = [inForce(rules, today), inForce(rubrics, today)];
  const pill = (one: { id: string; effectiveFrom: string }, now: { id: string } | null) => (one.id === now?.id ? <Pill>{t('settings.now')}</Pill> : one.effectiveFrom > today ? <Pill tone="due">{t('settings.later')}</Pill> : undefined);
  const places = asked.map((value) => ({ value, label: t(`asks.${value}`) }));
  const latest = rules[0]?.conditions;
  const plain = (value: number | null | undefined) => (value === null || value === undefined ? undefined : String(value));
  return (
    <>
      <PageHead title={t('settings.title')} meta={t('settings.note')} crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('settings.title') }] }} />
      <div className="grid gap-4">
        {rules.map((one) => (
          <Card key={one.id} title={one.name} note={[t('verdict.from', { day: one.effectiveFrom }), one.source].filter(Boolean).join(' · ')} aside={pill(one, rule)}>
            <Conditions conditions={one.conditions} t={t} />
          </Card>
        ))}
        {mayKeep && (
          <Card title={t('settings.addRules')} id="rules">
            <Form action={addRulesAction} hidden={await hiddenFields()} labels={await formLabels(t('settings.addRules'))} wide>
              <div className="form-row">
                <TextField name="name" label={t('settings.name')} required maxLength={60} />
                <DateField name="effectiveFrom" label={t('settings.from')} required />
              </div>
              <TextField name="source" label={t('settings.source')} optional={shell('form.optional')} maxLength={200} />
              <div className="form-row">
                <SelectField name="registeredHere" label={t('rules.registeredHere')} options={places} value={latest?.registeredHere ?? 'now'} />
                <SelectField name="worksHere" label={t('rules.worksHere')} options={places} value={latest?.worksHere ?? 'now'} />
              </div>
              <div className="form-row">
                <TextField name="ageMonths" label={t('settings.ageMonths')} hint={t('settings.empty')} unit={t('settings.ageUnit')} inputMode="numeric" maxLength={3} value={plain(latest?.ageMonths)} />
                <TextField name="leastScore" label={t('settings.leastScore')} hint={t('settings.empty')} inputMode="numeric" maxLength={3} value={plain(latest?.leastScore)} />
                <TextField name="leastTeam" label={t('settings.leastTeam')} hint={t('settings.empty')} unit={t('unit.team')} inputMode="numeric" maxLength={4} value={plain(latest?.leastTeam)} />
              </div>
              <CheckboxesField name="technology" label={t('settings.technology')} hint={t('settings.technologyNone')} options={technologyBases.map((basis) => ({ value: basis, label: t(`technologies.${basis}`) }))} value={[...(latest?.technology ?? [])]} />
            </Form>
          </Card>
        )}
        {rubrics.map((one) => (
          <Card key={one.id} title={one.name} note={`${t('settings.rubrics')} · ${t('verdict.from', { day: one.effectiveFrom })}`} aside={pill(one, rubric)}>
            <ul className="grid gap-1 pl-5">
              {one.criteria.map((criterion) => (
                <li key={criterion.key}>{t('review.criterion', { title: criterion.title, points: criterion.points })}</li>
              ))}
            </ul>
          </Card>
        ))}
        {mayKeep && (
          <Card title={t('settings.addRubric')} id="rubric">
            <Form action={addRubricAction} hidden={await hiddenFields()} labels={await formLabels(t('settings.addRubric'))}>
              <TextField name="name" label={t('settings.name')} required maxLength={60} />
              <DateField name="effectiveFrom" label={t('settings.from')} required />
              <TextareaField name="criteria" label={t('settings.criteria')} hint={t('settings.criteriaHint')} required rows={6} maxLength={1_000} value={rubrics[0]?.criteria.map((one) => `${one.title} ${one.points}`).join('\n')} />
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
