import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { findings } from './axe';
import { enterAsFirst, see } from './walk';
import { Scale } from './weight';

const ALLOWED_KB = 50;

/** What Next costs by itself, asked once a worker. */
let bare: number | undefined;

async function weighBare(page: Page): Promise<number> {
  const scale = new Scale(page);
  await see(page, '/bare');
  const weight = await scale.kilobytes();
  await page.close();
  return weight;
}

/** Tells of one page, at the first of its addresses or at all of them, that it is free of findings and light. */
export function tellOf(pattern: string, { everywhere }: { everywhere: boolean }): void {
  test(`${pattern}: axe finds nothing, and its scripts weigh at most ${ALLOWED_KB} kB more than a bare page's`, async ({ visit, database }) => {
    const scales = new Map<Page, Scale>();
    const { page, addresses, visitor } = await enterAsFirst(async (...who) => {
      const opened = await visit(...who);
      scales.set(opened, new Scale(opened));
      return opened;
    }, database, pattern);
    bare ??= await weighBare(await page.context().newPage());
    const more = ((await scales.get(page)?.kilobytes()) ?? 0) - bare;
    test.info().annotations.push({ type: 'weight', description: `${more.toFixed(1)} kB` });
    expect.soft(more, `${pattern} as ${visitor}`).toBeLessThanOrEqual(ALLOWED_KB);
    for (const address of everywhere ? addresses : addresses.slice(0, 1)) {
      if (address !== addresses[0]) expect((await see(page, address)).status(), address).toBe(200);
      expect.soft(await findings(page), `${address} as ${visitor}`).toEqual([]);
    }
  });
}
