import { SubjectFiles } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { Autosave } from '@/components/form/autosave';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { DateField, TextareaField, TextField } from '@/components/form/text-fields';
import { StandingPill, Written } from '@/components/notices/notice-parts';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Notice as Note } from '@/components/ui/notice';
import type { FileLine } from '@/lib/files/queries';
import { LONGEST_BODY } from '@/lib/notices/inputs';
import type { Notice } from '@/lib/notices/queries/desk';
import type { Reach } from '@/lib/notices/queries/recipients';
import { autosaveNoticeAction, discardNoticeAction, writeNoticeAction } from '../actions';

interface Props {
  notice: Notice;
  files: readonly FileLine[];
  reach: Reach | null;
  mayEdit: boolean;
  today: string;
}

/** A draft: written and kept as one goes, seen by the desk alone. */
export async function DraftView({ notice, files, reach, mayEdit, today }: Props) {
  const t = await getT('notices');
  const path = `/desk/notices/${notice.id}`;
  const title = notice.title === '' ? t('draft.title') : notice.title;
  const whom = reach === null ? t('draft.whomNone') : t(notice.chosen?.by === 'ticked' ? 'draft.whomTicked' : 'draft.whomFilter', { count: reach.companies });
  const head = (
    <PageHead
      file
      crumbs={{ label: t('crumbs'), items: [{ label: t('title'), href: '/desk/notices' }, { label: title }] }}
      title={title}
      state={<StandingPill t={t} standing="draft" />}
    />
  );
  if (!mayEdit) {
    return (
      <>
        {head}
        <Card title={t('draft.write')}>
          <Written text={notice.body === '' ? t('none') : notice.body} />
        </Card>
      </>
    );
  }
  return (
    <>
      {head}
      <Card title={t('draft.write')}>
        <Form
          action={writeNoticeAction}
          hidden={await hiddenFields(notice.version)}
          wide
          labels={{
            submit: t('draft.next'),
            pending: t('draft.sending'),
            errorTitle: t('draft.errorTitle'),
            leave: { title: t('draft.leaveTitle'), text: t('draft.leaveText'), yes: t('draft.leaveYes'), no: t('draft.leaveNo') },
          }}
          footer={
            <>
              <div id="whom" className="grid gap-2">
                <p className="font-medium">{t('draft.whom')}</p>
                <p className="text-ink-2">{whom}</p>
                {reach !== null && reach.silent > 0 && <Note tone="due">{t('draft.silent', { count: reach.silent })}</Note>}
              </div>
              <div className="form-foot">
                {/* Enter in a field presses the first one: it must not be the one that sends. */}
                <SubmitButton variant="default" name="intent" value="save" unchecked>
                  {t('draft.save')}
                </SubmitButton>
                <SubmitButton name="intent" value="recipients" unchecked {...(reach === null ? {} : { variant: 'default' as const })}>
                  {t(reach === null ? 'draft.next' : 'draft.change')}
                </SubmitButton>
                {reach !== null && (
                  <SubmitButton name="intent" value="send">
                    {t('draft.send', { count: reach.companies })}
                  </SubmitButton>
                )}
                <Autosave action={autosaveNoticeAction} labels={{ saving: t('draft.autosaving'), saved: t('draft.autosaved', { time: '{time}' }), failed: t('draft.autosaveFailed') }} />
              </div>
            </>
          }
        >
          <input type="hidden" name="notice" value={notice.id} />
          <TextField name="title" label={t('draft.name')} hint={t('draft.nameHint')} value={notice.title} required maxLength={100} />
          <TextareaField name="body" label={t('draft.body')} hint={t('draft.bodyHint')} value={notice.body} required rows={10} maxLength={LONGEST_BODY} />
          <fieldset className="form-part">
            <legend>{t('draft.asks')}</legend>
            <p className="text-sm text-ink-2">{t('draft.asksHint')}</p>
            <CheckboxField name="wantsText" label={t('draft.wantsText')} checked={notice.wantsText} />
            <CheckboxField name="wantsFiles" label={t('draft.wantsFiles')} checked={notice.wantsFiles} />
            <DateField name="dueOn" label={t('draft.due')} hint={t('draft.dueHint')} value={notice.dueOn ?? ''} min={today} />
          </fieldset>
        </Form>
      </Card>
      <Card title={t('draft.files')} note={t('draft.filesNote')} id="files" className="mt-4">
        <p className="nojs-only mb-3 text-sm text-due">{t('draft.filesSaveFirst')}</p>
        <SubjectFiles subject={{ type: 'notice', id: notice.id }} files={files} mayAdd mayRemove path={`${path}#files`} />
      </Card>
      <div className="mt-4">
        <ConfirmButton
          action={discardNoticeAction}
          hidden={await hiddenFields()}
          values={{ notice: notice.id }}
          variant="quiet"
          question={{ title: t('draft.discardTitle'), text: t('draft.discardText'), yes: t('draft.discard'), no: t('draft.discardNo'), danger: true }}
        >
          {t('draft.discard')}
        </ConfirmButton>
      </div>
    </>
  );
}
