import { and, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import { entries } from '@/db/schema/audit';
import { emails, notifications } from '@/db/schema/notifications';
import { memberships, persons } from '@/db/schema/people';
import { type EntryKind, entryKind, type Recipient } from '@/lib/audit/entries';
import { enqueue } from '@/lib/jobs/commands';
import { type Actor, homeOf, type JobActor, type MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { env } from '@/lib/kernel/env';
import { isLocale, sentence, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';

type Portal = 'desk' | 'my' | 'mentor';

function portalOf(role: MemberRole): Portal {
  switch (homeOf(role)) {
    case '/my':
      return 'my';
    case '/mentor':
      return 'mentor';
    default:
      return 'desk';
  }
}

/** Tells everybody an entry concerns, once each however often this runs, and never the person who did it. */
export async function tellOf(ctx: Ctx<JobActor>, entryId: string): Promise<void> {
  const { centerId } = ctx.actor;
  const [entry] = await ctx.db.select().from(entries).where(and(eq(entries.centerId, centerId), eq(entries.id, entryId)));
  if (entry === undefined) return;
  const kind = entryKind(entry.name);
  const people = await concerned(ctx, kind.tell?.(entry.data) ?? [], entry.personId);
  if (people.length === 0) return;

  const data = { ...entry.data, actor: entry.actorName };
  await ctx.db
    .insert(notifications)
    .values(
      people.map((person) => ({
        centerId,
        id: newId(),
        membershipId: person.membershipId,
        entryId,
        name: entry.name,
        data,
        path: pathFor(kind, entry.data, portalOf(person.role)),
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing({ target: [notifications.centerId, notifications.membershipId, notifications.entryId] });

  await writeTo(
    ctx,
    people.flatMap((person) => {
      if (person.email === null) return [];
      const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
      const t = translator(locale, 'notifications');
      const text = sentence(locale, { name: entry.name, actorName: entry.actorName, data: entry.data });
      const link = new URL(pathFor(kind, entry.data, portalOf(person.role)), env().APP_URL).href;
      return [
        {
          id: newId(),
          recipient: person.email,
          personId: person.personId,
          entryId,
          subject: t('mail.subject', { text: text.slice(0, 120) }),
          body: t('mail.body', { name: person.name, text, link }),
        },
      ];
    }),
  );
}

function pathFor(kind: EntryKind, data: Record<string, unknown>, portal: Portal): string {
  return kind.path?.(data, portal) ?? `/${portal}`;
}

interface Concerned {
  membershipId: string;
  personId: string;
  role: MemberRole;
  name: string;
  email: string | null;
  locale: string;
}

async function concerned(ctx: Ctx<Actor>, recipients: readonly Recipient[], exceptPerson: string | null): Promise<Concerned[]> {
  const anyOf = recipients.map((recipient): SQL | undefined => {
    if ('membership' in recipient) return eq(memberships.id, recipient.membership);
    if ('company' in recipient) return eq(memberships.companyId, recipient.company);
    const department = recipient.department === undefined ? undefined : eq(memberships.departmentId, recipient.department);
    return and(eq(memberships.role, recipient.role), department);
  });
  if (anyOf.length === 0) return [];
  return ctx.db
    .select({
      membershipId: memberships.id,
      personId: memberships.personId,
      role: memberships.role,
      name: memberships.name,
      email: persons.email,
      locale: persons.locale,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        isNull(memberships.endedAt),
        exceptPerson === null ? undefined : ne(memberships.personId, exceptPerson),
        or(...anyOf),
      ),
    );
}

type Letter = Omit<typeof emails.$inferInsert, 'centerId' | 'createdAt'>;

/** Puts letters down, once per entry and address, and asks for each to be sent. */
export async function writeTo(ctx: Ctx<JobActor>, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const { centerId } = ctx.actor;
  const written = await ctx.db
    .insert(emails)
    .values(letters.map((letter) => ({ ...letter, centerId, createdAt: ctx.now })))
    .onConflictDoNothing()
    .returning({ id: emails.id });
  for (const { id } of written) await enqueue(ctx, 'email.send', { emailId: id });
}

/** For a letter's send: locked, so that two runs don't send it twice. Null when it is gone or was sent. */
export async function letterToSend(ctx: Ctx<JobActor>, emailId: string) {
  const [letter] = await ctx.db
    .select({ id: emails.id, recipient: emails.recipient, subject: emails.subject, body: emails.body, attempts: emails.attempts })
    .from(emails)
    .where(and(eq(emails.centerId, ctx.actor.centerId), eq(emails.id, emailId), isNull(emails.sentAt)))
    .for('update');
  return letter ?? null;
}
