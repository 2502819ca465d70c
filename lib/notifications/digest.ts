import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { digestItems, notificationSettings } from '@/db/schema/notifications';
import { memberships, persons } from '@/db/schema/people';
import type { JobActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { env } from '@/lib/kernel/env';
import { isLocale, sentence, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { isDigestDue, quietUntil } from './rules';
import { writeTo } from './tell';

/** Lines of one letter; what is more stands in the portal. */
const MOST_LINES = 100;

type Item = typeof digestItems.$inferSelect;

/**
 * Writes the digest of everybody whose hour has come: one letter with what has gathered since the last one, none when
 * nothing has. Letter and marks are one transaction, so that a second run finds nothing left.
 */
export async function writeDigests(ctx: Ctx<JobActor>): Promise<number> {
  const { centerId } = ctx.actor;
  const settings = await ctx.db.select().from(notificationSettings).where(eq(notificationSettings.centerId, centerId)).for('update');
  const due = settings.filter((one) => isDigestDue(one, ctx.now)).map((one) => one.membershipId);
  if (due.length === 0) return 0;
  await ctx.db
    .update(notificationSettings)
    .set({ digestedOn: dayOf(ctx.now) })
    .where(and(eq(notificationSettings.centerId, centerId), inArray(notificationSettings.membershipId, due)));
  const waiting = and(eq(digestItems.centerId, centerId), isNull(digestItems.digestedAt), sql`${digestItems.membershipId} = any(${sql.param(due)}::uuid[])`);
  const items = await ctx.db.select().from(digestItems).where(waiting).orderBy(asc(digestItems.createdAt), asc(digestItems.entryId));
  if (items.length === 0) return 0;
  await ctx.db.update(digestItems).set({ digestedAt: ctx.now }).where(waiting);

  const readers = await ctx.db
    .select({ membershipId: memberships.id, personId: memberships.personId, name: memberships.name, email: persons.email, locale: persons.locale })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.centerId, centerId), isNull(memberships.endedAt), inArray(memberships.id, due)));
  const letters = readers.flatMap((reader) => {
    const own = items.filter((item) => item.membershipId === reader.membershipId);
    const chosen = settings.find((one) => one.membershipId === reader.membershipId);
    // The digest's hour may lie in one's quiet ones: then it waits for their end like any letter.
    const holdUntil = chosen === undefined ? null : quietUntil(chosen, ctx.now);
    return reader.email === null || own.length === 0 ? [] : [{ ...letterOf({ ...reader, email: reader.email }, own), holdUntil }];
  });
  await writeTo(ctx, letters);
  return letters.length;
}

function letterOf(reader: { personId: string; name: string; email: string; locale: string }, items: readonly Item[]) {
  const locale = isLocale(reader.locale) ? reader.locale : 'zh-CN';
  const t = translator(locale, 'notifications');
  const lines = items.slice(0, MOST_LINES).map((item) => {
    const actorName = typeof item.data.actor === 'string' ? item.data.actor : '';
    return `· ${formatMoment(item.createdAt, locale)}  ${sentence(locale, { name: item.name, actorName, data: item.data })}\n  ${new URL(item.path, env().APP_URL).href}`;
  });
  const rest = items.length - lines.length;
  return {
    id: newId(),
    recipient: reader.email,
    personId: reader.personId,
    entryId: null,
    subject: t('digest.subject', { count: items.length }),
    body: t('digest.body', { name: reader.name, lines: lines.join('\n\n'), more: rest > 0 ? t('digest.more', { count: rest }) : '' }),
  };
}
