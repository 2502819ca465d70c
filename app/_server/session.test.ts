import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memberships, sessions } from '@/db/schema/people';
import { makeCenter, makeCompany, makeMember, owner } from '@/db/testing/factories';
import type { MemberActor, Role } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { NotFoundError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';

const browser = vi.hoisted(() => {
  // What next.config.ts asks for.
  process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = 'true';
  return { cookies: new Map<string, string>(), headers: new Headers(), answer: new Map<unknown, unknown>() };
});
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined) }),
  headers: async () => browser.headers,
}));
vi.mock('next/server', () => ({ after: () => undefined }));
// Outside of a page React remembers nothing; here, what one answer asked until the next begins.
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  cache: <T>(make: () => T) => () => {
    if (!browser.answer.has(make)) browser.answer.set(make, make());
    return browser.answer.get(make) as T;
  },
}));

const { read } = await import('./read');
const { getSession, sealSession, sessionCookie } = await import('./session');

const desk: readonly Role[] = ['liaison', 'manager'];

async function signIn(actor: MemberActor): Promise<string> {
  const id = newId();
  const now = new Date();
  await owner().insert(sessions).values({ id, personId: actor.personId, membershipId: actor.membershipId, centerId: actor.centerId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 12 * 3_600_000) });
  browser.cookies = new Map([[sessionCookie(), await sealSession(id)]]);
  return id;
}

/** One answer: whose rows the page saw, and in how many transactions; what it is sent away to, if it is. */
async function open(load: (ctx: Ctx) => Promise<unknown> = whoReads) {
  browser.answer.clear();
  seen.length = 0;
  const value = await read(desk, load).catch((error: { digest?: string; message: string }) => error.digest ?? error.message);
  return { value, seen: [...seen] };
}

const seen: string[] = [];
async function whoReads(ctx: Ctx): Promise<string> {
  const rows = await ctx.db.select({ member: sql<string>`current_setting('app.membership_id')`, role: sql<string>`current_setting('app.role')` }).from(sql`(select 1) as once`);
  const said = `${rows[0]?.role} ${rows[0]?.member}`;
  seen.push(said);
  return said;
}

describe('a page that takes the question of its session along', () => {
  let clerk: MemberActor;
  let session: string;

  beforeEach(async () => {
    clerk = await makeMember(await makeCenter(), 'liaison');
    session = await signIn(clerk);
    expect(await open(), 'the first is asked after it').toEqual({ value: `liaison ${clerk.membershipId}`, seen: [`liaison ${clerk.membershipId}`] });
  });

  it('reads once, in the transaction that says whose the session is', async () => {
    const loaded = await open(async (ctx) => {
      const isComing = getSession() instanceof Promise;
      const known = await getSession();
      return [isComing, known?.id, await whoReads(ctx)];
    });
    expect(loaded).toEqual({ value: [true, session, `liaison ${clerk.membershipId}`], seen: [`liaison ${clerk.membershipId}`] });
  });

  it('shows nothing to a session that has ended meanwhile', async () => {
    await owner().update(sessions).set({ endedAt: new Date() }).where(eq(sessions.id, session));
    expect((await open()).value).toMatch(/NEXT_REDIRECT.*sign-in/);
    expect(await open(), 'nor is it asked in its name again').toEqual({ value: expect.stringMatching(/NEXT_REDIRECT.*sign-in/), seen: [] });
  });

  it('shows nothing to a member who has left, and reads anew for one with another office', async () => {
    await owner().update(memberships).set({ role: 'manager' }).where(eq(memberships.id, clerk.membershipId));
    expect(await open()).toEqual({ value: `manager ${clerk.membershipId}`, seen: [`liaison ${clerk.membershipId}`, `manager ${clerk.membershipId}`] });
    await owner().update(memberships).set({ role: 'auditor' }).where(eq(memberships.id, clerk.membershipId));
    expect((await open()).value).toMatch(/HTTP_ERROR_FALLBACK;403/);
    await owner().update(memberships).set({ endedAt: new Date() }).where(eq(memberships.id, clerk.membershipId));
    expect((await open()).value).toMatch(/NEXT_REDIRECT/);
  });

  it('reads anew for a session that acts elsewhere now', async () => {
    const there = await makeMember(await makeCenter(), 'manager', { personId: clerk.personId });
    await owner().update(sessions).set({ membershipId: there.membershipId, centerId: there.centerId }).where(eq(sessions.id, session));
    expect(await open()).toEqual({ value: `manager ${there.membershipId}`, seen: [`liaison ${clerk.membershipId}`, `manager ${there.membershipId}`] });
  });

  it('says what its own reading met, as it would have', async () => {
    expect((await open(async () => Promise.reject(new NotFoundError()))).value).toMatch(/HTTP_ERROR_FALLBACK;404/);
    expect((await open(async (ctx) => ctx.db.select({ broken: sql`1 / 0` }).from(sql`(select 1) as once`))).value).toBe('failed query');
    expect((await open()).value).toBe(`liaison ${clerk.membershipId}`);
  });

  it('is not asked in the name of somebody whom it would not let in', async () => {
    const center = await makeCenter();
    const company = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
    await signIn(company);
    for (const _ of [1, 2]) expect(await open()).toEqual({ value: expect.stringMatching(/HTTP_ERROR_FALLBACK;403/), seen: [] });
  });

  it('asks for each in their own name', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, async () => makeMember(await makeCenter(), 'manager')));
    for (const other of others) {
      await signIn(other);
      expect((await open()).value).toBe(`manager ${other.membershipId}`);
      expect((await open()).value).toBe(`manager ${other.membershipId}`);
    }
  });
});
