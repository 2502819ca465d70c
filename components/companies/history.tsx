import { Timeline } from '@/components/ui/timeline';
import { formatMoment } from '@/lib/kernel/date-text';
import { type Locale, sentence } from '@/lib/kernel/i18n';

interface Happened {
  id: string;
  occurredAt: Date;
  name: string;
  actorName: string;
  data: Record<string, unknown>;
}

/** What happened to a company, in sentences. */
export function CompanyHistory({ happened, locale, empty }: { happened: readonly Happened[]; locale: Locale; empty: string }) {
  return (
    <Timeline
      empty={empty}
      items={happened.map((one) => ({
        id: one.id,
        at: one.occurredAt.toISOString(),
        when: formatMoment(one.occurredAt, locale),
        text: sentence(locale, one),
      }))}
    />
  );
}
