import { formLabels, hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { DateField, TextareaField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { addDays } from '@/lib/kernel/dates';
import type { Notice } from '@/lib/notices/queries/desk';
import { closeNoticeAction, extendNoticeAction } from '../actions';

/** More time, or the end: each is opened by its link and says why, because companies read it. */
export async function RunForms({ notice, asked, today, doing }: { notice: Notice; asked: boolean; today: string; doing: string | null }) {
  const [t, shell] = [await getT('notices'), await getT('shell')];
  const path = `/desk/notices/${notice.id}`;
  const cancel = (
    <LinkButton variant="quiet" href={path}>
      {shell('form.cancel')}
    </LinkButton>
  );
  if (doing === 'extend' && asked) {
    const first = notice.dueOn !== null && notice.dueOn >= today ? addDays(notice.dueOn, 1) : today;
    return (
      <Card title={t('file.extendTitle')} id="run">
        <Form action={extendNoticeAction} hidden={await hiddenFields(notice.version)} labels={await formLabels(t('file.extendSubmit'), { leave: false })} extra={cancel} wide>
          <input type="hidden" name="notice" value={notice.id} />
          <DateField name="dueOn" label={t('file.extendDue')} min={first} required />
          <TextareaField name="word" label={t('file.extendWord')} hint={t('file.extendWordHint')} required rows={2} maxLength={500} />
        </Form>
      </Card>
    );
  }
  if (doing === 'close') {
    return (
      <Card title={t(asked ? 'file.closeTitle' : 'file.closeTold')} note={asked ? t('file.closeNote') : undefined} id="run">
        <Form action={closeNoticeAction} hidden={await hiddenFields(notice.version)} labels={await formLabels(t('file.closeSubmit'), { leave: false })} extra={cancel} wide>
          <input type="hidden" name="notice" value={notice.id} />
          <TextareaField name="word" label={t('file.closeWord')} hint={t('file.closeWordHint')} required rows={2} maxLength={500} />
        </Form>
      </Card>
    );
  }
  return (
    <div className="flex flex-wrap gap-2" id="run">
      {asked && <LinkButton href={`${path}?do=extend#run`}>{t('file.extend')}</LinkButton>}
      <LinkButton href={`${path}?do=close#run`}>{t(asked ? 'file.close' : 'file.closeTold')}</LinkButton>
    </div>
  );
}
