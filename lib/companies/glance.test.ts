import { expect, test } from 'vitest';
import { as, makeCenter, makeCompany, makeMember, reading, testNow } from '@/db/testing/factories';
import { changesSince } from '@/lib/audit/queries';
import { markLooked } from '@/lib/people/commands/looks';
import { MarkLooked } from '@/lib/people/inputs';
import { saveContact } from './commands/contacts';

const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

test('what changed since is what others did after the reader last looked, and one’s own look is nobody else’s', async () => {
  const center = await makeCenter();
  const [me, other] = [await makeMember(center, 'liaison'), await makeMember(center, 'manager')];
  const company = await makeCompany(center);
  const add = (who: typeof me, name: string, minutes: number) => as(who, (ctx) => saveContact(ctx, { company, name, title: '', phone: null, email: null, isPrimary: false }), at(minutes));
  await add(other, '先来的', 1);
  await as(me, (ctx) => markLooked(ctx, MarkLooked.parse({ page: `company:${company}` })), at(2));
  await add(me, '自己加的', 3);
  await add(other, '后来的', 4);
  expect(await reading(me, (ctx) => changesSince(ctx, company, at(2)))).toHaveLength(1);
  expect(await reading(other, (ctx) => changesSince(ctx, company, at(0)))).toHaveLength(1);
  expect(await reading(me, (ctx) => changesSince(ctx, company, at(4)))).toEqual([]);
  for (const page of ['company:', 'anything', `company:${company}x`]) expect(MarkLooked.safeParse({ page }).success).toBe(false);
});
