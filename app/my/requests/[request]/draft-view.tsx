import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { Materials } from '@/app/_server/materials';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { StatePill } from '@/components/ui/pill';
import { discardAction } from '../actions';
import { FilesCard } from './files-card';
import type { View } from './view';
import { WrittenForm } from './written-form';

/** A draft: written and kept as one goes, seen by the company alone. */
export async function DraftView({ request, files, materials, samples, acts }: View) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const name = nameIn(locale, request.item);
  const english = locale === 'en';
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: name }] }}
        title={name}
        state={<StatePill tone="neutral">{t('states.draft')}</StatePill>}
        meta={t('my.promise', { acceptance: request.item.acceptanceDays, promised: request.item.promisedDays })}
      />
      <Card title={t('file.what')} note={t('line.draft')}>
        <WrittenForm t={t} english={english} request={request} words={{ submit: t('draft.submit'), pending: t('draft.submitting') }} />
      </Card>
      <Materials t={t} english={english} item={request.item} handed={materials} samples={samples} mayAdd={acts.has('attach')} mayRemove={acts.has('edit')} path={`/my/requests/${request.id}`} />
      <FilesCard request={request.id} files={files} title={t('file.otherFiles')} note={t('draft.filesOptional')} mayAdd={acts.has('attach')} mayRemove={acts.has('edit')} saveFirst />
      <div className="mt-4">
        <ConfirmButton
          action={discardAction}
          hidden={await hiddenFields()}
          values={{ request: request.id }}
          variant="quiet"
          question={{ title: t('draft.discardTitle'), text: t('draft.discardText'), yes: t('draft.discard'), no: t('draft.discardNo'), danger: true }}
        >
          {t('draft.discard')}
        </ConfirmButton>
      </div>
    </>
  );
}
