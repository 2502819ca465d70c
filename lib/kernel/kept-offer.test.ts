import { expect, test, vi } from 'vitest';
import type { MemberActor } from './actor';
import { newId } from './ids';
import { keptOffer } from './kept-offer';

const member = (): MemberActor => ({ kind: 'member', personId: newId(), membershipId: newId(), centerId: newId(), role: 'liaison', departmentId: null, companyId: null, name: '王芳', sessionId: null });

test('what is offered is asked once for a membership, under one name and one stamp', async () => {
  const load = vi.fn(async () => ['甲']);
  const [one, other] = [{ actor: member(), offerStamp: '1' }, { actor: member(), offerStamp: '1' }];
  expect(await keptOffer(one, 'people', load)).toEqual(['甲']);
  expect(await keptOffer(one, 'people', load)).toBe(await keptOffer(one, 'people', load));
  expect(load).toHaveBeenCalledTimes(1);
  await keptOffer(one, 'items', load);
  await keptOffer(other, 'people', load);
  expect(load).toHaveBeenCalledTimes(3);
  await keptOffer({ ...one, offerStamp: '2' }, 'people', load);
  await keptOffer({ ...one, offerStamp: '2' }, 'people', load);
  expect(load).toHaveBeenCalledTimes(4);
});

test('a question that is only asked when awaited is asked once too', async () => {
  const ask = vi.fn(async () => ['甲']);
  // As a query builder does.
  // biome-ignore lint/suspicious/noThenProperty: that is what is tested
  const question = { then: (...next: Parameters<Promise<string[]>['then']>) => ask().then(...next) } as Promise<string[]>;
  const ctx = { actor: member(), offerStamp: '1' };
  await keptOffer(ctx, 'people', () => question);
  await keptOffer(ctx, 'people', () => question);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('nothing is kept without a stamp, for nobody in particular, of what failed, and of a page that was given up', async () => {
  const load = vi.fn(async () => 1);
  const actor = member();
  for (const ctx of [{ actor }, { actor, offerStamp: null }, { actor, offerStamp: '' }, { actor: { kind: 'public', centerId: null } as const, offerStamp: '1' }]) {
    await keptOffer(ctx, 'people', load);
    await keptOffer(ctx, 'people', load);
  }
  expect(load).toHaveBeenCalledTimes(8);
  const givenUp = { actor, offerStamp: '1' as string | null };
  await keptOffer(givenUp, 'given up', async () => {
    givenUp.offerStamp = null;
    return [];
  });
  expect(await keptOffer({ actor, offerStamp: '1' }, 'given up', async () => ['甲'])).toEqual(['甲']);
  const failing = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(2);
  const ctx = { actor, offerStamp: '1' };
  await expect(keptOffer(ctx, 'numbers', failing)).rejects.toThrow('gone');
  expect(await keptOffer(ctx, 'numbers', failing)).toBe(2);
});
