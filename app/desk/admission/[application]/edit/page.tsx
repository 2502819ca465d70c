import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { ApplicationFields } from '@/components/lifecycle/application-fields';
import { ApplicationForm } from '@/components/lifecycle/application-form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { listFiles } from '@/lib/files/queries';
import { allow, found } from '@/lib/kernel/errors';
import { canDo } from '@/lib/lifecycle/policy';
import { getApplication } from '@/lib/lifecycle/queries/admission';
import { autosaveFiledAction, submitFiledAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('new') };
}

export default async function FileApplicationPage({ params }: { params: Promise<{ application: string }> }) {
  const { application: id } = await params;
  const { application, files } = await read(clerks, async (ctx) => {
    const row = found(await getApplication(ctx, id));
    allow(canDo(ctx.actor, 'edit', row));
    return { application: row, files: await listFiles(ctx, { type: 'application', id: row.id }) };
  });
  const [t, road, shell, companies] = [await getT('admission'), await getT('road'), await getT('shell'), await getT('companies')];
  const here = `/desk/admission/${application.id}`;
  return (
    <>
      <PageHead title={t('new')} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/admission' }, { label: application.name === '' ? t('states.draft') : application.name, href: here }] }} />
      <div className="grid gap-4">
        <Card>
          <ApplicationForm id={application.id} submit={submitFiledAction} autosave={autosaveFiledAction} hidden={await hiddenFields(application.version)} labels={await formLabels(t('draft.submit'))} t={t}>
            <ApplicationFields typed={application.typed} t={t} road={road} choose={companies('choose')} optional={shell('form.optional')} />
          </ApplicationForm>
        </Card>
        <Card title={t('parts.files')} note={t('filesNote')}>
          <SubjectFiles subject={{ type: 'application', id: application.id }} files={files} mayAdd mayRemove path={`${here}/edit`} />
        </Card>
      </div>
    </>
  );
}
