import { formLabels, hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import '@/app/_server/known-entries';
import { CheckboxesField, CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { tellingKinds } from '@/lib/audit/entries';
import type { Channel } from '@/lib/notifications/queries';
import { channelKinds, kindOf, places } from '@/lib/notifications/rules';
import { saveChannelAction } from './actions';

/** One channel, new or there. Its secret is never shown: an empty field leaves it. */
export async function ChannelForm({ channel }: { channel: Channel | null }) {
  const [t, shell] = [await getT('notifications'), await getT('shell')];
  const kinds = [...new Set(tellingKinds().map((kind) => kindOf(kind.name)))].filter((kind) => t.has(`kinds.${kind}`)).sort();
  return (
    <Card>
      <Form
        action={saveChannelAction}
        hidden={await hiddenFields(channel?.version)}
        labels={await formLabels()}
        extra={
          <LinkButton variant="quiet" href="/desk/settings/channels">
            {shell('form.cancel')}
          </LinkButton>
        }
      >
        {channel !== null && <input type="hidden" name="channel" value={channel.id} />}
        <div className="form-row">
          <TextField name="name" label={t('channels.name')} hint={t('channels.nameHint')} value={channel?.name ?? ''} required maxLength={50} />
          <SelectField name="kind" label={t('channels.kind')} value={channel?.kind ?? 'wecom'} options={channelKinds.map((kind) => ({ value: kind, label: t(`channels.kindNames.${kind}`) }))} required />
        </div>
        <TextField name="url" type="url" label={t('channels.url')} hint={t('channels.urlHint')} value={channel?.url ?? ''} required maxLength={1000} autoComplete="off" />
        <TextField
          name="secret"
          type="password"
          label={t('channels.secret')}
          hint={t(channel?.signed === true ? 'channels.secretThere' : 'channels.secretHint')}
          optional={shell('form.optional')}
          maxLength={200}
          autoComplete="new-password"
        />
        <SelectField
          name="reach"
          label={t('channels.reach')}
          value={channel?.reach ?? 'desk'}
          options={(['desk', 'person'] as const).map((reach) => ({ value: reach, label: t(`channels.reaches.${reach}`) }))}
          required
        />
        <CheckboxesField name="kinds" label={t('channels.kinds')} hint={t('channels.kindsHint')} value={channel?.kinds ?? []} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} inline />
        <TextareaField
          name="template"
          label={t('channels.template')}
          hint={t('channels.templateHint', { places: places.map((place) => `{{${place}}}`).join(' ') })}
          optional={shell('form.optional')}
          value={channel?.template ?? ''}
          rows={4}
          maxLength={4000}
        />
        <CheckboxField name="enabled" label={t('channels.enabled')} hint={t('channels.enabledHint')} checked={channel?.enabled ?? false} />
      </Form>
    </Card>
  );
}
