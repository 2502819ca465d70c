import type { Happening } from '@/components/ui/timeline';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Locale, MessageValues, Translate } from '@/lib/kernel/i18n';

export interface RequestEvent {
  id: string;
  name: string;
  actorName: string;
  data: Record<string, unknown>;
  at: Date;
}

/**
 * What happened to one request, in sentences that needn't name it. `otherwise` says what other capabilities recorded
 * about it (a file, a paper).
 */
export function happenings(t: Translate, locale: Locale, events: readonly RequestEvent[], otherwise: (event: RequestEvent) => string): Happening[] {
  return events.map((event) => ({
    id: event.id,
    when: formatMoment(event.at, locale),
    at: event.at.toISOString(),
    text: t.has(`happened.${event.name}`) ? t(`happened.${event.name}`, valuesOf(event)) : otherwise(event),
    ...(event.name === 'request.completed' || event.name === 'request.rated' ? { tone: 'ok' as const } : {}),
  }));
}

function valuesOf(event: RequestEvent): MessageValues {
  const values: MessageValues = { actor: event.actorName };
  for (const [key, value] of Object.entries(event.data)) {
    if (typeof value === 'string' || typeof value === 'number') values[key] = value;
  }
  // An empty reason is a choice of its own in the sentence.
  if (values.reason === '') values.reason = 'none';
  return values;
}
