import { expect, test } from '../fixtures/test';
import { findings } from './axe';
import { enterAsFirst, pagesToSee, see } from './walk';

for (const pattern of pagesToSee) {
  test(`axe finds nothing on ${pattern}`, async ({ visit, database }) => {
    const { page, addresses, visitor } = await enterAsFirst(visit, database, pattern);
    for (const address of addresses) {
      if (new URL(page.url()).pathname !== address) expect((await see(page, address)).status(), address).toBe(200);
      expect(await findings(page), `${address} as ${visitor}`).toEqual([]);
    }
  });
}
