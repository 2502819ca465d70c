import { expect, type Language, test } from '../fixtures/test';
import { enterAsFirst, pagesToSee, see } from './walk';

const WIDTHS = [360, 390, 1440, 2560];
const languages: Language[] = ['zh-CN', 'en'];

for (const language of languages) {
  for (const pattern of pagesToSee) {
    test(`${pattern} never scrolls sideways, ${language}`, async ({ visit, database }) => {
      const { page, addresses } = await enterAsFirst(visit, database, pattern, { language });
      const wide: string[] = [];
      for (const address of addresses) {
        if (new URL(page.url()).pathname !== address) await see(page, address);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const needs = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (needs > 0) wide.push(`${address} at ${width}: ${needs} px too wide`);
        }
      }
      expect(wide).toEqual([]);
    });
  }
}
