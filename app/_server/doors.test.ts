import { eq, like, type SQL, sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { centers, centerSettings } from '@/db/schema/centers';
import { formKeys } from '@/db/schema/jobs';
import { credentials, sessions } from '@/db/schema/people';
import { makeCenter, makeCompany, makeMember, owner } from '@/db/testing/factories';
import { idle } from '@/components/form/form-state';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { DISK_FULL } from '@/lib/kernel/disk-full';
import { env } from '@/lib/kernel/env';
import { translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';

const browser = vi.hoisted((): { cookies: Map<string, string>; headers: Headers } => ({ cookies: new Map(), headers: new Headers() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) => browser.cookies.set(name, value),
  }),
  headers: async () => browser.headers,
}));
vi.mock('next/server', () => ({ after: () => undefined }));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));

const { action, actorBehind } = await import('./action');
const { clientAddress, requestId } = await import('./context');
const { post } = await import('./post');
const { read } = await import('./read');
const { getSession, sealSession, sessionCookie } = await import('./session');

async function signIn(actor: MemberActor, minutesAgo = 0): Promise<void> {
  const id = newId();
  const now = new Date(Date.now() - minutesAgo * 60_000);
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
  await owner().insert(sessions).values({ id, personId: actor.personId, membershipId: actor.membershipId, centerId: actor.centerId, createdAt: now, lastSeenAt: now, expiresAt });
  browser.cookies = new Map([[sessionCookie(), await sealSession(id)]]);
}

const drawnUnder = (membership: string) => {
  const form = new FormData();
  form.set('_membership', membership);
  return form;
};
const demand = (centerId: string, role: string) => owner().update(centerSettings).set({ secondFactorRoles: [role] }).where(eq(centerSettings.centerId, centerId));
const roleBehind = async (form: FormData, gate: Parameters<typeof actorBehind>[1], unfinished = false) => {
  const actor = await actorBehind(form, gate, unfinished);
  return typeof actor === 'string' ? actor : actor.kind === 'member' ? actor.role : actor.kind;
};

describe('a form', () => {
  it('acts for the membership it was drawn under, never for somebody else’s', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const mentor = await makeMember(here, 'mentor');
    const liaison = await makeMember(there, 'liaison', { personId: mentor.personId });
    const stranger = await makeMember(there, 'director');
    await demand(there, 'director');
    await signIn(mentor);
    expect(await roleBehind(drawnUnder(liaison.membershipId), ['liaison'])).toBe('liaison');
    expect(await roleBehind(drawnUnder(liaison.membershipId), ['mentor'])).toBe('forbidden');
    expect(await roleBehind(drawnUnder(stranger.membershipId), ['director'])).toBe('wrongMembership');
  });

  it('doesn’t get round the second factor of another center by naming one’s membership there', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const mentor = await makeMember(here, 'mentor');
    const director = await makeMember(there, 'director', { personId: mentor.personId });
    await demand(here, 'director');
    await demand(there, 'director');
    await signIn(mentor);
    expect(await roleBehind(drawnUnder(director.membershipId), ['director'])).toBe('wrongMembership');
    await owner().insert(credentials).values({ personId: mentor.personId, totpSecret: 'x', totpConfirmedAt: new Date() });
    expect(await roleBehind(drawnUnder(director.membershipId), ['director'])).toBe('director');
  });

  it('does nothing for a session that still owes something, but what settles it', async () => {
    const center = await makeCenter();
    const director = await makeMember(center, 'director');
    await demand(center, 'director');
    await signIn(director);
    expect((await getSession())?.state).toBe('must_enrol');
    expect(await roleBehind(new FormData(), 'signed-in')).toBe('forbidden');
    expect(await roleBehind(new FormData(), 'signed-in', true)).toBe('director');
  });

  it('says on the page it stood on what came of it, and goes to no other house', async () => {
    const press = post(action(z.object({}), async () => null, { words: 'people', gate: 'public', done: () => ({}) }));
    const wayAfter = async (referer: string) => {
      browser.headers = new Headers({ referer });
      const error: unknown = await press(new FormData()).catch((reason: unknown) => reason);
      return typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest).split(';')[2] : error;
    };
    expect(await wayAfter('http://localhost:3000/desk?page=2')).toBe('/desk?page=2');
    expect(await wayAfter('http://localhost:3000//evil.example/desk')).toBe('/evil.example/desk');
    expect(await wayAfter('nonsense')).toBe('/');
  });
});

it('a try that is wrong but counts is kept, said on its field, and the next press is another try', async () => {
  const liaison = await makeMember(await makeCenter(), 'liaison');
  await signIn(liaison);
  let tries = 0;
  const guess = async () => (tries += 1);
  const handle = action(z.object({}), guess, { words: 'service-desk', done: (n) => ({ wrong: { field: 'spoken', key: 'done.codeWrong', values: { left: 5 - n } } }) });
  const form = drawnUnder(liaison.membershipId);
  form.set('_form', newId());
  const first = await handle(idle, form);
  const said = translator('zh-CN', 'service-desk')('done.codeWrong', { left: 4 });
  expect(first).toMatchObject({ status: 'error', message: said, errors: { spoken: said } });
  // Sent again as it was, it is the same try; as the page draws it now, another.
  expect(await handle(idle, form)).toMatchObject({ message: said });
  form.set('_form', first.formKey ?? '');
  await handle(idle, form);
  expect(tries).toBe(2);
});

it.each(['zh-CN', 'en'] as const)('a database whose disk is full is answered in one sentence, on the form and on the page (%s)', async (locale) => {
  const liaison = await makeMember(await makeCenter(), 'liaison');
  await signIn(liaison);
  browser.cookies.set('locale', locale);
  await owner().execute(`create or replace function no_room_left() returns int language plpgsql as $$ begin raise exception using errcode = '53100', message = 'could not extend file "base/5/16384": No space left on device'; end $$`);
  const ask = (what: SQL) => (ctx: Pick<Ctx, 'db'>) => ctx.db.select({ answer: what }).from(sql`(values (1)) as once`);
  const asked = ask(sql`no_room_left()`);
  const handle = action(z.object({}), asked, { words: 'people', done: () => ({}) });
  expect(await handle(idle, new FormData())).toMatchObject({ status: 'error', message: translator(locale, 'errors')('diskFull') });
  const page = await read('signed-in', asked).catch((error: unknown) => error);
  expect(page).toMatchObject({ digest: DISK_FULL, message: 'failed query' });
  const stored = await read('signed-in', () => Promise.reject(Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }))).catch((error: unknown) => error);
  expect(stored).toMatchObject({ digest: DISK_FULL });
  const other = await read('signed-in', ask(sql`1 / 0`)).catch((error: unknown) => error);
  expect(other).toMatchObject({ message: 'failed query' });
  expect(other).not.toHaveProperty('digest');
  await owner().execute('drop function no_room_left()');
});

it('a form key that was taken doesn’t stand in for another proof', async () => {
  const center = await makeCenter();
  const liaison = await makeMember(center, 'liaison');
  await demand(center, 'director');
  await signIn(liaison);
  let done = 0;
  const handle = action(z.object({ code: z.string() }), async () => ++done, {
    words: 'people',
    identify: async () => ({ kind: 'person', personId: liaison.personId, centerId: center, name: '', sessionId: null }),
    done: () => ({}),
  });
  const form = (code: string) => {
    const typed = new FormData();
    typed.set('_form', key);
    typed.set('code', code);
    return typed;
  };
  const key = newId();
  for (const code of ['111111', '111111', '222222']) expect(await handle(idle, form(code))).toMatchObject({ status: 'done' });
  expect(done).toBe(2);
});

it('what is revealed is read once and kept nowhere', async () => {
  const center = await makeCenter();
  const liaison = await makeMember(center, 'liaison');
  await signIn(liaison);
  let read = 0;
  const revealed = async () => ({ value: `1390000${++read}` });
  const handle = action(z.object({}), revealed, { words: 'audit', readOnce: true, done: ({ value }) => ({ message: { key: 'reveal.value', values: { value } } }) });
  const form = new FormData();
  form.set('_form', newId());
  for (const value of ['13900001', '13900002']) expect(await handle(idle, form)).toMatchObject({ status: 'done', message: expect.stringContaining(value) });
  const kept = await owner().select({ result: formKeys.result }).from(formKeys).where(like(formKeys.actorKey, `%${liaison.membershipId}%`));
  expect(kept).toEqual([{ result: null }, { result: null }]);
});

describe('a session nobody used for a while', () => {
  it('is over for whoever could reach a desk from it, wherever they sit', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const mentor = await makeMember(here, 'mentor');
    await signIn(mentor, 31);
    expect(await getSession()).not.toBeNull();
    await makeMember(there, 'liaison', { personId: mentor.personId });
    expect(await getSession()).toBeNull();
    await signIn(mentor, 29);
    expect(await getSession()).not.toBeNull();
  });

  it('follows the strictest center of several', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const liaison = await makeMember(here, 'liaison');
    await signIn(liaison, 20);
    expect(await getSession()).not.toBeNull();
    await makeMember(there, 'counsellor', { personId: liaison.personId });
    await owner().update(centerSettings).set({ staffIdleMinutes: 15 }).where(eq(centerSettings.centerId, there));
    expect(await getSession()).toBeNull();
  });
});

it('an action called by hand without a form is refused, not broken by it', async () => {
  const handle = action(z.object({}), async () => null, { words: 'people', gate: 'public', done: () => ({}) });
  const byHand = handle as unknown as (previous: unknown, sent: unknown) => Promise<unknown>;
  for (const sent of [undefined, null, 'x', { get: () => '' }, []]) expect(await byHand(null, sent)).toMatchObject({ status: 'error' });
});

describe('what a client says of itself', () => {
  it('counts as an id only when it is one, and as an address only as far as proxies vouch', async () => {
    const said = async (headers: Record<string, string>) => {
      browser.headers = new Headers(headers);
      return { id: await requestId(), address: await clientAddress() };
    };
    const id = newId();
    expect((await said({ 'x-request-id': id })).id).toBe(id);
    expect((await said({ 'x-request-id': '"}<script>' })).id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await said({ 'x-forwarded-for': '10.0.0.9' })).address).toBeNull();
    const trusted = vi.spyOn(env(), 'TRUSTED_PROXY', 'get').mockReturnValue(1);
    expect((await said({ 'x-forwarded-for': '1.2.3.4, 10.0.0.9' })).address).toBe('10.0.0.9');
    expect((await said({ 'x-forwarded-for': '1.2.3.4, nonsense' })).address).toBeNull();
    expect((await said({})).address).toBeNull();
    trusted.mockRestore();
    browser.headers = new Headers();
  });
});

describe('a session', () => {
  it('acts in a center no longer once the center is closed', async () => {
    const center = await makeCenter();
    const owning = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
    await signIn(owning);
    expect((await getSession())?.role).toBe('company_owner');
    await owner().update(centers).set({ closedAt: new Date() }).where(eq(centers.id, center));
    expect(await getSession()).toMatchObject({ role: null, state: 'choose_membership', actor: { kind: 'person', centerId: null } });
  });

  it('is nobody’s with a token that was changed, or made for another use', async () => {
    const liaison = await makeMember(await makeCenter(), 'liaison');
    await demand(liaison.centerId, 'director');
    await signIn(liaison);
    const [name, token] = [sessionCookie(), browser.cookies.get(sessionCookie()) ?? ''];
    expect(await getSession()).not.toBeNull();
    for (const changed of [`${token.slice(0, -2)}AA`, token.split('.').reverse().join('.'), '', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiIxIn0.', await sealSession('1'), await sealSession(newId())]) {
      browser.cookies.set(name, changed);
      expect(await getSession(), changed.slice(0, 30)).toBeNull();
    }
  });
});
