import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { companies } from '@/db/schema/companies';
import { as, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { acceptRequest } from './commands/accept-request';
import { rateRequest } from './commands/rate-request';
import { completeRequest } from './commands/complete-request';
import { returnRequest } from './commands/return-request';
import { sendMessage } from './commands/work-request';
import { ownRequestList, requestList } from './inputs';
import { changesSince, companyTodos, countReturned } from './queries/home';
import { countDesk, countQueue, jumpToRequests, listOwnRequests, listRequests, numbersMeant } from './queries/list';
import { ratingsOf } from './queries/file';
import { type Desk, draftOf, openDesk, submitted } from './testing';

let desk: Desk;
let ids: { draft: string; waiting: string; late: string; returned: string; done: string };
const list = (actor: MemberActor, search: Record<string, string> = {}) => reading(actor, (ctx) => listRequests(ctx, requestList.parse(search)));
const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map((row) => row.id);
const old = new Date('2026-11-10T02:00:00Z');

beforeAll(async () => {
  desk = await openDesk();
  await owner().update(companies).set({ name: '兰州青禾智联信息科技有限公司' }).where(eq(companies.id, desk.companyId));
  const accept = (request: string, now = testNow) => as(desk.liaison, (ctx) => acceptRequest(ctx, { request }), now);
  ids = { draft: await draftOf(desk), waiting: await submitted(desk), late: await submitted(desk, old), returned: await submitted(desk), done: await submitted(desk) };
  await accept(ids.late, old);
  await accept(ids.returned);
  await as(desk.liaison, (ctx) => returnRequest(ctx, { request: ids.returned, items: ['缺章'], reason: '' }));
  await accept(ids.done);
  await as(desk.liaison, (ctx) => completeRequest(ctx, { request: ids.done, result: '好了', outcome: 'granted', deliver: 'portal' }));
});

describe('the queue', () => {
  it('stands in the order of what is due next, with nothing of drafts', async () => {
    const { rows, total, over } = await list(desk.manager, { show: 'all' });
    expect(idsOf({ rows }).slice(0, 2)).toEqual([ids.late, ids.waiting]);
    expect([total, over]).toEqual([4, false]);
    expect(rows[0]).toMatchObject({ company: '兰州青禾智联信息科技有限公司', item: '咨询', owner: '李晓梅', number: expect.stringMatching(/^FW-2026-/) as string, rounds: 0 });
  });

  it.each([
    [{ show: 'mine' }, ['late', 'waiting']],
    [{ show: 'accept' }, ['waiting']],
    [{ show: 'late' }, ['late']],
    [{ show: 'week' }, ['late']],
    [{ show: 'open' }, ['late', 'waiting', 'returned']],
    [{ show: 'all', state: 'completed' }, ['done']],
    [{ show: 'open', state: 'completed' }, ['done']],
    [{ show: 'mine', state: 'returned' }, ['returned']],
    [{ show: 'all', q: '青禾' }, ['late', 'waiting', 'returned', 'done']],
    [{ show: 'all', q: '不存在的企业' }, []],
  ] as const)('%o shows %o', async (search, names) => {
    const { rows, total } = await list(desk.liaison, search as unknown as Record<string, string>);
    expect(idsOf({ rows }).sort()).toEqual(names.map((name) => ids[name]).sort());
    expect(total).toBe(names.length);
  });

  it('finds a request by its number, whole or short', async () => {
    const [row] = (await list(desk.liaison, { show: 'accept' })).rows;
    const number = row?.number ?? '';
    for (const typed of [number, number.toLowerCase(), String(Number(number.slice(-6)))]) {
      expect(idsOf(await list(desk.liaison, { show: 'all', q: typed }))).toContain(ids.waiting);
    }
    expect(await reading(desk.liaison, (ctx) => jumpToRequests(ctx, number, 5))).toMatchObject([{ id: ids.waiting }]);
    expect(numbersMeant('兰州', '2026-11-20')).toBeNull();
    expect(numbersMeant('2025-7', '2026-11-20')).toEqual(['FW-2025-000007']);
  });

  it('is read by the auditor and by nobody else’s people', async () => {
    expect((await list(await makeMember(desk.centerId, 'auditor'), { show: 'all' })).total).toBe(4);
    for (const role of ['administrator', 'mentor'] as const) expect((await list(await makeMember(desk.centerId, role), { show: 'all' })).total).toBe(0);
  });

  it('counts what stands over it', async () => {
    expect(await reading(desk.liaison, (ctx) => countQueue(ctx, '2026-11-23'))).toEqual({ mine: 2, mineLate: 1, mineSoon: 1, toAccept: 1 });
    expect(await reading(desk.manager, countDesk)).toEqual({ mine: 0, late: 1, week: 1, toAccept: 1 });
  });
});

describe('the company', () => {
  it('sees its own, drafts included, newest first', async () => {
    const { rows, total } = await reading(desk.company, (ctx) => listOwnRequests(ctx, ownRequestList.parse({})));
    expect(total).toBe(5);
    expect(idsOf({ rows })).toEqual([...idsOf({ rows })].sort().reverse());
    const drafts = await reading(desk.company, (ctx) => listOwnRequests(ctx, ownRequestList.parse({ state: 'draft' })));
    expect(idsOf(drafts)).toEqual([ids.draft]);
    expect((await reading(desk.liaison, (ctx) => listOwnRequests(ctx, ownRequestList.parse({})))).total).toBe(0);
  });

  it('is told what waits for it', async () => {
    const todos = await reading(desk.company, companyTodos);
    expect(idsOf({ rows: todos.returned })).toEqual([ids.returned]);
    expect(idsOf({ rows: todos.toRate })).toEqual([ids.done]);
    expect(idsOf({ rows: todos.drafts })).toEqual([ids.draft]);
    expect(await reading(desk.company, countReturned)).toBe(1);
    await as(desk.company, (ctx) => rateRequest(ctx, { request: ids.done, grade: 2, comment: '慢', reasons: [] }));
    expect((await reading(desk.company, companyTodos)).toRate).toEqual([]);
    expect(await reading(desk.liaison, (ctx) => ratingsOf(ctx, ids.done, 1))).toMatchObject([{ grade: 2, comment: '慢', turn: 1 }]);
  });
});

describe('since I last looked', () => {
  it('shows what others did to what I hold', async () => {
    const later = new Date(testNow.getTime() + 60_000);
    await as(desk.company, (ctx) => sendMessage(ctx, { request: ids.late, body: '好了吗', internal: false }), later);
    await as(desk.liaison, (ctx) => sendMessage(ctx, { request: ids.late, body: '快了', internal: false }), later);
    const changes = await reading(desk.liaison, (ctx) => changesSince(ctx, testNow), later);
    expect(changes.map(({ name, requestId }) => [name, requestId])).toEqual([['request.messaged', ids.late]]);
    expect(await reading(desk.otherLiaison, (ctx) => changesSince(ctx, testNow), later)).toEqual([]);
  });
});
