import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { enterAsFirst, pagesToSee, see } from './walk';

const ALLOWED_KB = 50;

/** Scripts the browser fetched for this address, compressed one by one as a server would send them, in kB. */
async function weigh(page: Page, address: string): Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || sizes.has(response.url())) return;
    sizes.set(response.url(), response.body().then((body) => gzipSync(body).length));
  });
  await see(page, address);
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
  return (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1000;
}

let bare: number | undefined;

for (const pattern of pagesToSee) {
  test(`the first load of ${pattern} brings at most ${ALLOWED_KB} kB of scripts above a bare page`, async ({ visit, database }) => {
    const { page, addresses } = await enterAsFirst(visit, database, pattern);
    bare ??= await weigh(await page.context().newPage(), '/bare');
    const weight = await weigh(await page.context().newPage(), addresses[0] ?? pattern);
    test.info().annotations.push({ type: 'weight', description: `${(weight - bare).toFixed(1)} kB above ${bare.toFixed(1)}` });
    expect(weight - bare).toBeLessThanOrEqual(ALLOWED_KB);
  });
}
