import type { Ctx } from '@/lib/kernel/context';
import { record } from './commands';
import { listExported } from './entries';

/** Leaves an entry that a list was taken out of the house. `query` says which rows. */
export async function recordExport(ctx: Ctx, list: string, count: number, query: string): Promise<void> {
  await record(ctx, listExported, { subject: { type: 'list', id: null }, data: { list, count, query: query.slice(0, 500) } });
}
