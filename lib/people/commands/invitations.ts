import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { credentials, invitations, memberships, passwordHistory, persons, sessions } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import { type Actor, centerOf, isCompanyPerson, membershipOf, type PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { defaultLocale, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { hashToken, linkPlace, tokenOf } from '@/lib/kernel/tokens';
import { queueEmail } from '@/lib/notifications/commands';
import { invitationAccepted, invitationRenewed, invitationRevoked, invited } from '../entries';
import type { AcceptNew, InviteColleague, InviteMember } from '../inputs';
import { takeTry } from '../limits';
import { hashPassword } from '../passwords';
import { canInvite } from '../policy';
import { findInvitation, type InvitationView } from '../queries/access';
import { centerNameOf, companyNameOf } from '../queries/names';
import { acceptances, INVITATION_DAYS, invitationState, later } from '../rules';
import { ensureGoodPassword } from './passwords';
import { asPerson, type Asking, personActor } from './sign-in';

/**
 * Invites one person into a role. The link works once, for seven days, and is shown to whoever could have sent it.
 * @throws ForbiddenError; RuleError people.companyNeeded, people.companyNotAllowed, people.alreadyMember, people.alreadyInvited
 */
export async function inviteMember(ctx: Ctx, input: InviteMember): Promise<{ id: string; name: string }> {
  const { db, actor, now } = ctx;
  const { role, name, phone, email, department: departmentId, company: companyId } = input;
  allow(canInvite(actor, { role, departmentId, companyId }));
  const isForCompany = role === 'company_owner' || role === 'company_member';
  ensure(isForCompany === (companyId !== null), isForCompany ? 'people.companyNeeded' : 'people.companyNotAllowed', { field: 'company' });
  const company = companyId === null ? null : await companyNameOf(ctx, companyId);
  if (companyId !== null) found(company);
  if (phone !== null) await ensureNew(ctx, phone, role, companyId);

  const id = newId();
  await db.insert(invitations).values({
    centerId: centerOf(actor),
    id,
    role,
    name,
    phone,
    email,
    departmentId,
    companyId,
    tokenHash: hashToken(tokenOf('invitation', id)),
    expiresAt: later(now, { days: INVITATION_DAYS }),
    createdAt: now,
    createdBy: membershipOf(actor),
    updatedAt: now,
    updatedBy: membershipOf(actor),
  });
  await record(ctx, invited, {
    subject: { type: 'invitation', id },
    companyId,
    data: { name, role, company },
    after: { name, role, phone, email, departmentId, companyId },
  });
  await writeTo(ctx, { id, name, email, role, company });
  return { id, name };
}

/** The link by letter, where there is an address. Nobody knows yet which language its reader prefers. */
async function writeTo(ctx: Ctx, to: { id: string; name: string; email: string | null; role: string; company: string | null }): Promise<void> {
  if (to.email === null) return;
  const t = translator(defaultLocale, 'people');
  const center = (await centerNameOf(ctx)) ?? t('invitation.mail.center');
  const whom = to.company === null ? translator(defaultLocale, 'shell')(`roles.${to.role}`) : to.company;
  await queueEmail(ctx, {
    recipient: to.email,
    subject: t('invitation.mail.subject', { center }),
    body: t(to.company === null ? 'invitation.mail.body' : 'invitation.mail.bodyCompany', { name: to.name, center, whom, days: INVITATION_DAYS, link: linkPlace('invitation', to.id) }),
    confidential: true,
  });
}

/** The owner of a company invites into it. */
export async function inviteColleague(ctx: Ctx, input: InviteColleague): Promise<{ id: string; name: string }> {
  allow(isCompanyPerson(ctx.actor));
  return inviteMember(ctx, { ...input, department: null, company: ctx.actor.companyId });
}

async function ensureNew(ctx: Ctx, phone: string, role: InviteMember['role'], companyId: string | null): Promise<void> {
  const { db, now } = ctx;
  const sameCompany = (column: typeof memberships.companyId | typeof invitations.companyId) =>
    companyId === null ? isNull(column) : eq(column, companyId);
  const [member] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(persons.phone, phone), eq(memberships.role, role), sameCompany(memberships.companyId), isNull(memberships.endedAt)));
  ensure(member === undefined, 'people.alreadyMember', { field: 'phone' });
  const [open] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.phone, phone),
        eq(invitations.role, role),
        sameCompany(invitations.companyId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  ensure(open === undefined, 'people.alreadyInvited', { field: 'phone' });
}

/** Several at once. Those who belong or were invited already are left out and named; everybody else gets a link. */
export async function inviteMembers(ctx: Ctx, inputs: readonly InviteMember[]): Promise<{ sent: { id: string; name: string }[]; skipped: { name: string; why: string }[] }> {
  const sent: { id: string; name: string }[] = [];
  const skipped: { name: string; why: string }[] = [];
  for (const input of inputs) {
    try {
      sent.push(await inviteMember(ctx, input));
    } catch (error) {
      if (!(error instanceof RuleError) || !['people.alreadyMember', 'people.alreadyInvited'].includes(error.code)) throw error;
      skipped.push({ name: input.name, why: error.code });
    }
  }
  return { sent, skipped };
}

async function openInvitation(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(invitations).where(eq(invitations.id, id)).for('update');
  const invitation = found(row);
  allow(canInvite(ctx.actor, invitation));
  ensure(invitation.acceptedAt === null, 'people.invitationAccepted');
  return invitation;
}

/** Takes an invitation back; its link says so. @throws RuleError people.invitationAccepted */
export async function revokeInvitation(ctx: Ctx, input: { invitation: string }): Promise<{ name: string }> {
  const { db, now, actor } = ctx;
  const { id, name, companyId, centerId } = await openInvitation(ctx, input.invitation);
  await db.update(invitations).set({ revokedAt: now, updatedAt: now, updatedBy: membershipOf(actor) }).where(and(eq(invitations.centerId, centerId), eq(invitations.id, id)));
  await record(ctx, invitationRevoked, { subject: { type: 'invitation', id }, companyId, data: { name } });
  return { name };
}

/** A new link for seven more days; the old one ends. @throws RuleError people.invitationAccepted */
export async function renewInvitation(ctx: Ctx, input: { invitation: string }): Promise<{ id: string; name: string }> {
  const { db, now, actor } = ctx;
  const old = await openInvitation(ctx, input.invitation);
  const id = newId();
  const by = membershipOf(actor);
  await db.update(invitations).set({ revokedAt: now, updatedAt: now, updatedBy: by }).where(and(eq(invitations.centerId, old.centerId), eq(invitations.id, old.id)));
  const { centerId, role, name, phone, email, departmentId, companyId } = old;
  await db.insert(invitations).values({
    ...{ centerId, id, role, name, phone, email, departmentId, companyId },
    ...{ tokenHash: hashToken(tokenOf('invitation', id)), expiresAt: later(now, { days: INVITATION_DAYS }) },
    ...{ createdAt: now, createdBy: by, updatedAt: now, updatedBy: by },
  });
  await record(ctx, invitationRenewed, { subject: { type: 'invitation', id }, companyId, data: { name } });
  await writeTo(ctx, { id, name, email, role, company: companyId === null ? null : await companyNameOf(ctx, companyId) });
  return { id, name };
}

// ── The other side: whoever holds the link ───────────────────────────────────────────────────────────────────

const nobody: Actor = { kind: 'public', centerId: null };

/** @throws RuleError people.invitationUnknown, people.invitationAccepted, people.invitationRevoked, people.invitationExpired */
export async function openInvitationOf(asking: Asking, token: string): Promise<InvitationView> {
  const invitation = await transaction(nobody, 'read', asking.now, (db) => findInvitation({ ...asking, actor: nobody, db }, token));
  ensure(invitation !== null, 'people.invitationUnknown');
  await takeTry(acceptances(invitation.id), asking.now);
  const state = invitationState(invitation, asking.now);
  switch (state) {
    case 'open':
      return invitation;
    case 'accepted':
      throw new RuleError('people.invitationAccepted');
    case 'revoked':
      throw new RuleError('people.invitationRevoked');
    case 'expired':
      throw new RuleError('people.invitationExpired');
  }
}

/**
 * Who a new person will be, if the phone is nobody's yet. The invitation's own phone counts, not what was typed over it.
 * @throws RuleError required, people.phoneKnown
 */
export async function newcomer(asking: Asking, typed: { token: string; name: string; phone: string | null }): Promise<PersonActor> {
  const invitation = await openInvitationOf(asking, typed.token);
  const phone = invitation.phone ?? typed.phone;
  ensure(phone !== null, 'required', { field: 'phone' });
  const [other] = await transaction(nobody, 'read', asking.now, (db) =>
    db.select({ personId: sql<string>`person_id` }).from(sql`auth_find(${phone})`),
  );
  ensure(other === undefined, 'people.phoneKnown', { field: 'phone' });
  return personActor({ personId: newId(), name: typed.name, centerId: invitation.centerId });
}

/** Claims the invitation, makes the person with their password, and the membership. @throws RuleError people.invitationAccepted, people.phoneKnown */
export async function acceptAsNew(context: Ctx, input: AcceptNew): Promise<Accepted> {
  const ctx = asPerson(context);
  const { db, actor, now } = ctx;
  const invitation = await claim(ctx, input.token);
  const phone = invitation.phone ?? input.phone;
  ensureGoodPassword(input.newPassword, { phone, email: invitation.email });
  const passwordHash = await hashPassword(input.newPassword);
  const [taken] = invitation.email === null ? [] : await db.select({ id: sql`person_id` }).from(sql`auth_find(${invitation.email})`);
  const email = taken === undefined ? invitation.email : null;
  // Two people accepting different invitations with one phone at the same moment: the second is told.
  const made = await db
    .insert(persons)
    .values({ id: actor.personId, name: input.name, phone, email, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: persons.id });
  ensure(made.length > 0, 'people.phoneKnown', { field: 'phone' });
  await db.insert(credentials).values({ personId: actor.personId, passwordHash, passwordChangedAt: now });
  await db.insert(passwordHistory).values({ personId: actor.personId, setAt: now, passwordHash });
  return join(ctx, invitation, input.name);
}

/**
 * Somebody who is here already, and proved it, takes the membership on.
 * @throws RuleError people.invitationOther when it was made out to another phone, people.invitationOwn, people.invitationAccepted, people.alreadyIn
 */
export async function acceptAsKnown(context: Ctx, input: { token: string }): Promise<Accepted> {
  const ctx = asPerson(context);
  const [person] = await ctx.db.select({ phone: persons.phone }).from(persons).where(eq(persons.id, ctx.actor.personId));
  const invitation = await claim(ctx, input.token);
  ensure(invitation.phone === null || invitation.phone === found(person).phone, 'people.invitationOther');
  await ensureFromSomebodyElse(ctx, invitation);
  const accepted = await join(ctx, invitation, invitation.name);
  if (ctx.actor.sessionId !== null) {
    await ctx.db
      .update(sessions)
      .set({ membershipId: accepted.membershipId, centerId: accepted.centerId })
      .where(and(eq(sessions.id, ctx.actor.sessionId), eq(sessions.personId, ctx.actor.personId)));
  }
  return accepted;
}

/** Nobody gives themselves a role: whoever runs people and settings would otherwise walk into the business in two steps. */
async function ensureFromSomebodyElse(ctx: Ctx<PersonActor>, { createdBy }: InvitationView): Promise<void> {
  if (createdBy === null) return;
  const [own] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.id, createdBy), eq(memberships.personId, ctx.actor.personId)));
  ensure(own === undefined, 'people.invitationOwn');
}

export interface Accepted {
  membershipId: string;
  centerId: string;
}

/** The second of two who accept at once waits here for the first, and is told. */
async function claim(ctx: Ctx<PersonActor>, token: string): Promise<InvitationView> {
  const invitation = found(await findInvitation(ctx, token));
  ensure(ctx.actor.centerId === invitation.centerId, 'people.invitationUnknown');
  const [claimed] = await ctx.db
    .select({ yes: sql<boolean>`claim.yes` })
    .from(sql`auth_claim_invitation(${invitation.id}::uuid, ${invitation.centerId}::uuid, ${ctx.now.toISOString()}::timestamptz) as claim(yes)`);
  ensure(claimed?.yes === true, 'people.invitationAccepted');
  return invitation;
}

async function join(ctx: Ctx<PersonActor>, invitation: InvitationView, name: string): Promise<Accepted> {
  const { db, actor, now } = ctx;
  const { centerId, role, departmentId, companyId } = invitation;
  const membershipId = newId();
  const joined = await db
    .insert(memberships)
    .values({ centerId, id: membershipId, personId: actor.personId, role, name, departmentId, companyId, startedAt: now, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: memberships.id });
  ensure(joined.length > 0, 'people.alreadyIn');
  await db.select({ yes: sql`settled.yes` }).from(sql`auth_settle_invitation(${invitation.id}::uuid, ${centerId}::uuid, ${membershipId}::uuid) as settled(yes)`);
  await record(ctx, invitationAccepted, {
    subject: { type: 'membership', id: membershipId },
    companyId,
    data: { name, role, invitedBy: invitation.createdBy },
  });
  return { membershipId, centerId };
}
