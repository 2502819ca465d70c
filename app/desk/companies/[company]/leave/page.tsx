import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxField, RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, TextareaField } from '@/components/form/text-fields';
import { LeavingChecklist } from '@/components/lifecycle/leaving-checklist';
import { FileLayout } from '@/components/page/file-layout';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { allow } from '@/lib/kernel/errors';
import { canDecideGraduation, canRemoveCompany } from '@/lib/lifecycle/policy';
import { leavingChecklist } from '@/lib/lifecycle/queries/leaving';
import { leaveAction } from '../graduate/actions';
import { CompanyHead, loadHead } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('graduation'))('leave.title') };
}

export default async function LeavePage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, checklist, mayRemove } = await read(business, async (ctx) => {
    allow(canDecideGraduation(ctx.actor));
    const head = await loadHead(ctx, id);
    return { head, checklist: await leavingChecklist(ctx, head.company.id), mayRemove: canRemoveCompany(ctx.actor) };
  });
  const [t, list, companies, road] = [await getT('graduation'), await getT('list'), await getT('companies'), await getT('road')];
  const { company, today } = head;
  const kinds = mayRemove ? (['exited', 'removed'] as const) : (['exited'] as const);
  return (
    <>
      <CompanyHead head={head} tab="road" />
      <FileLayout side={<LeavingChecklist checklist={checklist} t={t} trio={companies} missing={list('missing')} />} sideLabel={t('checklist.title')}>
        {company.state === 'incubating' ? (
          <Card title={t('leave.title')} note={t('leave.note')}>
            <Form action={leaveAction} hidden={await hiddenFields()} labels={await formLabels(t('leave.submit'))}>
              <HiddenInputs more={{ company: company.id }} />
              <RadioField name="kind" label={t('leave.kind')} required options={kinds.map((value) => ({ value, label: road(`kinds.${value}`), note: t(`leave.${value}`) }))} {...(mayRemove ? {} : { hint: t('leave.directorOnly') })} value="exited" />
              <DateField name="onDay" label={t('leave.day')} required value={today} />
              <TextareaField name="reason" label={road('reason')} required rows={3} maxLength={500} />
              <CheckboxField name="endTrio" label={t('confirm.endTrio')} checked />
              <CheckboxField name="endLogins" label={t('leave.endLogins')} hint={t('leave.loginsHint')} />
            </Form>
          </Card>
        ) : (
          <Notice>{t('leave.notHere')}</Notice>
        )}
      </FileLayout>
    </>
  );
}
