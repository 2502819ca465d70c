import { type Locale, translator } from '@/lib/kernel/i18n';

/** What the pages say in a language, by namespace and key: `say('service-desk', 'act.accept')`. */
export function wordsIn(language: Locale) {
  return (namespace: string, key: string, values?: Record<string, string | number>): string => translator(language, namespace)(key, values);
}
