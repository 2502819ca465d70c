import type { ItemField } from '@/lib/service-desk/inputs/item';
import { addDays, yearOf } from '@/lib/kernel/dates';
import type { SeededCompany, Story } from '../story';
import wishes from './wishes.json' with { type: 'json' };

const texts: Readonly<Record<string, readonly string[]>> = wishes.answers;
/** What people would name, by a field's key: from and to, both included. */
const counts: Readonly<Record<string, readonly [number, number]>> = {
  team: [3, 12], wanted: [40, 300], ip: [2, 15], staff: [12, 60], rd: [3, 11], income: [62, 96], equity: [5, 20], people: [2, 8], copies: [1, 3], posts: [1, 5],
};
/** A month's, in yuan. */
const SALARY = [6_000, 15_000] as const;

/** An item's own fields, as a company would have filled them in. */
export function answersTo(fields: readonly ItemField[], company: SeededCompany, { random, today }: Pick<Story, 'random' | 'today'>): Record<string, string> {
  return Object.fromEntries(fields.filter(({ kind }) => kind !== 'file').map((field) => [field.key, answerTo(field, company, random, today)]));
}

function answerTo(field: ItemField, company: SeededCompany, random: Story['random'], today: string): string {
  const options = field.options ?? [];
  switch (field.kind) {
    case 'fact':
      return field.fact === 'name' ? company.name : field.fact === 'admittedOn' ? company.admittedOn : '';
    case 'choice':
      return options.length === 0 ? '' : random.pick(options).value;
    case 'several':
      return options.slice(0, random.int(1, Math.max(1, options.length - 1))).map(({ value }) => value).join('\n');
    case 'yesno':
      return random.chance(0.3) ? 'yes' : 'no';
    case 'number': {
      const lastYear = yearOf(today) - 1;
      return String(random.int(...(field.key === 'year' ? ([lastYear, lastYear] as const) : (counts[field.key] ?? ([2, 60] as const)))));
    }
    case 'money':
      return String(field.key === 'salary' ? random.int(...SALARY) : random.int(5, 300) * 10_000);
    case 'date':
      return addDays(today, random.int(5, 40));
    case 'period':
      return `${addDays(today, 10)}/${addDays(today, 100)}`;
    case 'phone':
      return '13700000000';
    case 'line':
      return field.key === 'place' ? `${random.pick(['A', 'B', 'C'])}-${random.int(2, 18)}${String(random.int(1, 24)).padStart(2, '0')}` : random.pick(texts[field.label] ?? wishes.lines);
    case 'text':
      return random.pick(texts[field.label] ?? wishes.texts);
    case 'file':
      return '';
  }
}
