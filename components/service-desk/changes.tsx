import { Card } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { formatMoment } from '@/lib/kernel/date-text';
import { type Locale, sentence, type Translate } from '@/lib/kernel/i18n';
import type { RequestEvent } from './happenings';

/** What others did, each leading to its request. */
export function Changes({ t, locale, note, changes }: { t: Translate; locale: Locale; note: string; changes: readonly (RequestEvent & { requestId: string; company: string })[] }) {
  return (
    <Card body="bare" className="pt-3">
      <p className="px-(--pad) pb-2 text-sm text-ink-2">{note}</p>
      <Timeline
        empty={t('today.changedEmpty')}
        items={changes.map((change) => ({
          id: change.id,
          when: formatMoment(change.at, locale),
          at: change.at.toISOString(),
          text: (
            <>
              <a className="link" href={`/desk/requests/${change.requestId}`}>
                {sentence(locale, change)}
              </a>
              <span className="text-ink-2"> · {change.company}</span>
            </>
          ),
        }))}
      />
    </Card>
  );
}
