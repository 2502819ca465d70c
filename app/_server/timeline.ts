import type { Happening } from '@/components/ui/timeline';
import type { EntryLine } from '@/lib/audit/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { type Locale, sentence, translator } from '@/lib/kernel/i18n';

/** The sentence of an entry; one whose words are gone is named by its code instead of failing the page. */
export function told(locale: Locale, entry: { name: string; actorName: string; data: Record<string, unknown> }): string {
  if (!translator(locale, 'entries').has(entry.name)) return entry.name;
  const actorName = entry.actorName === '' ? translator(locale, 'audit')('system') : entry.actorName;
  return sentence(locale, { ...entry, actorName });
}

/** What happened, as a `Timeline` shows it. */
export function happenings(locale: Locale, lines: readonly EntryLine[]): Happening[] {
  return lines.map((line) => ({
    id: line.id,
    when: formatMoment(line.occurredAt, locale),
    at: line.occurredAt.toISOString(),
    text: told(locale, line),
  }));
}
