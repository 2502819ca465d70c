import { ChipField } from '@/components/form/choice-fields';
import { DateTimeField, TextareaField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Translate } from '@/lib/kernel/i18n';
import { LONGEST_ADVICE, type PlaceKind, placeKinds, usualMinutes, type VisitTopic, visitTopics } from '@/lib/mentoring/inputs';

export interface FirstValues {
  visitedAt: Date;
  minutes: number;
  placeKind: PlaceKind;
  place: string;
  topics: readonly VisitTopic[];
  advice: string;
}

/** What takes thought first; when, where and how long are usually right as they stand. */
export function VisitFields({ t, first, room }: { t: Translate; first: FirstValues; room: string | null }) {
  const lengths = [...new Set([...usualMinutes, first.minutes])].sort((a, b) => a - b);
  const kinds = placeKinds.map((kind) => ({
    value: kind,
    label: kind === 'company' && room !== null ? t('record.atCompany', { room }) : t(`places.${kind}`),
  }));
  return (
    <>
      <Card>
        <ChipField name="topics" label={t('record.topics')} required value={first.topics} options={visitTopics.map((topic) => ({ value: topic, label: t(`topics.${topic}`) }))} />
      </Card>
      <Card>
        <TextareaField name="advice" label={t('record.advice')} hint={t('record.adviceHint')} required rows={4} maxLength={LONGEST_ADVICE} value={first.advice} />
      </Card>
      <Card title={t('record.whenWhere')}>
        <div className="form">
          <DateTimeField name="visitedAt" label={t('record.visitedAt')} required value={formatMoment(first.visitedAt, 'en').replace(' ', 'T')} />
          <ChipField
            name="minutes"
            type="radio"
            label={t('record.minutes')}
            required
            value={[String(first.minutes)]}
            options={lengths.map((minutes) => ({ value: String(minutes), label: t('record.minutesOption', { minutes }) }))}
          />
          <ChipField name="placeKind" type="radio" label={t('record.placeKind')} required value={[first.placeKind]} options={kinds} />
          <TextField name="place" label={t('record.place')} optional={t('record.optional')} hint={t('record.placeHint')} maxLength={100} value={first.place} />
        </div>
      </Card>
    </>
  );
}
