import type { ImportUndone } from '@/lib/imports/queries';
import type { Translate } from '@/lib/kernel/i18n';
import type { UnitQuestion } from '@/lib/imports/money-units';
import type { MoneyUnit, SheetSpec } from '@/lib/imports/sheet-spec';
import { formatArea } from '@/lib/kernel/area';
import { formatWan } from '@/lib/kernel/money';

/** One of our columns as the reader's language calls it. */
export function labelOf(spec: SheetSpec, key: string, locale: string): string {
  const labels = spec.columns[key]?.labels ?? [key];
  return (locale === 'en' ? labels.find((label) => /^[A-Z]/.test(label)) : labels[0]) ?? key;
}

/** A choice's words are its own language's first one. */
function wordOf(words: readonly string[], locale: string): string | undefined {
  return (locale === 'en' ? words.find((word) => /^[A-Z][a-z]/.test(word)) : undefined) ?? words[0];
}

/** A value of a row as people read it. */
export function shownValue(spec: SheetSpec, key: string, value: unknown, words: { locale: string; none: string; wan: (amount: string) => string }): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.join('、');
  const kind = spec.columns[key]?.kind;
  if (kind?.type === 'money') return words.wan(formatWan(BigInt(String(value))));
  if (kind?.type === 'area' && typeof value === 'number') return `${formatArea(value)} ㎡`;
  if (kind?.type === 'choice') return wordOf(kind.choices[String(value)] ?? [], words.locale) ?? String(value);
  return String(value);
}

/** By column of ours, the unit its amounts are read in until somebody says which is meant. */
export function openUnits(questions: readonly Pick<UnitQuestion, 'key' | 'named'>[]): ReadonlyMap<string, MoneyUnit> {
  return new Map(questions.map(({ key, named }) => [key, named ?? 'wan']));
}

/** What became of a row when its batch was taken back. `t` is the `imports` namespace. */
export function undoneText(t: Translate, undone: ImportUndone): string {
  if (undone.done) return t('undo.row');
  const known = undone.why ?? [];
  // Whatever was done left an entry as well; where something says it better, that is said.
  const said = known.length > 1 ? known.filter((why) => why !== 'entries') : known;
  const words = said.map((why) => t(t.has(`undo.why.${why}`) ? `undo.why.${why}` : 'undo.why.other'));
  return t('undo.leftRow', { why: [...new Set(words)].join('、') });
}
