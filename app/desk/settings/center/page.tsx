import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { desk } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxesField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { canEditCenter } from '@/lib/centers/policy';
import { getOwnCenter, getSecurity } from '@/lib/centers/queries';
import { staffRoles } from '@/lib/kernel/actor';
import { nameCenterAction, secureCenterAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('center.title') };
}

export default async function CenterPage() {
  const { center, security, mayEdit } = await read(desk, async (ctx) => ({
    center: await getOwnCenter(ctx),
    security: await getSecurity(ctx),
    mayEdit: canEditCenter(ctx.actor),
  }));
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const missing = (await getT('list'))('missing');
  const crumbs = { label: shell('crumbs'), items: [{ label: t('settings.title'), href: '/desk/settings' }, { label: t('center.title') }] };
  if (!mayEdit) {
    const roles = security.secondFactorRoles.map((role) => shell(`roles.${role}`)).join(' · ');
    const facts = [
      { label: t('center.name'), value: center.name },
      { label: t('center.nameEn'), value: center.nameEn },
      { label: t('center.shortName'), value: center.shortName },
      { label: t('center.address'), value: center.address ?? missing },
      { label: t('center.phone'), value: center.phone ?? missing },
      { label: t('center.secondFactorRoles'), value: roles === '' ? missing : roles },
      { label: t('center.staffIdleMinutes'), value: `${security.staffIdleMinutes} ${t('center.minutes')}` },
    ];
    return (
      <>
        <PageHead title={t('center.title')} crumbs={crumbs} />
        <Card foot={t('center.readOnly')}>
          <DefinitionList facts={facts} />
        </Card>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('center.title')} crumbs={crumbs} />
      <Card title={t('center.names')} note={t('center.namesNote')} id="names">
        <Form action={nameCenterAction} hidden={await hiddenFields(center.version)} labels={await formLabels()} id="names-form">
          <TextField name="name" label={t('center.name')} value={center.name} required maxLength={60} />
          <TextField name="nameEn" label={t('center.nameEn')} value={center.nameEn} required maxLength={120} />
          <div className="form-row">
            <TextField name="shortName" label={t('center.shortName')} value={center.shortName} required maxLength={20} />
            <TextField name="phone" label={t('center.phone')} value={center.phone ?? ''} optional={shell('form.optional')} inputMode="tel" maxLength={30} />
          </div>
          <TextField name="address" label={t('center.address')} value={center.address ?? ''} optional={shell('form.optional')} maxLength={120} />
        </Form>
      </Card>
      <div className="mt-6">
        <Card title={t('center.security')} id="security">
          <Form action={secureCenterAction} hidden={await hiddenFields(security.version)} labels={await formLabels()} id="security-form">
            {security.isDemo && <Notice>{t('center.demoNote')}</Notice>}
            <CheckboxesField
              name="secondFactorRoles"
              label={t('center.secondFactorRoles')}
              hint={t('center.secondFactorHint')}
              value={security.secondFactorRoles}
              options={staffRoles.map((role) => ({ value: role, label: shell(`roles.${role}`) }))}
              inline
            />
            <TextField
              name="staffIdleMinutes"
              label={t('center.staffIdleMinutes')}
              hint={t('center.idleHint')}
              unit={t('center.minutes')}
              value={String(security.staffIdleMinutes)}
              inputMode="numeric"
              required
            />
          </Form>
        </Card>
      </div>
    </>
  );
}
