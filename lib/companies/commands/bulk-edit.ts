import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { storeGenerated } from '@/lib/files/commands';
import { startImport } from '@/lib/imports/commands';
import { type OutRow, writeCsv } from '@/lib/imports/write-sheet';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { fieldHeader, fieldKey } from '../fields';
import type { BulkEdit } from '../inputs';
import { canImportCompanies } from '../policy';
import { openFields } from '../queries/fields';
import { listCompanyIds } from '../queries/list';
import { paramsOf } from '../queries/segments';
import { bulkKeys, headerOf } from '../sheet';

const MOST = 50_000;
const PART = 5_000;
const CLEAR = '[clear]';

/**
 * Sets one field of many companies by the way every list comes in: a sheet of its own is checked, shown before and after, confirmed as
 * one batch, and can be taken back for a day. Writes nothing itself but the sheet. @returns the import that waits to be confirmed
 */
export async function bulkEdit(ctx: Ctx, input: z.output<typeof BulkEdit>): Promise<{ batch: string }> {
  allow(canImportCompanies(ctx.actor));
  const key = bulkKeys.find((one) => one === input.field);
  const own = (await openFields(ctx)).find((field) => fieldKey(field.id) === input.field);
  ensure(key !== undefined || own !== undefined, 'invalidChoice', { field: 'field' });
  const header = key !== undefined ? headerOf(key, 'zh-CN') : own !== undefined ? fieldHeader(own, 'zh-CN') : '';
  const ids = input.companies.length > 0 ? input.companies : await listCompanyIds(ctx, paramsOf(input.query), MOST);
  ensure(ids.length > 0, 'chooseOne');
  const rows: OutRow[] = [];
  for (let start = 0; start < ids.length; start += PART) {
    const found = await ctx.db.select({ name: companies.name, code: companies.creditCode }).from(companies).where(inArray(companies.id, ids.slice(start, start + PART)));
    for (const { name, code } of found) rows.push([name, code, input.value === '' ? CLEAR : input.value]);
  }
  const columns = [headerOf('name', 'zh-CN'), headerOf('creditCode', 'zh-CN'), header].map((text) => ({ header: text, kind: 'text' as const }));
  const parts: string[] = [];
  for await (const part of writeCsv({ columns, rows })) parts.push(part);
  const id = newId();
  const file = await storeGenerated(ctx, { name: `${input.title}.csv`, type: 'text/csv', bytes: Buffer.from(parts.join('')) }, { subject: { type: 'import-companies', id }, audience: 'center' });
  await startImport(ctx, { kind: 'companies', file, id });
  return { batch: id };
}
