import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { closeOwner, ownerTransaction } from '@/db/owner';
import { record } from '@/lib/audit/commands';
import { currentTime } from '@/lib/kernel/env';
import { locales, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { parseMobile } from '@/lib/kernel/phone';
import { hashToken, linkUrl, tokenOf } from '@/lib/kernel/tokens';
import { recordOperator } from '@/lib/people/commands/own-entry';
import { letBackInAtMachine } from '@/lib/people/entries';
import { LINK_HOURS, later } from '@/lib/people/rules';

/**
 * npm run admin:reset -- PHONE-OR-EMAIL
 * Lets an operator or a center's administrator back in from the machine itself: prints a link that sets a new password, once,
 * within a day, and takes a lost second factor away. Whoever can run this owns the database anyway; that it was done stands in
 * the operators' trail and in that of each center the person administers.
 */
export async function main(args: string[]): Promise<number> {
  const [identifier] = args;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    console.log(locales.map((locale) => translator(locale, 'start')(`reset.${key}`, values)).join('\n'));
  if (identifier === undefined) {
    say('usage');
    return 2;
  }
  const now = currentTime();
  const id = newId();
  const name = await ownerTransaction(async (client) => {
    const { rows } = await client.query<{ id: string; name: string; runs: boolean; centers: string[] }>(
      `select * from (
         select p.id, p.name, exists (select from operators o where o.person_id = p.id and o.ended_at is null) as runs,
                array(select m.center_id from memberships m where m.person_id = p.id and m.role = 'administrator' and m.ended_at is null) as centers
           from persons p where p.phone = $1 or p.email = lower($1)) as known
        where runs or centers <> '{}'`,
      [parseMobile(identifier) ?? identifier.trim()],
    );
    const person = rows[0];
    if (person === undefined) return null;
    await client.query('update credentials set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where person_id = $1', [person.id]);
    await client.query('delete from recovery_codes where person_id = $1', [person.id]);
    await client.query(`update sessions set ended_at = $2, ended_by = 'reset' where person_id = $1 and ended_at is null`, [person.id, now]);
    await client.query(
      `insert into one_time_links (id, token_hash, purpose, person_id, expires_at, created_at) values ($1, $2, 'reset_password', $3, $4, $5)`,
      [id, hashToken(tokenOf('link', id)), person.id, later(now, { hours: LINK_HOURS }), now],
    );
    // The owner's connection is node-postgres like any other; entries are written by the one function that writes them.
    const db = drizzle(client as pg.PoolClient);
    const actor = (centerId: string | null) => ({ kind: 'person' as const, personId: person.id, centerId, name: person.name, sessionId: null });
    const asking = { db, now, requestId: id };
    if (person.runs) await recordOperator({ ...asking, actor: actor(null) }, letBackInAtMachine, {});
    for (const center of person.centers) await record({ ...asking, actor: actor(center) }, letBackInAtMachine, { subject: { type: 'person', id: person.id }, data: {} });
    return person.name;
  });
  await closeOwner();
  if (name === null) {
    say('unknown', { identifier });
    return 1;
  }
  say('done', { name, hours: LINK_HOURS, link: linkUrl('link', id) });
  return 0;
}
