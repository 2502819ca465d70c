import { and, desc, eq, gte, inArray, lt, ne } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { requests } from '@/db/schema/service-desk';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { compactCode } from '@/lib/kernel/text';

const YEARS_BACK = 5;

/**
 * Requests by the beginning of their number, or by its last digits alone ("861"), newest first. Compared as ranges and
 * whole numbers: only those use the index behind row-level security.
 */
export async function findRequestsByNumber(ctx: Ctx, typed: string, limit: number): Promise<{ id: string; number: string; title: string; company: string }[]> {
  const text = compactCode(typed).toUpperCase();
  const digits = /^\d{1,6}$/.test(text);
  if (!digits && !/^FW[-\d]*$/.test(text)) return [];
  const start = text.startsWith('FW') && !text.startsWith('FW-') ? `FW-${text.slice(2)}` : text;
  const year = yearOf(dayOf(ctx.now));
  const numbers = Array.from({ length: YEARS_BACK + 1 }, (_, back) => `FW-${year - back}-${text.padStart(6, '0')}`);
  const rows = await ctx.db
    .select({ id: requests.id, number: requests.number, title: requests.title, company: companies.name })
    .from(requests)
    .innerJoin(companies, and(eq(companies.centerId, requests.centerId), eq(companies.id, requests.companyId)))
    .where(and(ne(requests.state, 'draft'), digits ? inArray(requests.number, numbers) : and(gte(requests.number, start), lt(requests.number, `${start}~`))))
    .orderBy(desc(requests.number))
    .limit(limit);
  return rows.map((row) => ({ ...row, number: row.number ?? '' }));
}
