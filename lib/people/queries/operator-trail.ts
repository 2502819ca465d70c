import { asc, desc } from 'drizzle-orm';
import { operatorEntries } from '@/db/schema/people';
import type { TrailRow } from '@/lib/audit/queries';
import type { Ctx } from '@/lib/kernel/context';
import { offsetOf } from '@/lib/kernel/list-params';

/** A page of what operators did to their own sign-in. For operators alone; to others there is nothing. */
export async function listOperatorEntries({ db }: Ctx, params: { page: number; size: number; dir: 'asc' | 'desc' }): Promise<{ rows: TrailRow[]; total: number; over: boolean }> {
  const by = params.dir === 'asc' ? asc : desc;
  const rows = await db
    .select({ id: operatorEntries.id, name: operatorEntries.name, data: operatorEntries.data, actorName: operatorEntries.actorName, occurredAt: operatorEntries.occurredAt, address: operatorEntries.address })
    .from(operatorEntries)
    .orderBy(by(operatorEntries.occurredAt), by(operatorEntries.id))
    .limit(params.size)
    .offset(offsetOf(params));
  return { rows: rows.map((row) => ({ ...row, actorRole: 'operator', subjectType: 'session' })), total: await db.$count(operatorEntries), over: false };
}
