import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { entries } from '@/db/schema/audit';
import { emails, notifications } from '@/db/schema/notifications';
import { memberships, persons } from '@/db/schema/people';
import { entryKind, type Recipient } from '@/lib/audit/entries';
import { enqueueAll } from '@/lib/jobs/commands';
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

/** So many rows a statement: their values stay far below the most parameters PostgreSQL takes. */
const PART = 2_000;

/** Tells everybody that entries concern, once each however often this runs, and never the person who did it. */
export async function tellOf(ctx: Ctx<JobActor>, entryIds: readonly string[]): Promise<void> {
  const { centerId } = ctx.actor;
  const found = await ctx.db
    .select({ id: entries.id, name: entries.name, data: entries.data, actorName: entries.actorName, personId: entries.personId })
    .from(entries)
    .where(and(eq(entries.centerId, centerId), inArray(entries.id, [...entryIds])));
  const told = await concerned(ctx, found);
  for (let start = 0; start < told.length; start += PART) {
    await ctx.db
      .insert(notifications)
      .values(
        told.slice(start, start + PART).map(({ entry, person }) => ({
          centerId,
          id: newId(),
          membershipId: person.membershipId,
          entryId: entry.id,
          name: entry.name,
          data: { ...entry.data, actor: entry.actorName },
          path: pathFor(entry, person),
          createdAt: ctx.now,
        })),
      )
      .onConflictDoNothing({ target: [notifications.centerId, notifications.membershipId, notifications.entryId] });
  }
  await writeTo(
    ctx,
    told.flatMap(({ entry, person }) => (person.email === null ? [] : [letterOf(entry, { ...person, email: person.email })])),
  );
}

function letterOf(entry: Entry, person: Concerned & { email: string }): Letter {
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = translator(locale, 'notifications');
  const text = sentence(locale, entry);
  const link = new URL(pathFor(entry, person), env().APP_URL).href;
  return {
    id: newId(),
    recipient: person.email,
    personId: person.personId,
    entryId: entry.id,
    subject: t('mail.subject', { text: text.slice(0, 120) }),
    body: t('mail.body', { name: person.name, text, link }),
  };
}

function pathFor(entry: Entry, person: Concerned): string {
  const portal = portalOf(person.role);
  return entryKind(entry.name).path?.(entry.data, portal) ?? `/${portal}`;
}

interface Entry {
  id: string;
  name: string;
  data: Record<string, unknown>;
  actorName: string;
  personId: string | null;
}

interface Concerned {
  membershipId: string;
  personId: string;
  role: MemberRole;
  departmentId: string | null;
  companyId: string | null;
  name: string;
  email: string | null;
  locale: string;
}

function isMeant(person: Concerned, recipient: Recipient): boolean {
  if ('membership' in recipient) return person.membershipId === recipient.membership;
  if ('company' in recipient) return person.companyId === recipient.company;
  return person.role === recipient.role && (recipient.department === undefined || person.departmentId === recipient.department);
}

/** Who is concerned by which of these entries: the people are looked up once, for all of them together. */
async function concerned(ctx: Ctx<Actor>, found: readonly Entry[]): Promise<{ entry: Entry; person: Concerned }[]> {
  const meant = found.map((entry) => ({ entry, recipients: entryKind(entry.name).tell?.(entry.data) ?? [] }));
  const all = meant.flatMap((one) => one.recipients);
  const named = [...new Set(all.flatMap((one) => ('membership' in one ? [one.membership] : [])))];
  const ofCompanies = [...new Set(all.flatMap((one) => ('company' in one ? [one.company] : [])))];
  const inRoles = [...new Set(all.flatMap((one) => ('role' in one ? [one.role] : [])))];
  if (all.length === 0) return [];
  const people = await ctx.db
    .select({
      membershipId: memberships.id,
      personId: memberships.personId,
      role: memberships.role,
      departmentId: memberships.departmentId,
      companyId: memberships.companyId,
      name: memberships.name,
      email: persons.email,
      locale: persons.locale,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        isNull(memberships.endedAt),
        or(
          named.length === 0 ? undefined : inArray(memberships.id, named),
          ofCompanies.length === 0 ? undefined : inArray(memberships.companyId, ofCompanies),
          inRoles.length === 0 ? undefined : inArray(memberships.role, inRoles),
        ),
      ),
    );
  const byCompany = new Map<string, Concerned[]>();
  for (const person of people) {
    if (person.companyId === null) continue;
    const colleagues = byCompany.get(person.companyId);
    if (colleagues === undefined) byCompany.set(person.companyId, [person]);
    else colleagues.push(person);
  }
  return meant.flatMap(({ entry, recipients }) => {
    // A company's own people are found by their company: of thousands of companies nobody is compared with all people.
    const near = recipients.flatMap((one) => ('company' in one ? (byCompany.get(one.company) ?? []) : people.filter((person) => isMeant(person, one))));
    return [...new Set(near)].filter((person) => person.personId !== entry.personId).map((person) => ({ entry, person }));
  });
}

type Letter = Omit<typeof emails.$inferInsert, 'centerId' | 'createdAt'>;

/** Puts letters down, once per entry and address, and asks for each to be sent. */
export async function writeTo(ctx: Ctx<JobActor>, letters: readonly Letter[]): Promise<void> {
  const { centerId } = ctx.actor;
  for (let start = 0; start < letters.length; start += PART) {
    const written = await ctx.db
      .insert(emails)
      .values(letters.slice(start, start + PART).map((letter) => ({ ...letter, centerId, createdAt: ctx.now })))
      .onConflictDoNothing()
      .returning({ id: emails.id });
    await enqueueAll(ctx, written.map(({ id }) => ({ centerId, topic: 'email.send', payload: { emailId: id } })));
  }
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
