import { and, count, desc, eq, gt, isNull } from 'drizzle-orm';
import { credentials, persons, recoveryCodes, sessions } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';

export interface Account {
  name: string;
  phone: string | null;
  email: string | null;
  shortcuts: boolean;
  passwordChangedAt: Date | null;
  secondFactorAt: Date | null;
  recoverySetAt: Date | null;
  recoveryLeft: number;
}

/** What a person sees of their own sign-in. */
export async function getAccount({ db }: Ctx, personId: string): Promise<Account> {
  const [row] = await db
    .select({
      name: persons.name,
      phone: persons.phone,
      email: persons.email,
      shortcuts: persons.shortcuts,
      passwordChangedAt: credentials.passwordChangedAt,
      secondFactorAt: credentials.totpConfirmedAt,
      recoverySetAt: credentials.recoverySetAt,
    })
    .from(persons)
    .leftJoin(credentials, eq(credentials.personId, persons.id))
    .where(eq(persons.id, personId));
  const [codes] = await db.select({ left: count() }).from(recoveryCodes).where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return { ...found(row), recoveryLeft: codes?.left ?? 0 };
}

export interface OwnSession {
  id: string;
  device: string;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Where a person is signed in now, the newest first. */
export async function listOwnSessions({ db, now }: Ctx, personId: string): Promise<OwnSession[]> {
  return db
    .select({ id: sessions.id, device: sessions.device, address: sessions.address, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(50);
}
