import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { memberships, oneTimeLinks, persons } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import { type Actor, membershipOf, type PersonActor, personOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { defaultLocale, isLocale, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { hashToken, linkPlace, tokenOf } from '@/lib/kernel/tokens';
import { queueEmail } from '@/lib/notifications/commands';
import { linkIssued, passwordReset, phoneChanged, resetAsked } from '../entries';
import type { ChangePhone, Forgot, IssueLink, LinkPurpose, ResetPassword } from '../inputs';
import { clearTries, takeTry } from '../limits';
import { canLetBackIn } from '../policy';
import { findLink, listMembershipsOf } from '../queries/access';
import { failures, fromAddress, LINK_HOURS, later, linkState, MAIL_LINK_HOURS, resetsAsked } from '../rules';
import { proveAgain } from './account';
import { endOtherSessions, setPassword } from './passwords';
import { removeSecondFactor } from './second-factor';
import { recordOwn } from './own-entry';
import { asPerson, type Asking, personActor } from './sign-in';

const nobody: Actor = { kind: 'public', centerId: null };

/**
 * A clerk checked who somebody is and lets them back in with a link that works once, within a day. What a person holds
 * elsewhere is nobody's here to open: somebody of two centers is let in by the operator.
 * @throws ForbiddenError; RuleError people.elsewhere
 * @returns the link's id, from which its address is derived
 */
export async function issueLink(ctx: Ctx, input: IssueLink): Promise<{ id: string; name: string }> {
  const { db, actor, now } = ctx;
  const [target] = await db.select().from(memberships).where(eq(memberships.id, input.membership));
  const { personId, name, centerId } = found(target);
  if (actor.kind !== 'operator') {
    const [standing] = await db
      .select({ elsewhere: sql<number>`elsewhere`, isOperator: sql<boolean>`is_operator` })
      .from(sql`auth_standing(${personId}::uuid, ${centerId}::uuid)`);
    ensure(standing !== undefined && standing.elsewhere === 0 && !standing.isOperator, 'people.elsewhere');
  }
  const held = await db.select().from(memberships).where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
  allow(held.length > 0 && held.every((one) => canLetBackIn(actor, one)));
  const id = await makeLink(ctx, personId, input.purpose, later(now, { hours: LINK_HOURS }));
  const data = { name, purpose: input.purpose, check: input.check, membership: input.membership };
  await record(ctx, linkIssued, { subject: { type: 'person', id: personId }, data, centerId });
  return { id, name };
}

async function makeLink(ctx: Ctx, personId: string, purpose: LinkPurpose, expiresAt: Date): Promise<string> {
  const id = newId();
  await ctx.db.insert(oneTimeLinks).values({
    id,
    tokenHash: hashToken(tokenOf('link', id)),
    purpose,
    personId,
    expiresAt,
    createdAt: ctx.now,
    createdBy: membershipOf(ctx.actor) ?? personOf(ctx.actor),
  });
  return id;
}

/** Who forgot their password, if they are anybody; asked for at most three times an hour. @throws RuleError tooManyTries */
export async function whoForgot(asking: Asking, typed: Forgot): Promise<Actor> {
  const { now, address } = asking;
  if (address !== null && address !== undefined) await takeTry(fromAddress(address), now);
  await takeTry(resetsAsked(typed.identifier), now);
  return transaction(nobody, 'read', now, async (db) => {
    const [row] = await db
      .select({ personId: sql<string>`person_id`, name: sql<string>`person_name` })
      .from(sql`auth_find(${typed.identifier})`);
    if (row === undefined) return nobody;
    const [held] = await listMembershipsOf({ ...asking, actor: nobody, db }, row.personId);
    return personActor({ ...row, centerId: held?.centerId ?? null });
  });
}

/** Sends a link where there is an address to send it to. What is answered is the same for everybody. */
export async function askForReset(context: Ctx): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'person' || actor.centerId === null) return;
  const ctx = asPerson(context);
  const [person] = await ctx.db.select().from(persons).where(eq(persons.id, actor.personId));
  const { email, locale, name } = found(person);
  if (email === null) return;
  const id = await makeLink(ctx, actor.personId, 'reset_password', later(ctx.now, { hours: MAIL_LINK_HOURS }));
  const t = translator(isLocale(locale) ? locale : defaultLocale, 'people');
  await queueEmail(ctx, {
    recipient: email,
    personId: actor.personId,
    subject: t('forgot.mail.subject'),
    body: t('forgot.mail.body', { name, link: linkPlace('link', id), minutes: MAIL_LINK_HOURS * 60 }),
    confidential: true,
  });
  await record(ctx, resetAsked, { subject: { type: 'person', id: actor.personId }, data: {} });
}

/** The person a link was made for, as long as it works and is for this. @throws RuleError people.linkUsed, people.linkExpired, people.linkUnknown */
export async function holderOfLink(asking: Asking, token: string, purpose: LinkPurpose): Promise<PersonActor> {
  return transaction(nobody, 'read', asking.now, async (db) => {
    const ctx = { ...asking, actor: nobody, db };
    const link = await findLink(ctx, token);
    ensure(link !== null && link.purpose === purpose, 'people.linkUnknown');
    const state = linkState(link, asking.now);
    ensure(state === 'open', state === 'used' ? 'people.linkUsed' : 'people.linkExpired');
    const [held] = await listMembershipsOf(ctx, link.personId);
    return personActor({ personId: link.personId, name: link.personName, centerId: held?.centerId ?? null });
  });
}

/** Of several at once, one. All other links of the person lapse with it. @throws RuleError people.linkUsed */
async function useLink(ctx: Ctx<PersonActor>, token: string): Promise<void> {
  const { db, now, actor } = ctx;
  const mine = and(eq(oneTimeLinks.personId, actor.personId), isNull(oneTimeLinks.usedAt));
  const used = await db
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(and(mine, eq(oneTimeLinks.tokenHash, hashToken(token)), gt(oneTimeLinks.expiresAt, now)))
    .returning({ id: oneTimeLinks.id, purpose: oneTimeLinks.purpose });
  const [link] = used;
  if (link === undefined) throw new RuleError('people.linkUsed');
  await db.update(oneTimeLinks).set({ usedAt: now }).where(and(mine, eq(oneTimeLinks.purpose, link.purpose), ne(oneTimeLinks.id, link.id)));
}

/** A forgotten password: a new one, and every sign-in ends. @throws RuleError people.linkUsed, people.password… */
export async function resetPassword(context: Ctx, input: ResetPassword): Promise<{ personId: string }> {
  const ctx = asPerson(context);
  await useLink(ctx, input.token);
  await setPassword(ctx, input.newPassword);
  await endOtherSessions(ctx, 'password reset');
  await recordOwn(ctx, passwordReset, { subject: { type: 'person', id: ctx.actor.personId }, data: {} });
  return { personId: ctx.actor.personId };
}

/** Whoever was locked out by their own guesses may sign in at once. */
export async function unlock(asking: Asking, personId: string): Promise<void> {
  await clearTries([failures(personId, null).key], asking.now);
}

/** A changed phone; the password is asked as well, so that the link alone opens nothing. */
export async function proveHolder(asking: Asking, token: string, purpose: LinkPurpose, password: string): Promise<PersonActor> {
  const holder = await holderOfLink(asking, token, purpose);
  await proveAgain(asking, holder, password);
  return holder;
}

/** @throws RuleError people.linkUsed, people.phoneTaken */
export async function changePhone(context: Ctx, input: ChangePhone): Promise<void> {
  const ctx = asPerson(context);
  const { db, actor } = ctx;
  await useLink(ctx, input.token);
  const [other] = await db.select({ personId: sql<string>`person_id` }).from(sql`auth_find(${input.phone})`);
  ensure(other === undefined || other.personId === actor.personId, 'people.phoneTaken', { field: 'phone' });
  const mine = eq(persons.id, actor.personId);
  const [before] = await db.select({ phone: persons.phone }).from(persons).where(mine).for('update');
  await db.update(persons).set({ phone: input.phone, updatedAt: ctx.now }).where(mine);
  await recordOwn(ctx, phoneChanged, {
    subject: { type: 'person', id: actor.personId },
    data: {},
    before: { phone: found(before).phone },
    after: { phone: input.phone },
  });
}

/** A lost authenticator: the second factor goes, and a role that needs one asks for a new one at the next sign-in. */
export async function resetSecondFactor(context: Ctx, input: { token: string }): Promise<void> {
  const ctx = asPerson(context);
  await useLink(ctx, input.token);
  await removeSecondFactor(ctx);
  await endOtherSessions(ctx, 'second factor reset');
}
