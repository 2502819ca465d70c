import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { collectionAnswers } from '@/db/schema/companies-collection';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { JobActor, MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError, StaleError } from '@/lib/kernel/errors';
import { saveAnswer, submitAnswer } from './commands/answer-round';
import { closeRound, openRound, remindOnTheirDays, remindRest, verifyAnswers } from './commands/run-collection';
import { answerList, OpenRound, SaveAnswer, SubmitAnswer } from './inputs/collection';
import { getRound, listAnswers, listRounds, ownAnswer, ownRoundsOpen, roundsOpenOf } from './queries/collection';
import { factsOf } from './queries/facts';
import { keysAsked, remindsOn } from './rules/collection';
import { seenText } from './rules/facts';

async function setting() {
  const center = await makeCenter();
  const company = await makeCompany(center, { name: '在孵甲公司' });
  const graduate = await makeCompany(center, { name: '毕业乙公司', state: 'graduated', leftOn: '2020-01-01' });
  await makeCompany(center, { name: '退出丙公司', state: 'exited', leftOn: '2020-01-01' });
  const manager = await makeMember(center, 'manager');
  const { id } = await as(manager, (ctx) => openRound(ctx, OpenRound.parse({ year: '2025', dueOn: '2026-12-11', keys: ['revenue', 'staff', 'netProfit'], graduates: 'on' })));
  return { center, company, graduate, manager, round: id, boss: await makeMember(center, 'company_owner', { companyId: company }), alumnus: await makeMember(center, 'company_owner', { companyId: graduate }) };
}
const answer = async (actor: MemberActor, round: string, typed: Record<string, string>) => {
  const own = await reading(actor, (ctx) => ownAnswer(ctx, round));
  const seen = seenText(await reading(actor, (ctx) => factsOf(ctx, own?.companyId ?? '', { year: 2025 })));
  return as(actor, (ctx) => submitAnswer(ctx, SubmitAnswer.parse({ intent: 'submit', round, version: own?.version, seen, ...typed })));
};

test.each([['2026-12-04', true], ['2026-12-10', true], ['2026-12-12', true], ['2026-12-11', false], ['2026-11-20', false]])('of a round due on 2026-12-11 reminders go out on %s: %s', (today, goes) => {
  expect(remindsOn('2026-12-11', today)).toBe(goes);
});

test('graduates are asked three numbers whatever the round asks', () => {
  expect(keysAsked({ keys: ['revenue', 'phd', 'gone'] }, 'full')).toEqual(['revenue', 'phd']);
  expect(keysAsked({ keys: ['phd'] }, 'short')).toEqual(['revenue', 'staff', 'taxesPaid']);
});

describe('a round', () => {
  test('asks those in incubation and those who graduated, once a year, and only leaders begin it', async () => {
    const { center, manager, round, boss, alumnus } = await setting();
    expect(await reading(manager, (ctx) => listRounds(ctx))).toMatchObject([{ year: 2025, waiting: 2, answered: 0 }]);
    expect(await reading(boss, (ctx) => ownRoundsOpen(ctx))).toMatchObject([{ id: round, form: 'full' }]);
    expect(await reading(alumnus, (ctx) => ownRoundsOpen(ctx))).toMatchObject([{ id: round, form: 'short' }]);
    const again = OpenRound.parse({ year: '2025', dueOn: '2026-12-12', keys: ['revenue'] });
    await expect(as(manager, (ctx) => openRound(ctx, again))).rejects.toMatchObject({ code: 'collection.twice' });
    await expect(as(manager, (ctx) => openRound(ctx, { ...again, year: 2024, dueOn: '2026-11-20' }))).rejects.toMatchObject({ code: 'collection.dueBefore' });
    const liaison = await makeMember(center, 'liaison');
    await expect(as(liaison, (ctx) => openRound(ctx, { ...again, year: 2024 }))).rejects.toThrow(ForbiddenError);
  });

  test('is left, found again as it was typed, sent, and corrected until it ends', async () => {
    const { boss, manager, round, company, graduate } = await setting();
    const typed = SaveAnswer.parse({ round, version: 1, revenue: '一千多', word: '还没审计' });
    expect(await as(boss, (ctx) => saveAnswer(ctx, typed))).toEqual({ version: 2 });
    await expect(as(boss, (ctx) => saveAnswer(ctx, typed))).rejects.toThrow(StaleError);
    expect(await reading(boss, (ctx) => ownAnswer(ctx, round))).toMatchObject({ state: 'draft', draft: { revenue: '一千多', word: '还没审计' } });
    await expect(answer(boss, round, { revenue: '100' })).rejects.toMatchObject({ code: 'collection.missing', options: { fields: ['netProfit', 'staff'] } });
    // At the desk the file says so until it is sent, a draft or not.
    expect(await reading(manager, (ctx) => roundsOpenOf(ctx, company))).toMatchObject([{ id: round, year: 2025, dueOn: '2026-12-11' }]);
    await answer(boss, round, { revenue: '100', staff: '8', netProfit: '-3' });
    expect(await reading(manager, (ctx) => roundsOpenOf(ctx, company))).toEqual([]);
    expect(await reading(manager, (ctx) => factsOf(ctx, company))).toMatchObject([{ key: 'netProfit', source: 'collection', state: 'proposed' }, { key: 'revenue' }, { key: 'staff' }]);
    await answer(boss, round, { revenue: '101', staff: '8', netProfit: '-3' });
    await as(manager, (ctx) => closeRound(ctx, { round }));
    await expect(answer(boss, round, { revenue: '102', staff: '8', netProfit: '-3' })).rejects.toMatchObject({ code: 'collection.closed' });
    expect(await reading(boss, (ctx) => ownRoundsOpen(ctx))).toEqual([]);
    // A round that is closed waits for nobody, answered or not.
    expect(await reading(manager, (ctx) => roundsOpenOf(ctx, graduate))).toEqual([]);
  });

  test('confirming what is verified changes nothing and counts as answered', async () => {
    const { boss, manager, round, company } = await setting();
    await answer(boss, round, { revenue: '100', staff: '8', netProfit: '1' });
    await as(manager, (ctx) => verifyAnswers(ctx, { round, companies: [company] }));
    expect(await answer(boss, round, { revenue: '100', staff: '8', netProfit: '1' })).toMatchObject({ changed: 0, state: 'answered' });
    expect((await reading(manager, (ctx) => factsOf(ctx, company))).every((fact) => fact.state === 'verified')).toBe(true);
    await expect(as(manager, (ctx) => verifyAnswers(ctx, { round, companies: [company] }))).rejects.toMatchObject({ code: 'collection.nothingWaits' });
  });

  test('reminds those who haven’t answered, once a day, by hand and by the calendar', async () => {
    const { center, alumnus, manager, round } = await setting();
    await answer(alumnus, round, { revenue: '3000', staff: '80', taxesPaid: '120' });
    expect(await as(manager, (ctx) => remindRest(ctx, { round }))).toEqual({ count: 1 });
    expect(await as(manager, (ctx) => remindRest(ctx, { round }))).toEqual({ count: 0 });
    const job: JobActor = { kind: 'job', centerId: center };
    const on = (day: string) => as(job, (ctx) => remindOnTheirDays(ctx), new Date(`${day}T00:30:00Z`));
    for (const day of ['2026-12-03', '2026-12-04', '2026-12-04', '2026-12-10']) await on(day);
    const told = await owner().select({ at: entries.occurredAt }).from(entries).where(and(eq(entries.centerId, center), eq(entries.name, 'collection.reminded')));
    expect(told.map((row) => row.at.toISOString().slice(0, 10)).sort()).toEqual([testNow.toISOString().slice(0, 10), '2026-12-04', '2026-12-10']);
  });

  test('a graduate’s one page holds three numbers, is verified like any other, and can be corrected', async () => {
    const { alumnus, manager, round, graduate } = await setting();
    await expect(answer(alumnus, round, { revenue: '3000', staff: '80' })).rejects.toMatchObject({ code: 'collection.missing', options: { field: 'taxesPaid' } });
    await answer(alumnus, round, { revenue: '3000', staff: '80', taxesPaid: '120', netProfit: '500' });
    const stands = () => reading(manager, (ctx) => factsOf(ctx, graduate));
    expect((await stands()).map((fact) => [fact.key, fact.state, fact.source])).toEqual([['revenue', 'proposed', 'collection'], ['staff', 'proposed', 'collection'], ['taxesPaid', 'proposed', 'collection']]);
    await as(manager, (ctx) => verifyAnswers(ctx, { round, companies: [graduate] }));
    await answer(alumnus, round, { revenue: '3100', staff: '80', taxesPaid: '120' });
    expect((await stands()).filter((fact) => fact.key === 'revenue').map((fact) => [fact.state, fact.value])).toEqual(expect.arrayContaining([['verified', 3_000_000_000n], ['proposed', 3_100_000_000n]]));
  });

  test('shows who has answered and what waits, to staff alone', async () => {
    const { boss, manager, round, company } = await setting();
    await answer(boss, round, { revenue: '100', staff: '8', netProfit: '1' });
    const list = async (search: Record<string, string>) => {
      const row = await reading(manager, (ctx) => getRound(ctx, round));
      return (await reading(manager, (ctx) => listAnswers(ctx, { id: round, year: row?.year ?? 0 }, answerList.parse(search)))).rows;
    };
    expect(await list({ state: 'answered' })).toMatchObject([{ companyId: company, unverified: 3, explained: 0 }]);
    expect(await list({ form: 'short' })).toMatchObject([{ company: '毕业乙公司', state: 'waiting' }]);
    expect(await list({ q: '甲公司' })).toHaveLength(1);
    expect(await list({ jumped: '1' })).toHaveLength(0);
    expect(await reading(boss, (ctx) => ctx.db.$count(collectionAnswers))).toBe(1);
    await expect(as(boss, (ctx) => verifyAnswers(ctx, { round, companies: [company] }))).rejects.toThrow(ForbiddenError);
  });
});
