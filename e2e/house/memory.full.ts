import { expect, test } from '@playwright/test';
import { demoPassword } from '@/db/seed/logins';
import { PlainBrowser } from './plain-browser';
import { removeHouse, type Run, somewhere, startHouse, type Where } from './house';

test.describe.configure({ mode: 'default', timeout: 300_000 });

const TOKEN = 'only-for-this-test-0123456789';
const SIDE_BY_SIDE = 12;
const MEGABYTE = 1_048_576;

let where: Where;
let house: Run;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  where = { ...(await somewhere()), environment: { METRICS_TOKEN: TOKEN } };
  house = await startHouse(where);
});
test.afterAll(async () => {
  await house.stop();
  removeHouse(where);
});

async function heapUsed(): Promise<number> {
  const response = await fetch(`http://localhost:${where.port}/api/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const used = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(await response.text())?.[1];
  if (used === undefined) throw new Error(`no heap among the numbers: ${response.status}`);
  return Number(used) / MEGABYTE;
}

/** Asks for so many pages without a pause; the least the heap held meanwhile is what had to stay. In megabytes. */
async function leastWhileAsking(browser: PlainBrowser, pages: number): Promise<number> {
  let [asked, least] = [0, Number.POSITIVE_INFINITY];
  const line = async () => {
    while (asked < pages) {
      asked += 1;
      expect((await browser.get('/desk/companies')).status).toBe(200);
    }
  };
  const watch = async () => {
    while (asked < pages) {
      least = Math.min(least, await heapUsed());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await Promise.all([watch(), ...Array.from({ length: SIDE_BY_SIDE }, line)]);
  return least;
}

test('thousands of pages without a pause leave nothing in memory', async () => {
  const browser = new PlainBrowser(`http://localhost:${where.port}`);
  expect(await browser.signIn('13900000003', demoPassword)).toBe(true);
  await leastWhileAsking(browser, 1_000);
  const before = await leastWhileAsking(browser, 1_000);
  await leastWhileAsking(browser, 1_500);
  const after = await leastWhileAsking(browser, 1_000);

  // Twenty kilobytes a page would be fifty; what V8 leaves lying for a moment is less than that.
  expect(after - before).toBeLessThan(25);
});
