import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { Autosave } from '@/components/form/autosave';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { StatePill } from '@/components/ui/pill';
import { autosaveAction, discardAction, submitAction } from '../actions';
import { FilesCard } from './files-card';
import type { View } from './view';
import { WrittenFields } from './written-fields';

/** A draft: written and kept as one goes, seen by the company alone. */
export async function DraftView({ request, files, acts }: View) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const name = nameIn(locale, request.item);
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
        <Form
          action={submitAction}
          hidden={await hiddenFields(request.version)}
          wide
          labels={{
            submit: t('draft.submit'),
            pending: t('draft.submitting'),
            errorTitle: t('act.errorTitle'),
            leave: { title: t('draft.leaveTitle'), text: t('draft.leaveText'), yes: t('draft.leaveYes'), no: t('draft.leaveNo') },
          }}
          footer={
            <div className="form-foot">
              <SubmitButton size="lg" name="intent" value="submit" />
              <SubmitButton size="lg" variant="default" name="intent" value="save" unchecked>
                {t('draft.save')}
              </SubmitButton>
              <Autosave action={autosaveAction} labels={{ saving: t('draft.saving'), saved: t('draft.saved'), failed: t('draft.saveFailed') }} />
            </div>
          }
        >
          <WrittenFields t={t} english={locale === 'en'} request={request} />
        </Form>
      </Card>
      <FilesCard
        request={request.id}
        files={files}
        note={request.item.filesRequired ? t('draft.filesRequired') : t('draft.filesOptional')}
        mayAdd={acts.has('attach')}
        mayRemove={acts.has('edit')}
        saveFirst
      />
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
