import { and, eq, isNull, sql } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { applicants, credentials, memberships, passwordHistory, persons, sessions } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import { type Actor, centerOf, type PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { applicantCameIn, applicantRegistered } from '../entries';
import { CONSENT_VERSION, type RegisterApplicant } from '../inputs';
import { takeTry } from '../limits';
import { hashPassword } from '../passwords';
import { fromAddress, registrations } from '../rules';
import { ensureGoodPassword } from './passwords';
import { asPerson, type Asking, personActor } from './sign-in';

const nobody: Actor = { kind: 'public', centerId: null };

export interface Applied {
  applicantId: string;
  centerId: string;
}

/** Who a new applicant will be, if their phone is nobody's yet. @throws RuleError people.phoneKnown, tooManyTries */
export async function newApplicant(asking: Asking, typed: RegisterApplicant): Promise<PersonActor> {
  await takeTry(registrations(typed.phone), asking.now);
  if (asking.address !== null && asking.address !== undefined) await takeTry(fromAddress(asking.address), asking.now);
  const known = await transaction(nobody, 'read', asking.now, (db) => db.select({ personId: sql<string>`person_id` }).from(sql`auth_find(${typed.phone})`));
  ensure(known.length === 0, 'people.phoneKnown', { field: 'phone' });
  return personActor({ personId: newId(), name: typed.name, centerId: typed.center });
}

/** Makes the person, their password and what they agreed to. @throws RuleError people.phoneKnown, people.password… */
export async function registerApplicant(context: Ctx, input: RegisterApplicant): Promise<Applied> {
  const ctx = asPerson(context);
  const { db, actor, now } = ctx;
  const { name, phone, email, newPassword } = input;
  ensureGoodPassword(newPassword, { phone, email });
  const passwordHash = await hashPassword(newPassword);
  const [taken] = email === null ? [] : await db.select({ id: sql`person_id` }).from(sql`auth_find(${email})`);
  const made = await db
    .insert(persons)
    .values({ id: actor.personId, name, phone, email: taken === undefined ? email : null, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: persons.id });
  ensure(made.length > 0, 'people.phoneKnown', { field: 'phone' });
  await db.insert(credentials).values({ personId: actor.personId, passwordHash, passwordChangedAt: now });
  await db.insert(passwordHistory).values({ personId: actor.personId, setAt: now, passwordHash });
  return join(ctx, name);
}

/** Somebody who is here already applies with the same sign-in, and acts as the applicant from now on. */
export async function becomeApplicant(context: Ctx): Promise<Applied> {
  const ctx = asPerson(context);
  const { db, actor } = ctx;
  const [held] = await db
    .select({ id: applicants.id, centerId: applicants.centerId })
    .from(applicants)
    .where(and(eq(applicants.personId, actor.personId), isNull(applicants.endedAt)));
  const applied = held === undefined ? await join(ctx, actor.name) : { applicantId: held.id, centerId: held.centerId };
  if (actor.sessionId !== null) {
    await db
      .update(sessions)
      .set({ membershipId: applied.applicantId, centerId: applied.centerId })
      .where(and(eq(sessions.id, actor.sessionId), eq(sessions.personId, actor.personId)));
  }
  return applied;
}

async function join(ctx: Ctx<PersonActor>, name: string): Promise<Applied> {
  const { db, actor, now } = ctx;
  const [applicantId, centerId] = [newId(), centerOf(actor)];
  const consent = { consentedAt: now, consentVersion: CONSENT_VERSION };
  await db.insert(applicants).values({ centerId, id: applicantId, personId: actor.personId, name, ...consent, createdAt: now });
  await record(ctx, applicantRegistered, { subject: { type: 'applicant', id: applicantId }, data: { name }, after: { consent: CONSENT_VERSION } });
  return { applicantId, centerId };
}

/** An admitted applicant becomes the owner of the company, by the same sign-in. Called by whoever admits. */
export async function bringIn(ctx: Ctx, given: { personId: string; companyId: string }): Promise<void> {
  const { db, now } = ctx;
  const centerId = centerOf(ctx.actor);
  const [applicant] = await db
    .select({ id: applicants.id, name: applicants.name })
    .from(applicants)
    .where(and(eq(applicants.personId, given.personId), isNull(applicants.endedAt)));
  if (applicant === undefined) return;
  const id = newId();
  await db
    .insert(memberships)
    .values({ centerId, id, personId: given.personId, role: 'company_owner', name: applicant.name, companyId: given.companyId, startedAt: now, createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  await db.update(applicants).set({ endedAt: now }).where(eq(applicants.id, applicant.id));
  await record(ctx, applicantCameIn, { subject: { type: 'membership', id }, companyId: given.companyId, data: { name: applicant.name } });
}
