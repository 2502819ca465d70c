import type { Metadata } from 'next';
import { enter, readAs } from '@/app/_server/context';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import '@/app/_server/known-entries';
import { CheckboxesField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { tellingKinds } from '@/lib/audit/entries';
import { type Actor, isCompanyPerson, isMentor } from '@/lib/kernel/actor';
import { MAIL_PREFIX, mailWays } from '@/lib/notifications/inputs';
import { getSettings } from '@/lib/notifications/queries';
import { clockText, kindOf, OTHER } from '@/lib/notifications/rules';
import { chooseWaysAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notifications'))('settings.title') };
}

/** Kinds that can reach somebody of this role and that may be switched off. */
function kindsFor(actor: Actor): string[] {
  const audience = isCompanyPerson(actor) ? 'company' : isMentor(actor) ? 'mentor' : 'center';
  const kinds = tellingKinds().filter((kind) => kind.always !== true && kind.audience.includes(audience));
  return [...new Set(kinds.map((kind) => kindOf(kind.name)))].sort();
}

export default async function NotificationSettingsPage() {
  const session = await enter('signed-in');
  const t = await getT('notifications');
  const { actor } = session;
  if (actor.kind !== 'member') {
    return (
      <Card title={t('settings.title')}>
        <p className="text-ink-2">{t('settings.noRole')}</p>
      </Card>
    );
  }
  const settings = await readAs(actor, getSettings);
  const kinds = [...new Set(kindsFor(actor).map((kind) => (t.has(`kinds.${kind}`) ? kind : OTHER)))];
  const way = (kind: string) => settings.ways[kind] ?? { app: true, mail: 'now' as const };
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clockText(hour * 60) }));
  const role = (await getT('shell'))(`roles.${actor.role}`);
  return (
    <Card title={t('settings.title')} note={t('settings.note', { role })}>
      <Form action={chooseWaysAction} hidden={await hiddenFields()} labels={await formLabels(t('settings.save'))} wide>
        <Notice>{t('settings.always')}</Notice>
        <CheckboxesField
          name="app"
          label={t('settings.app')}
          hint={t('settings.appHint')}
          value={kinds.filter((kind) => way(kind).app)}
          options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          inline
        />
        <fieldset className="form-part">
          <legend>{t('settings.mail')}</legend>
          <p className="text-sm text-ink-2">{t('settings.mailHint')}</p>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {kinds.map((kind) => (
              <SelectField key={kind} name={`${MAIL_PREFIX}${kind}`} label={t(`kinds.${kind}`)} value={way(kind).mail} options={mailWays.map((one) => ({ value: one, label: t(`settings.ways.${one}`) }))} />
            ))}
          </div>
          <SelectField name="digestHour" label={t('settings.digestHour')} hint={t('settings.digestHint')} value={String(settings.digestHour)} options={hours} />
        </fieldset>
        <fieldset className="form-part">
          <legend>{t('settings.quiet')}</legend>
          <p className="text-sm text-ink-2">{t('settings.quietHint')}</p>
          <div className="form-row">
            <TextField name="quietFrom" label={t('settings.quietFrom')} value={settings.quietFrom === null ? '' : clockText(settings.quietFrom)} placeholder="22:00" inputMode="numeric" maxLength={5} />
            <TextField name="quietUntil" label={t('settings.quietUntil')} value={settings.quietUntil === null ? '' : clockText(settings.quietUntil)} placeholder="07:00" inputMode="numeric" maxLength={5} />
          </div>
        </fieldset>
      </Form>
    </Card>
  );
}
