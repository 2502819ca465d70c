import { and, eq, isNull, or } from 'drizzle-orm';
import { requests } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import type { Ctx } from '@/lib/kernel/context';
import { requestDueKnown } from '../entries';
import { acceptDue } from '../rules';
import { aboutRequest, saveRequest, subjectOf } from './held-request';
import { dueAgain } from './stops';

/** Once a missing year is entered, open requests whose day couldn't be known get it. @returns how many */
export async function recountDueDays(ctx: Ctx): Promise<number> {
  const unknown = or(
    and(eq(requests.state, 'submitted'), isNull(requests.acceptDueOn)),
    and(eq(requests.state, 'accepted'), isNull(requests.dueOn)),
  );
  const rows = await ctx.db.select().from(requests).where(unknown).orderBy(requests.id).limit(500).for('update');
  const calendar = rows.length > 0 ? await getCalendar(ctx) : null;
  let known = 0;
  for (const request of rows) {
    if (calendar === null) break;
    const waiting = request.state === 'submitted';
    const due = waiting ? acceptDue(calendar, request.receivedOn ?? '', request.acceptanceDays ?? 1) : await dueAgain(ctx, request);
    if (due.kind === 'missing') continue;
    await saveRequest(ctx, request.id, { nextDueOn: due.day, ...(waiting ? { acceptDueOn: due.day } : { dueOn: due.day }) });
    await record(ctx, requestDueKnown, { ...subjectOf(request), data: { ...aboutRequest(request), due: due.day } });
    known += 1;
  }
  return known;
}
