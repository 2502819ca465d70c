import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { forbidden, notFound, redirect } from 'next/navigation';
import { transaction } from '@/db/client';
import type { Actor, Role } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { markDiskFull } from '@/lib/kernel/disk-full';
import { currentTime, env } from '@/lib/kernel/env';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { askedHeaders } from './asked';
import { getSession, type Session } from './session';

export const REQUEST_ID_HEADER = 'x-request-id';
export const PATH_HEADER = 'x-path';

/** The id the proxy gave the request. Where it doesn't stand (uploads) anybody could send one: only what looks like an id counts. */
export async function requestId(): Promise<string> {
  const given = (await askedHeaders()).get(REQUEST_ID_HEADER);
  return isId(given) ? given : randomUUID();
}

/** The client's address, as far as TRUSTED_PROXY proxies vouch for it; null when nobody does. */
export async function clientAddress(): Promise<string | null> {
  const trusted = env().TRUSTED_PROXY;
  if (trusted === 0) return null;
  const chain = ((await askedHeaders()).get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const address = chain.at(-trusted) ?? '';
  return isIP(address) === 0 ? null : address;
}

/** Who may enter a page: some roles, or anybody signed in. */
export type Gate = readonly Role[] | 'signed-in' | 'public';

const inbetween = {
  choose_membership: '/choose',
  must_change_password: '/account/password',
  must_enrol: '/account/second-factor',
} as const;

/**
 * The session behind a page, or the way to where it can be had: nobody signed in goes to sign-in and comes back,
 * an unfinished session to what it still needs, a role that has no business here to 403.
 */
export async function enter(gate: Exclude<Gate, 'public'>): Promise<Session> {
  const session = await getSession();
  if (session === null) {
    const path = (await askedHeaders()).get(PATH_HEADER) ?? '/';
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (gate === 'signed-in') return session;
  if (session.state !== 'open') redirect(inbetween[session.state]);
  if (!letsIn(gate, session)) forbidden();
  return session;
}

/** Whether a session that is open may enter. */
export function letsIn(gate: readonly Role[], { state, role }: Session): boolean {
  return state === 'open' && role !== null && gate.includes(role);
}

/** Turns the house's errors into the pages they mean; everything else goes on to the error page with a reference. */
export function answerWithPage(error: unknown): never {
  if (error instanceof NotFoundError) notFound();
  if (error instanceof ForbiddenError) forbidden();
  throw markDiskFull(error);
}

export async function contextFor<A extends Actor>(actor: A): Promise<Omit<Ctx<A>, 'db'>> {
  return { actor, now: currentTime(), requestId: await requestId(), address: await clientAddress() };
}

/** One read transaction for `actor`, closed before its result is returned. A page knows the stamp that its session came with. */
export async function readAs<A extends Actor, T>(actor: A, load: (ctx: Ctx<A>) => Promise<T>, offerStamp: string | null = null): Promise<T> {
  const base = await contextFor(actor);
  return transaction(actor, 'read', base.now, async (db) => {
    const ctx: Ctx<A> = { ...base, db, offerStamp };
    try {
      return await load(ctx);
    } finally {
      // What a part that was given up still asks finds no row any more: none of it may be kept.
      ctx.offerStamp = null;
    }
  });
}

/** One write transaction for `actor`. Only the action wrapper and route handlers open one. */
export async function writeAs<A extends Actor, T>(actor: A, work: (ctx: Ctx<A>) => Promise<T>): Promise<T> {
  const base = await contextFor(actor);
  return transaction(actor, 'write', base.now, (db) => work({ ...base, db }));
}
