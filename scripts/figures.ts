import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { closePool, transaction } from '@/db/client';
import { findIndicator, getFigure, indicators } from '@/lib/figures/queries';
import type { Actor } from '@/lib/kernel/actor';
import { dayOf, isDay } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';
import { newId } from '@/lib/kernel/ids';

/**
 * npm run figures -- KEY [--from DATE] [--as-of DATE] [--center SLUG] [--json]
 * Prints one figure, or without a key all of them, computed from rows as an auditor of the center would see them.
 */
export async function main(args: string[]): Promise<number> {
const { values, positionals } = parseArgs({
  args,
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    'as-of': { type: 'string' },
    center: { type: 'string', default: 'lanzhou' },
    json: { type: 'boolean', default: false },
  },
});

const fail: (message: string) => never = (message) => {
  throw new TypeError(message);
};

const now = currentTime();
const to = values['as-of'] ?? dayOf(now);
const from = values.from ?? `${to.slice(0, 4)}-01-01`;
if (!isDay(to) || !isDay(from)) fail('--from and --as-of take a day such as 2022-06-30');
const [key] = positionals;
const wanted = key === undefined ? indicators : [findIndicator(key) ?? fail(`unknown figure ${key}; known: ${indicators.map((one) => one.key).join(', ')}`)];

const nobody: Actor = { kind: 'public', centerId: null };
const [center] = await transaction(nobody, 'read', now, (db) => db.select({ id: sql<string>`id` }).from(sql`public_center(${values.center})`));
if (center === undefined) fail(`no center ${values.center}`);
const auditor: Actor = {
  kind: 'member',
  role: 'auditor',
  centerId: center.id,
  personId: newId(),
  membershipId: newId(),
  departmentId: null,
  companyId: null,
  name: 'figures',
  sessionId: null,
};
const figures = await transaction(auditor, 'read', now, async (db) => {
  const ctx = { actor: auditor, db, now, requestId: newId() };
  const found = [];
  for (const indicator of wanted) found.push(await getFigure(ctx, indicator, { from, to }));
  return found;
});
for (const figure of figures) {
  const plain = { key: figure.key, unit: figure.unit, from: figure.period.from, to: figure.period.to, value: figure.value.toString() };
  console.log(values.json ? JSON.stringify(plain) : `${plain.key}  ${plain.from ?? ''}..${plain.to}  ${plain.value} ${plain.unit}`);
}
await closePool();
return 0;
}
