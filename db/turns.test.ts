import { expect, it, vi } from 'vitest';
import { Turns } from './turns';

it('so many at a time, the others in their order', async () => {
  const turns = new Turns(2, 60_000);
  const begun: number[] = [];
  const given = [0, 1, 2, 3].map(async (n) => {
    const over = await turns.take();
    begun.push(n);
    return over;
  });
  const [first, second] = [await given[0], await given[1]];
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1]);
  second?.();
  // Giving it back again lets nobody else in.
  second?.();
  (await given[2])?.();
  await given[3];
  expect(begun).toEqual([0, 1, 2, 3]);
  first?.();
});

it('one that takes long, or waits for another turn itself, holds nobody up for ever', async () => {
  vi.useFakeTimers();
  const turns = new Turns(1, 200);
  const outer = await turns.take();
  const within = turns.take();
  await vi.advanceTimersByTimeAsync(199);
  const begun = vi.fn();
  const told = within.then(begun);
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await told;
  const inner = await within;
  inner();
  // What the long one gives back late was given up before: still one at a time.
  outer();
  const next = await turns.take();
  const afterwards = vi.fn();
  const last = turns.take().then(afterwards);
  await vi.advanceTimersByTimeAsync(100);
  expect(afterwards).not.toHaveBeenCalled();
  next();
  await vi.advanceTimersByTimeAsync(0);
  await last;
  expect(afterwards).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
