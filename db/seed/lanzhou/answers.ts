import type { ItemField } from '@/lib/service-desk/inputs/item';
import { addDays } from '@/lib/kernel/dates';
import type { SeededCompany, Story } from '../story';
import wishes from './wishes.json' with { type: 'json' };

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
    case 'number':
      return String(random.int(2, 60));
    case 'money':
      return String(random.int(5, 300) * 10_000);
    case 'date':
      return addDays(today, random.int(5, 40));
    case 'period':
      return `${addDays(today, 10)}/${addDays(today, 100)}`;
    case 'phone':
      return '13700000000';
    case 'line':
      return field.key === 'place' ? `${random.pick(['A', 'B', 'C'])}-${random.int(2, 18)}${String(random.int(1, 24)).padStart(2, '0')}` : random.pick(wishes.lines);
    case 'text':
      return random.pick(wishes.texts);
    case 'file':
      return '';
  }
}
