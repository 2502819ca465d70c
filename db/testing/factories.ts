import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { transaction } from '@/db/client';
import { centers, centerSettings, departments } from '@/db/schema/centers';
import { companies, companyAssignments } from '@/db/schema/companies';
import { memberships, persons } from '@/db/schema/people';
import type { Actor, MemberActor, MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';

/** Rows for tests, written as the owner. Each test makes its own center, so that tests never meet. */

let ownerPool: pg.Pool | undefined;

export function owner() {
  ownerPool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  return drizzle(ownerPool);
}

export const testNow = new Date('2026-11-20T02:00:00Z');

let serial = 0;
const next = () => `${process.pid}${++serial}`;

export async function makeCenter(name = '测试中心'): Promise<string> {
  const id = newId();
  await owner().insert(centers).values({ id, slug: `c${next()}`, name, nameEn: 'Test center', shortName: name });
  await owner().insert(centerSettings).values({ centerId: id });
  return id;
}

export async function makeDepartment(centerId: string, name = `部门${next()}`): Promise<string> {
  const id = newId();
  await owner().insert(departments).values({ centerId, id, name });
  return id;
}

export async function makeMember(
  centerId: string,
  role: MemberRole,
  given: { name?: string; companyId?: string | null; departmentId?: string | null; personId?: string } = {},
): Promise<MemberActor> {
  const personId = given.personId ?? newId();
  const id = newId();
  const name = given.name ?? `人${next()}`;
  if (given.personId === undefined) {
    await owner().insert(persons).values({ id: personId, name, phone: `139${next().padStart(8, '0').slice(-8)}` }).onConflictDoNothing();
  }
  const { companyId = null, departmentId = null } = given;
  await owner().insert(memberships).values({ centerId, id, personId, role, name, companyId, departmentId, startedAt: testNow });
  return { kind: 'member', personId, membershipId: id, centerId, role, departmentId, companyId, name, sessionId: null };
}

export async function makeCompany(centerId: string, values: Partial<typeof companies.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await owner().insert(companies).values({ centerId, id, name: `测试企业${next()}`, state: 'incubating', ...values });
  return id;
}

export async function assign(centerId: string, companyId: string, role: 'liaison' | 'counsellor' | 'mentor', membershipId: string, fromOn = '2026-01-01', untilOn: string | null = null): Promise<void> {
  await owner().insert(companyAssignments).values({ centerId, id: newId(), companyId, role, membershipId, fromOn, untilOn });
}

/** Runs one write as the actor, under row-level security, as the action wrapper would. */
export function as<A extends Actor, T>(actor: A, work: (ctx: Ctx<A>) => Promise<T>, now = testNow): Promise<T> {
  return transaction(actor, 'write', now, (db) => work({ actor, db, now, requestId: newId() }));
}

export function reading<A extends Actor, T>(actor: A, load: (ctx: Ctx<A>) => Promise<T>, now = testNow): Promise<T> {
  return transaction(actor, 'read', now, (db) => load({ actor, db, now, requestId: newId() }));
}
