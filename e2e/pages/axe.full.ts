import { expect, type Language, test } from '../fixtures/test';
import { findings } from './axe';
import { enterAsFirst, pagesToSee, see } from './walk';

/** The combinations that `npm test` leaves out: English, the dark theme, and both on a phone. */
const looks: { language: Language; dark: boolean; phone: boolean }[] = [
  { language: 'zh-CN', dark: true, phone: false },
  { language: 'en', dark: false, phone: false },
  { language: 'en', dark: true, phone: false },
  { language: 'zh-CN', dark: false, phone: true },
  { language: 'en', dark: true, phone: true },
];

for (const look of looks) {
  for (const pattern of pagesToSee) {
    test(`axe finds nothing on ${pattern}, ${look.language}${look.dark ? ', dark' : ''}${look.phone ? ', phone' : ''}`, async ({ visit, database }) => {
      const { page, addresses, visitor } = await enterAsFirst(visit, database, pattern, look);
      for (const address of addresses) {
        if (new URL(page.url()).pathname !== address) expect((await see(page, address)).status(), address).toBe(200);
        expect(await findings(page), `${address} as ${visitor}`).toEqual([]);
      }
    });
  }
}
