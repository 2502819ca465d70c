import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { TextareaField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { canEditCompanies, canStrikeStep } from '@/lib/companies/policy';
import { getStep } from '@/lib/companies/queries/road';
import { listFiles } from '@/lib/files/queries';
import { formatArea } from '@/lib/kernel/area';
import { found, NotFoundError } from '@/lib/kernel/errors';
import { strikeStepAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('road'))('step') };
}

export default async function RoadStepPage({ params }: { params: Promise<{ company: string; step: string }> }) {
  const { company: id, step: stepId } = await params;
  const { step, files, may } = await read(businessAndAuditor, async (ctx) => {
    const row = found(await getStep(ctx, stepId));
    if (row.companyId !== id) throw new NotFoundError();
    return { step: row, files: await listFiles(ctx, { type: 'road', id: row.id }), may: { keep: canEditCompanies(ctx.actor), strike: canStrikeStep(ctx.actor) } };
  });
  const [t, list, shell, companies] = [await getT('road'), await getT('list'), await getT('shell'), await getT('companies')];
  const road = `/desk/companies/${step.companyId}/road`;
  const missing = list('missing');
  return (
    <>
      <PageHead
        title={t(`kinds.${step.kind}`)}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: step.company, href: `/desk/companies/${step.companyId}` }, { label: t('title'), href: road }, { label: t(`kinds.${step.kind}`) }] }}
      />
      <div className="grid gap-4">
        <Card title={t('step')}>
          <DefinitionList
            columns={2}
            facts={[
              { label: t('col.day'), value: step.basis === 'unknown' ? t('unknownDay') : step.basis === 'inferred' ? t('inferred', { day: step.onDay }) : step.onDay },
              { label: t('col.by'), value: step.by ?? missing },
              { label: t('col.place'), value: step.untilOn === null ? [step.carrier, step.room].filter(Boolean).join(' ') || missing : t('until', { day: step.untilOn }) },
              { label: t('col.area'), value: step.area === null ? missing : `${formatArea(step.area)} ${companies('unit.area')}` },
              { label: t('col.reason'), value: step.reason === '' ? missing : step.reason },
              ...(step.struckAt === null ? [] : [{ label: t('struck'), value: t('struckWhy', { name: step.struckBy, reason: step.struckReason }) }]),
            ]}
          />
        </Card>
        <Card title={t('papersTitle')} note={t('papersNote')}>
          <SubjectFiles subject={{ type: 'road', id: step.id }} files={files} mayAdd={may.keep} mayRemove={false} path={`${road}/${step.id}`} />
        </Card>
        {may.strike && step.struckAt === null && (
          <Card title={t('strike.title')} note={step.kind === 'graduated' ? `${t('strike.note')}${t('strike.graduationNote')}` : t('strike.note')}>
            <Form action={strikeStepAction} hidden={await hiddenFields()} labels={await formLabels(t('strike.submit'))}>
              <HiddenInputs more={{ step: step.id }} />
              <TextareaField name="reason" label={t('reason')} required rows={2} maxLength={500} />
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
