import { expect, test } from 'vitest';
import { makeCenter, makeCompany, makeMember, reading, testNow } from '@/db/testing/factories';
import { addDays, addMonths, dayOf } from '@/lib/kernel/dates';
import { termsEnding } from './queries/admission';

const today = dayOf(testNow);

/** Companies by how many days are left to them of their 48 months. */
async function withLeft(days: readonly number[]) {
  const center = await makeCenter();
  for (const left of days) await makeCompany(center, { name: String(left), state: 'incubating', admittedOn: addMonths(addDays(today, left), -48) });
  const manager = await makeMember(center, 'manager');
  return async (limit: number) => (await reading(manager, (ctx) => termsEnding(ctx, addDays(today, 30), limit))).map(({ name }) => Number(name));
}

test('however many are past their day, those it comes for soon are told of too', async () => {
  const told = await withLeft([-400, -300, -200, -100, -10, -1, 0, 5, 30, 31]);
  expect(await told(8)).toEqual([-400, -300, -200, -100, -10, 0, 5, 30]);
  expect(await told(4)).toEqual([-400, -300, 0, 5]);
  expect(await told(20)).toEqual([-400, -300, -200, -100, -10, -1, 0, 5, 30]);
});

test('where nobody is soon, all places are for those past it; and the other way round', async () => {
  expect(await (await withLeft([-3, -2, -1]))(2)).toEqual([-3, -2]);
  expect(await (await withLeft([1, 2, 3]))(2)).toEqual([1, 2]);
});
