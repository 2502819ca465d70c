import { CheckboxesField, RadioField } from '@/components/form/choice-fields';
import { SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import type { Option } from '@/components/ui/inputs';
import type { AnswerTemplate } from '@/lib/centers/queries';
import type { Translate } from '@/lib/kernel/i18n';
import { opinionAction, returnLaneAction, stopLaneAction, transferLaneAction } from '../lane-actions';
import { ActForm, textOf } from './act-forms';

interface Props {
  t: Translate;
  request: string;
  back: string;
  lane: { id: string; name: string; nameEn: string; checklist: readonly { text: string; textEn: string }[] };
  english: boolean;
  answers: readonly AnswerTemplate[];
  inserted: string | null;
}

/** The step in one lane that the address asks for. */
export function LaneForm({ doing, again, people, lane, english, ...props }: Props & { doing: string | null; again: boolean; people: readonly Option[] }) {
  const { t } = props;
  const name = english && lane.nameEn !== '' ? lane.nameEn : lane.name;
  const more = { lane: lane.id };
  switch (doing) {
    case 'opinion':
      return (
        <ActForm {...props} more={more} action={opinionAction} words={{ title: `${t('lanes.decide')} · ${name}`, note: t('lanes.note'), submit: t('lanes.give'), pending: t('lanes.giving') }}>
          {lane.checklist.length > 0 && (
            <CheckboxesField name="ticked" label={t('lanes.checklist')} options={lane.checklist.map(({ text, textEn }) => ({ value: text, label: english ? textEn : text }))} />
          )}
          <RadioField
            name="opinion"
            label={t('lanes.opinion')}
            required
            inline
            options={[
              { value: 'agree', label: t('lanes.agree') },
              { value: 'disagree', label: t('lanes.disagree') },
            ]}
          />
          <TextareaField name="body" label={t('lanes.body')} hint={t('lanes.bodyHint')} rows={3} maxLength={3000} />
        </ActForm>
      );
    case 'return-lane':
      return (
        <ActForm {...props} more={more} doing="return-lane" into="items" action={returnLaneAction} words={{ title: t('lanes.returnTitle', { lane: name }), note: t('lanes.returnNote'), submit: t('act.send'), pending: t('act.returning') }}>
          <TextareaField name="items" label={t('act.items')} hint={t('act.itemsHint')} required rows={4} value={textOf(props)} />
          {again && <TextareaField name="reason" label={t('act.reason')} required rows={2} maxLength={500} />}
        </ActForm>
      );
    case 'stop-lane':
      return (
        <ActForm {...props} more={more} action={stopLaneAction} words={{ title: t('lanes.stopTitle', { lane: name }), note: t('lanes.stopNote'), submit: t('lanes.stop'), pending: t('lanes.giving') }}>
          <RadioField
            name="kind"
            label={t('lanes.kind')}
            required
            inline
            options={[
              { value: 'outside', label: t('lanes.outside') },
              { value: 'pause', label: t('lanes.pause') },
            ]}
          />
          <TextField name="party" label={t('lanes.party')} optional={t('act.optional')} maxLength={100} />
          <TextField name="reason" label={t('lanes.reason')} optional={t('act.optional')} maxLength={500} />
        </ActForm>
      );
    case 'transfer-lane':
      return (
        <ActForm {...props} more={more} action={transferLaneAction} words={{ title: `${t('lanes.transfer')} · ${name}`, note: t('act.transferNote'), submit: t('lanes.transfer'), pending: t('act.transferring') }}>
          <SelectField name="owner" label={t('lanes.to')} required placeholder={t('act.choose')} options={people} />
        </ActForm>
      );
    default:
      return null;
  }
}
