import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { applicant } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { applicationFacts, ApplicationFields } from '@/components/lifecycle/application-fields';
import { ApplicationForm } from '@/components/lifecycle/application-form';
import { ApplicationStatePill } from '@/components/lifecycle/application-state';
import { PageHead } from '@/components/page/page-head';
import { Samples } from '@/components/service-desk/samples';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { listFiles } from '@/lib/files/queries';
import { found } from '@/lib/kernel/errors';
import { canDo } from '@/lib/lifecycle/policy';
import { getApplication } from '@/lib/lifecycle/queries/admission';
import { currentVersionOf } from '@/lib/service-desk/queries/catalogue';
import { wantedMaterials } from '@/lib/service-desk/queries/materials';
import { samplesOf } from '@/lib/service-desk/queries/samples';
import { autosaveApplicationAction, submitApplicationAction, withdrawApplicationAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('title') };
}

export default async function OwnApplicationPage({ params }: { params: Promise<{ application: string }> }) {
  const { application: id } = await params;
  const { application, files, may, item, samples } = await read(applicant, async (ctx) => {
    const row = found(await getApplication(ctx, id));
    const item = await currentVersionOf(ctx, 'admission');
    return {
      item,
      samples: item === null ? new Map() : await samplesOf(ctx, item.id),
      application: row, files: await listFiles(ctx, { type: 'application', id: row.id }), may: { edit: canDo(ctx.actor, 'edit', row), withdraw: canDo(ctx.actor, 'withdraw', row) },
    };
  });
  const [service, locale] = [await getT('service-desk'), await getLocale()];
  const [t, road, list, shell, companies] = [await getT('admission'), await getT('road'), await getT('list'), await getT('shell'), await getT('companies')];
  return (
    <>
      <PageHead
        file
        crumbs={{ label: shell('crumbs'), items: [{ label: t('apply.title'), href: '/apply' }] }}
        title={application.name === '' ? t('apply.start') : application.name}
        state={<ApplicationStatePill state={application.state} label={t(`states.${application.state}`)} />}
        meta={application.number === null ? undefined : t('apply.number', { number: application.number })}
      />
      <div className="grid gap-4">
        {application.said !== '' && (
          <Notice tone={application.state === 'refused' ? 'late' : 'due'} title={t('apply.said')}>
            {application.said}
          </Notice>
        )}
        {application.state === 'admitted' && (
          <Notice tone="ok" title={t('apply.welcome')}>
            {application.conditionDueOn !== null && t('apply.condition', { text: application.conditionText, day: application.conditionDueOn })}
          </Notice>
        )}
        <Card>
          {may.edit ? (
            <ApplicationForm id={application.id} submit={submitApplicationAction} autosave={autosaveApplicationAction} hidden={await hiddenFields(application.version)} labels={await formLabels(t('draft.submit'))} t={t}>
              <ApplicationFields typed={application.typed} t={t} road={road} choose={companies('choose')} optional={shell('form.optional')} />
            </ApplicationForm>
          ) : (
            <DefinitionList columns={2} facts={applicationFacts(application.typed, t, road, list('missing'))} />
          )}
        </Card>
        <Card title={t('parts.files')} note={t('filesNote')}>
          {item !== null && may.edit && (
            <ul className="mb-3 grid gap-1" aria-label={service('catalogue.need')}>
              {wantedMaterials(item).map((material) => (
                <li key={material.key}>
                  {nameIn(locale, material)} <span className="text-sm text-ink-2">{material.required ? service('file.required') : service('act.optional')}</span>
                  <Samples t={service} samples={samples.get(material.key)} />
                </li>
              ))}
            </ul>
          )}
          <SubjectFiles subject={{ type: 'application', id: application.id }} files={files} mayAdd={may.edit} mayRemove={may.edit} path={`/apply/${application.id}`} />
        </Card>
        {may.withdraw && (
          <div>
            <ConfirmButton
              action={withdrawApplicationAction}
              hidden={await hiddenFields()}
              values={{ application: application.id }}
              variant="quiet"
              question={{ title: t('draft.discardAsk'), text: t('draft.discardText'), yes: t('draft.discard'), no: shell('form.cancel'), danger: true }}
            >
              {t('draft.discard')}
            </ConfirmButton>
          </div>
        )}
      </div>
    </>
  );
}
