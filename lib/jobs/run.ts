import { and, eq } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { outbox } from '@/db/schema/jobs';
import type { JobActor } from '@/lib/kernel/actor';
import type { Ticket } from './queue';
import { jobKind, type Work } from './registry';

/** Runs what one outbox row asks for, as the job actor of its center. @throws whatever the handler throws */
export async function runTicket(ticket: Ticket, clock: () => Date, isLastTry = false): Promise<void> {
  const actor: JobActor = { kind: 'job', centerId: ticket.centerId };
  const base = () => ({ actor, now: clock(), requestId: ticket.id, address: null });
  const work: Work = {
    centerId: ticket.centerId,
    id: ticket.id,
    now: clock,
    isLastTry,
    read: (load) => transaction(actor, 'read', clock(), (db) => load({ ...base(), db })),
    write: (change) => transaction(actor, 'write', clock(), (db) => change({ ...base(), db })),
  };
  const kind = jobKind(ticket.topic);
  const [row] = await work.read((ctx) =>
    ctx.db
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(and(eq(outbox.centerId, ticket.centerId), eq(outbox.id, ticket.id))),
  );
  // Swept away long after it was done: nothing is asked for any more.
  if (row === undefined) return;
  await kind.run(work, kind.payload.parse(row.payload) as never);
}
