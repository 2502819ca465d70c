import { SubjectFiles } from '@/app/_server/files';
import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { Autosave } from '@/components/form/autosave';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/text-fields';
import { Written } from '@/components/notices/notice-parts';
import { Card } from '@/components/ui/card';
import { Notice as Note } from '@/components/ui/notice';
import type { FileLine } from '@/lib/files/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { LONGEST_ANSWER } from '@/lib/notices/inputs';
import type { getOwnNotice } from '@/lib/notices/queries/own';
import { ANSWER } from '@/lib/notices/queries/desk';
import type { Door } from '@/lib/notices/rules';
import { answerNoticeAction, autosaveAnswerAction } from '../actions';

type Own = NonNullable<Awaited<ReturnType<typeof getOwnNotice>>>;

/** What the company answers: a form as long as it may, what it said when it may not any more, nothing where nothing is asked. */
export async function AnswerCards({ notice, given, door }: { notice: Own; given: readonly FileLine[]; door: Door }) {
  const [t, shell, locale] = [await getT('notices'), await getT('shell'), await getLocale()];
  const said = { who: notice.answeredBy ?? '', when: notice.answeredAt === null ? '' : formatMoment(notice.answeredAt, locale), due: notice.dueOn ?? '' };
  const files = (mayAdd: boolean, mayRemove: boolean) => (
    <SubjectFiles subject={{ type: ANSWER, id: notice.recipientId }} files={given} mayAdd={mayAdd} mayRemove={mayRemove} path={`/my/notices/${notice.id}#files`} />
  );
  switch (door) {
    case 'none':
      return null;
    case 'closed':
      return <Note>{t('my.closedNote')}</Note>;
    case 'fixed':
      return (
        <Card title={t('my.yours')} note={t('my.fixedNote', said)}>
          {notice.answer !== null && <Written text={notice.answer} />}
          {given.length > 0 && <div className="mt-3">{files(false, false)}</div>}
        </Card>
      );
    case 'open': {
      const again = notice.answeredAt !== null;
      const wants = notice.wantsText ? (notice.wantsFiles ? 'my.asksBoth' : 'my.asksText') : 'my.asksFiles';
      return (
        <>
          {notice.wantsFiles && (
            <Card title={t('my.files')} note={t('my.filesNote')} id="files">
              <p className="nojs-only mb-3 text-sm text-due">{t('my.saveFirst')}</p>
              {files(true, !again)}
            </Card>
          )}
          <Card title={t(again ? 'my.yours' : 'my.asks')} note={again ? t('my.sentNote', said) : t(wants)} now={again ? undefined : 'due'} id="answer">
            <Form
              action={answerNoticeAction}
              hidden={await hiddenFields(notice.draft?.version)}
              wide
              labels={{
                submit: t(again ? 'my.again' : 'my.submit'),
                pending: t('my.submitting'),
                errorTitle: t('draft.errorTitle'),
                leave: { title: t('draft.leaveTitle'), text: t('draft.leaveText'), yes: t('draft.leaveYes'), no: t('draft.leaveNo') },
              }}
              footer={
                <div className="form-foot">
                  <SubmitButton size="lg" name="intent" value="send" />
                  <SubmitButton size="lg" variant="default" name="intent" value="save" unchecked>
                    {t('my.save')}
                  </SubmitButton>
                  <Autosave action={autosaveAnswerAction} labels={{ saving: t('draft.autosaving'), saved: t('draft.autosaved', { time: '{time}' }), failed: t('draft.autosaveFailed') }} />
                </div>
              }
            >
              <input type="hidden" name="recipient" value={notice.recipientId} />
              <TextareaField
                name="text"
                label={t(notice.wantsText ? 'my.field' : 'my.fieldOptional')}
                {...(notice.wantsText ? { required: true } : { optional: shell('form.optional') })}
                value={notice.draft?.text ?? notice.answer ?? ''}
                rows={5}
                maxLength={LONGEST_ANSWER}
              />
            </Form>
          </Card>
        </>
      );
    }
  }
}
