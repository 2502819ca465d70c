import { insertRows } from '@/db/insert-rows';
import { companyNames } from '@/db/schema/companies-file';
import { recordAll } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { newId } from '@/lib/kernel/ids';
import { companyRenamed } from '../entries/profile';

export interface Renamed {
  companyId: string;
  previous: string;
  name: string;
}

/** Keeps the names companies had until now. The callers have written the new ones. */
export async function keepFormerNames(ctx: Ctx, renamed: readonly Renamed[], options: { quiet?: boolean } = {}): Promise<void> {
  if (renamed.length === 0) return;
  await insertRows(
    ctx.db,
    companyNames,
    renamed.map(({ companyId, previous }) => ({
      centerId: centerOf(ctx.actor), id: newId(), companyId, name: previous, untilOn: dayOf(ctx.now), createdAt: ctx.now, createdBy: membershipOf(ctx.actor),
    })),
  );
  await recordAll(
    ctx,
    companyRenamed,
    renamed.map(({ companyId, previous, name }) => ({ subject: { type: 'company', id: companyId }, companyId, data: { companyId, company: name, previous } })),
    options,
  );
}
