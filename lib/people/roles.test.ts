import { expect, it } from 'vitest';
import { locales, translator } from '@/lib/kernel/i18n';
import { acts } from './roles';

it('every act of the role table has words in every language', () => {
  for (const locale of locales) {
    const t = translator(locale, 'members');
    for (const [capability, rows] of Object.entries(acts)) {
      for (const act of ['title', ...Object.keys(rows)]) expect(t.has(`acts.${capability}.${act}`), `${locale} ${capability}.${act}`).toBe(true);
    }
  }
});
