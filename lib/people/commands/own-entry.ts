import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { operatorEntries, operators } from '@/db/schema/people';
import { type Occurrence, record } from '@/lib/audit/commands';
import type { EntryKind } from '@/lib/audit/entries';
import type { PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';

/**
 * What a person did to their own sign-in: in the trail of the center they act in, and in the operators' own trail for
 * somebody who runs the installation, who may act in no center at all. Neither has anything to say about the rest.
 */
export async function recordOwn<D extends z.ZodType>(ctx: Ctx<PersonActor>, kind: EntryKind<D>, occurrence: Occurrence<z.input<D>>): Promise<void> {
  if (ctx.actor.centerId !== null) await record(ctx, kind, occurrence);
  await recordOperator(ctx, kind, occurrence.data);
}

/** Before and after are left out: an operator's phone number stands in no trail. */
export async function recordOperator<D extends z.ZodType>({ db, actor, now, address, requestId }: Ctx<PersonActor>, kind: EntryKind<D>, data: z.input<D>): Promise<void> {
  const { personId } = actor;
  const running = await db.select({ personId: operators.personId }).from(operators).where(and(eq(operators.personId, personId), isNull(operators.endedAt)));
  if (running.length === 0) return;
  await db.insert(operatorEntries).values({
    id: newId(),
    personId,
    occurredAt: now,
    name: kind.name,
    actorName: actor.name,
    address: address ?? null,
    requestId,
    data: kind.data.parse(data) as Record<string, unknown>,
  });
}
