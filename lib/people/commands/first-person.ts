import { credentials, memberships, passwordHistory, persons } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import { centerOf, type OperatorActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { installationBegun } from '../entries';
import type { SetUp } from '../inputs';
import { hashPassword } from '../passwords';
import { ensureGoodPassword } from './passwords';
import { type Browser, type Opened, openSession } from './sign-in';

interface FirstPerson {
  /** Makes them the administrator of the center that was just opened, and signs them in there. */
  administer(inside: Ctx<OperatorActor>, browser: Browser): Promise<Opened>;
}

/** The person before there is any center. @throws RuleError people.password… */
export async function makeFirstPerson(ctx: Ctx<OperatorActor>, input: SetUp): Promise<FirstPerson> {
  const { db, actor, now } = ctx;
  const { personId } = actor;
  const { name, phone, email, newPassword } = input;
  ensureGoodPassword(newPassword, { phone, email });
  const passwordHash = await hashPassword(newPassword);
  const made = await db.insert(persons).values({ id: personId, name, phone, email, createdAt: now, updatedAt: now }).onConflictDoNothing().returning({ id: persons.id });
  ensure(made.length > 0, 'people.installationBegun');
  await db.insert(credentials).values({ personId, passwordHash, passwordChangedAt: now });
  await db.insert(passwordHistory).values({ personId, setAt: now, passwordHash });
  return {
    async administer(inside, browser) {
      const centerId = centerOf(inside.actor);
      const id = newId();
      await db.insert(memberships).values({ centerId, id, personId, role: 'administrator', name, startedAt: now, createdAt: now, updatedAt: now });
      await record(inside, installationBegun, { subject: { type: 'membership', id }, data: { center: input.centerName, name } });
      const person = { ...inside, actor: { kind: 'person' as const, personId, centerId, name, sessionId: null } };
      return openSession(person, { ...browser, secondFactor: false, membership: { id, centerId } });
    },
  };
}
