import { eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { entries } from '@/db/schema/audit';
import { credentials, oneTimeLinks, operatorEntries, operators, persons, sessions } from '@/db/schema/people';
import { makeCenter, makeMember, owner, testNow } from '@/db/testing/factories';
import { newId } from '@/lib/kernel/ids';
import { hashToken } from '@/lib/kernel/tokens';
import { main } from './admin-reset';

it('lets an operator back in from the machine: a link once, no second factor, no session left, and the trail says so', async () => {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const id = newId();
  const phone = `139${id.replace(/\D/g, '').slice(-8).padStart(8, '0')}`;
  const center = await makeCenter();
  await owner().insert(persons).values({ id, name: '贺运维', phone, createdAt: testNow });
  const { membershipId } = await makeMember(center, 'administrator', { personId: id });
  await owner().insert(operators).values({ personId: id, createdAt: testNow });
  await owner().insert(credentials).values({ personId: id, passwordHash: 'x', passwordChangedAt: testNow, totpSecret: 'sealed', totpConfirmedAt: testNow });
  await owner().insert(sessions).values({ id: newId(), personId: id, membershipId, centerId: center, createdAt: testNow, lastSeenAt: testNow, expiresAt: new Date(testNow.getTime() + 3_600_000) });

  expect(await main([])).toBe(2);
  expect(await main(['13000000000'])).toBe(1);
  expect(await main([`+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)} ${phone.slice(7)}`])).toBe(0);

  const token = /\/link\/([\w-]+)/.exec(said.join('\n'))?.[1] ?? '';
  const [link] = await owner().select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, id));
  expect(link).toMatchObject({ purpose: 'reset_password', tokenHash: hashToken(token) });
  expect((await owner().select().from(credentials).where(eq(credentials.personId, id)))[0]).toMatchObject({ totpSecret: null, totpConfirmedAt: null });
  expect((await owner().select().from(sessions).where(eq(sessions.personId, id))).every((one) => one.endedAt !== null)).toBe(true);
  expect((await owner().select({ name: operatorEntries.name }).from(operatorEntries).where(eq(operatorEntries.personId, id))).map((one) => one.name)).toEqual(['person.letBackInAtMachine']);
  expect((await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center))).map((one) => one.name)).toEqual(['person.letBackInAtMachine']);
});
