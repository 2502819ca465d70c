import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** Requests one after another, each begun before the one before has ended, and one timer that outlives the first of them. */
const busy = `
  import { AsyncLocalStorage } from 'node:async_hooks';
  const asked = new AsyncLocalStorage();
  const alive = [];
  // An error keeps the calls it was made in, and what they were called on, until somebody reads them.
  const pause = (own) => new Promise((resolve) => setImmediate(function turn() { own.failure = new Error('given up'); resolve(); }));
  async function request() {
    const own = { page: 'x'.repeat(100) };
    alive.push(new WeakRef(own));
    await asked.run(own, async () => {
      if (alive.length === 1) globalThis.held = setTimeout(() => undefined, 60_000);
      for (let n = 0; n < 3; n += 1) await pause(own);
    });
  }
  const line = async (late) => {
    for (let n = 0; n < late; n += 1) await pause({});
    for (let n = 0; n < 200; n += 1) await request();
  };
  await Promise.all([line(0), line(1), line(2)]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  globalThis.gc();
  console.log(alive.filter((one) => one.deref() !== undefined).length);
  process.exit(0);
`;

test('what outlives a request holds that one request, not all that came after it', async () => {
  const memory = pathToFileURL('scripts/house/memory.mjs').href;
  const { stdout } = await run(process.execPath, ['--expose-gc', '--import', memory, '--input-type=module', '--eval', busy]);

  expect(Number(stdout)).toBeLessThan(10);
});

test('an immediate is what Node made it: it takes values, can be taken back, and can be awaited', async () => {
  const memory = pathToFileURL('scripts/house/memory.mjs').href;
  const script = `
    import { promisify } from 'node:util';
    const seen = [];
    setImmediate((a, b) => seen.push(a + b), 1, 2);
    clearImmediate(setImmediate(() => seen.push('taken back')));
    setImmediate(() => clearImmediate(later));
    const later = setImmediate(() => seen.push('taken back by the one before'));
    setImmediate(() => seen.push('after it'));
    seen.push(await promisify(setImmediate)('awaited'));
    console.log(JSON.stringify([seen, setImmediate(() => undefined).constructor.name]));
  `;
  const { stdout } = await run(process.execPath, ['--import', memory, '--input-type=module', '--eval', script]);

  expect(JSON.parse(stdout)).toEqual([[3, 'after it', 'awaited'], 'Immediate']);
});
