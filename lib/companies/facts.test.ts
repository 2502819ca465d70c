import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companies } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError, StaleError } from '@/lib/kernel/errors';
import { stateFacts } from './commands/state-facts';
import { disputeFact, verifyFacts } from './commands/verify-facts';
import { DisputeFact, StateFacts, VerifyFacts } from './inputs/facts';
import { factsOf } from './queries/facts';
import { holding, seenText } from './rules/facts';

async function setting() {
  const center = await makeCenter();
  const company = await makeCompany(center);
  return {
    center,
    company,
    owner: await makeMember(center, 'company_owner', { companyId: company }),
    liaison: await makeMember(center, 'liaison', { name: '李联络' }),
    manager: await makeMember(center, 'manager'),
  };
}

const rows = (actor: MemberActor, company: string, year = 2025) => reading(actor, (ctx) => factsOf(ctx, company, { year }));
const say = async (actor: MemberActor, company: string, typed: Record<string, string>, year = '2025') => {
  const seen = seenText(await rows(actor, company, Number(year)));
  return as(actor, (ctx) => stateFacts(ctx, StateFacts.parse({ company, year, seen, ...typed })));
};

describe('a yearly fact', () => {
  test('is proposed by the company, verified by staff, and keeps who said and who vouched', async () => {
    const { company, owner: boss, liaison } = await setting();
    await say(boss, company, { revenue: '120.5', staff: '12' });
    expect((await rows(liaison, company)).map((row) => [row.key, row.state, row.value])).toEqual([['revenue', 'proposed', 120_500_000n], ['staff', 'proposed', 12n]]);
    const waiting = await rows(liaison, company);
    await as(liaison, (ctx) => verifyFacts(ctx, VerifyFacts.parse({ facts: waiting.map((row) => row.id) })));
    expect(await rows(liaison, company)).toMatchObject([{ state: 'verified', source: 'company', statedBy: boss.name, verifiedBy: '李联络' }, { state: 'verified' }]);
  });

  test('sent back comes back with its reason, and is stated again', async () => {
    const { company, owner: boss, liaison } = await setting();
    await say(boss, company, { revenue: '1200' });
    const [row] = await rows(liaison, company);
    await as(liaison, (ctx) => disputeFact(ctx, DisputeFact.parse({ fact: row?.id, reason: '与审计报告不一致' })));
    expect(await rows(boss, company)).toMatchObject([{ state: 'disputed', reason: '与审计报告不一致' }]);
    await say(boss, company, { revenue: '120' });
    const history = await reading(boss, (ctx) => factsOf(ctx, company, { key: 'revenue', history: true }));
    expect(history.map((one) => one.state)).toEqual(['proposed', 'disputed']);
  });

  test('keeps its history when staff correct it', async () => {
    const { company, manager } = await setting();
    await say(manager, company, { revenue: '100' });
    await say(manager, company, { revenue: '110' });
    await say(manager, company, { revenue: '110' });
    const history = await reading(manager, (ctx) => factsOf(ctx, company, { key: 'revenue', history: true }));
    expect(history.map((one) => [one.state, one.value])).toEqual([['verified', 110_000_000n], ['superseded', 100_000_000n]]);
  });

  test('two staff at once: the second is told who was first, and nothing of theirs is kept', async () => {
    const { company, liaison, manager, owner: boss } = await setting();
    await say(boss, company, { revenue: '100' });
    const drawn = seenText(await rows(manager, company));
    const [waiting] = await rows(manager, company);
    await say(liaison, company, { revenue: '101' });
    const second = as(manager, (ctx) => stateFacts(ctx, StateFacts.parse({ company, year: '2025', seen: drawn, revenue: '102' })));
    await expect(second).rejects.toThrow(StaleError);
    await expect(as(manager, (ctx) => verifyFacts(ctx, { facts: [waiting?.id ?? ''] }))).rejects.toMatchObject({ code: 'facts.decided', options: { params: { who: '李联络' } } });
    expect(holding(await rows(manager, company), 2025).revenue).toBe(101_000_000n);
  });

  test('at the very same moment one of them wins', async () => {
    const { company, liaison, manager } = await setting();
    const state = (actor: MemberActor, revenue: string) => as(actor, (ctx) => stateFacts(ctx, StateFacts.parse({ company, year: '2025', revenue })));
    const both = await Promise.allSettled([state(liaison, '101'), state(manager, '102')]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await owner().$count(companyFacts, eq(companyFacts.companyId, company))).toBe(1);
  });

  test('verifying one value while somebody states another: one holds, and the other is told', async () => {
    for (const [n, order] of (['verify', 'state'] as const).entries()) {
      const { company, liaison, manager, owner: boss } = await setting();
      await say(boss, company, { revenue: '100' });
      const drawn = seenText(await rows(manager, company));
      const [waiting] = await rows(manager, company);
      const verify = () => as(liaison, (ctx) => verifyFacts(ctx, { facts: [waiting?.id ?? ''] }));
      const state = () => as(manager, (ctx) => stateFacts(ctx, StateFacts.parse({ company, year: '2025', seen: drawn, revenue: '102' })));
      const both = await Promise.allSettled(order === 'verify' ? [verify(), state()] : [state(), verify()]);
      expect(both.map((one) => one.status).sort(), `${n}`).toEqual(['fulfilled', 'rejected']);
      const told = both.find((one) => one.status === 'rejected')?.reason as { code: string; options: { params?: { who?: string } } };
      expect(['facts.decided', 'staleBy', 'stale']).toContain(told.code);
      expect([100_000_000n, 102_000_000n]).toContain(holding(await rows(manager, company), 2025).revenue);
    }
    const { company, liaison, manager, owner: boss } = await setting();
    await say(boss, company, { revenue: '100' });
    const [waiting] = await rows(manager, company);
    const both = await Promise.allSettled([liaison, manager].map((actor) => as(actor, (ctx) => verifyFacts(ctx, { facts: [waiting?.id ?? ''] }))));
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'facts.decided' });
  });

  test('asks for a word when it jumps and for the unit when it looks wrong', async () => {
    const { company, manager } = await setting();
    await say(manager, company, { revenue: '100' }, '2024');
    await expect(say(manager, company, { revenue: '150.01' })).rejects.toMatchObject({ code: 'facts.jump', options: { field: 'revenue' } });
    await say(manager, company, { revenue: '150' });
    await expect(say(manager, company, { revenue: '1000000' })).rejects.toMatchObject({ code: 'facts.unit' });
    await say(manager, company, { revenue: '1000000', sure: 'on', word: '收购了一家上市公司' });
    expect((await rows(manager, company))[0]).toMatchObject({ word: '收购了一家上市公司' });
  });

  test('refuses a contradiction, a year to come, and other people', async () => {
    const { center, company, manager, owner: boss } = await setting();
    await expect(say(manager, company, { staff: '3', phd: '1', college: '4' })).rejects.toMatchObject({ code: 'facts.above.staff', options: { field: 'college' } });
    await expect(say(manager, company, { staff: '3' }, '2027')).rejects.toMatchObject({ code: 'facts.future' });
    expect(StateFacts.safeParse({ company, year: '1899' }).success).toBe(false);
    await expect(say(manager, company, { staff: '3' }, '1905')).rejects.toMatchObject({ code: 'facts.tooEarly' });
    await owner().update(companies).set({ establishedOn: '2024-05-01' }).where(eq(companies.id, company));
    await expect(say(boss, company, { staff: '3' }, '2023')).rejects.toMatchObject({ code: 'facts.beforeEstablished', options: { params: { since: '2024' } } });
    const stranger = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
    await expect(say(stranger, company, { staff: '3' })).rejects.toThrow(ForbiddenError);
    await say(boss, company, { staff: '3' });
    const [row] = await rows(manager, company);
    await expect(as(boss, (ctx) => verifyFacts(ctx, { facts: [row?.id ?? ''] }))).rejects.toThrow(ForbiddenError);
    expect(await rows(stranger, company)).toEqual([]);
    const elsewhere = await makeMember(await makeCenter(), 'manager');
    await expect(as(elsewhere, (ctx) => verifyFacts(ctx, { facts: [row?.id ?? ''] }))).rejects.toMatchObject({ code: 'notFound' });
  });
});
