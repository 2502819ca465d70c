import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { entries } from '@/db/schema/audit';
import { centers } from '@/db/schema/centers';
import { channelMessages, channels, digestItems, emails, notificationSettings, notifications } from '@/db/schema/notifications';
import { memberships, persons } from '@/db/schema/people';
import { entryKind, type Recipient } from '@/lib/audit/entries';
import { enqueueAll } from '@/lib/jobs/commands';
import { type Actor, homeOf, type JobActor, type MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { env } from '@/lib/kernel/env';
import { defaultLocale, isLocale, sentence, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { fillTemplate, kindOf, quietUntil, type Settings, usual, type Way, wayOf } from './rules';

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
  const told = await withWays(ctx, await concerned(ctx, found));
  const row = ({ entry, person }: Meant) => ({
    centerId,
    membershipId: person.membershipId,
    entryId: entry.id,
    name: entry.name,
    data: { ...entry.data, actor: entry.actorName },
    path: pathFor(entry, person),
    createdAt: ctx.now,
  });
  for (const part of parts(told.filter(({ way }) => way.app))) {
    await ctx.db
      .insert(notifications)
      .values(part.map((one) => ({ ...row(one), id: newId() })))
      .onConflictDoNothing({ target: [notifications.centerId, notifications.membershipId, notifications.entryId] });
  }
  for (const part of parts(told.filter(({ way, person }) => way.mail === 'digest' && person.email !== null))) {
    await ctx.db.insert(digestItems).values(part.map(row)).onConflictDoNothing();
  }
  await writeTo(
    ctx,
    told.flatMap(({ entry, person, way, holdUntil }) =>
      way.mail === 'now' && person.email !== null ? [{ ...letterOf(entry, { ...person, email: person.email }), holdUntil }] : [],
    ),
  );
  await messageTo(ctx, told);
}

/** Puts down what goes through channels: to the desk's group once per entry that the desk is told, to a person's phone as they chose. */
async function messageTo(ctx: Ctx<JobActor>, told: readonly Meant[]): Promise<void> {
  const { centerId } = ctx.actor;
  const open = await ctx.db.select().from(channels).where(and(eq(channels.centerId, centerId), eq(channels.enabled, true)));
  if (open.length === 0 || told.length === 0) return;
  const [center] = await ctx.db.select({ name: centers.name }).from(centers).where(eq(centers.id, centerId));
  const rows = open.flatMap((channel) => {
    const about = told.filter(({ entry }) => channel.kinds.includes(kindOf(entry.name)));
    const meant = channel.reach === 'person' ? about.filter(({ person, way }) => person.phone !== null && way.mail !== 'off') : about.filter(({ person }) => portalOf(person.role) === 'desk');
    return meant.map(({ entry, person, holdUntil }) => ({
      centerId,
      id: newId(),
      channelId: channel.id,
      entryId: entry.id,
      target: channel.reach === 'person' ? (person.phone ?? '') : '',
      body: fillTemplate(channel.template, {
        text: sentence(channel.reach === 'person' && isLocale(person.locale) ? person.locale : defaultLocale, entry),
        link: new URL(pathFor(entry, person), env().APP_URL).href,
        name: channel.reach === 'person' ? person.name : '',
        phone: channel.reach === 'person' ? (person.phone ?? '') : '',
        center: center?.name ?? '',
      }),
      holdUntil: channel.reach === 'person' ? holdUntil : null,
      createdAt: ctx.now,
    }));
  });
  for (const part of parts(rows)) {
    const written = await ctx.db.insert(channelMessages).values(part).onConflictDoNothing().returning({ id: channelMessages.id, holdUntil: channelMessages.holdUntil });
    const ready = written.filter((message) => message.holdUntil === null);
    await enqueueAll(ctx, ready.map(({ id }) => ({ centerId, topic: 'channel.send', payload: { messageId: id } })));
  }
}

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / PART) }, (_, n) => rows.slice(n * PART, (n + 1) * PART));
}

interface Meant {
  entry: Entry;
  person: Concerned;
  way: Way;
  /** In the reader's quiet hours: when they end. */
  holdUntil: Date | null;
}

/** What everybody has chosen about being told. */
async function withWays(ctx: Ctx<JobActor>, meant: readonly { entry: Entry; person: Concerned }[]): Promise<Meant[]> {
  const chosen = await settingsOf(ctx, [...new Set(meant.map(({ person }) => person.membershipId))]);
  return meant.map(({ entry, person }) => {
    const settings = chosen.get(person.membershipId) ?? usual;
    const always = entryKind(entry.name).always === true;
    return { entry, person, way: wayOf(settings, { name: entry.name, always }), holdUntil: always ? null : quietUntil(settings, ctx.now) };
  });
}

/** Of these members, by membership; who has chosen nothing isn't in it. */
async function settingsOf(ctx: Ctx<JobActor>, members: readonly string[]): Promise<Map<string, Settings>> {
  if (members.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(notificationSettings)
    .where(and(eq(notificationSettings.centerId, ctx.actor.centerId), sql`${notificationSettings.membershipId} = any(${sql.param([...members])}::uuid[])`));
  return new Map(rows.map((row) => [row.membershipId, row]));
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
  phone: string | null;
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
      phone: persons.phone,
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

/** Puts letters down, once per entry and address, and asks for each to be sent that needn't wait. */
export async function writeTo(ctx: Ctx<JobActor>, letters: readonly Letter[]): Promise<void> {
  const { centerId } = ctx.actor;
  for (const part of parts(letters)) {
    const written = await ctx.db
      .insert(emails)
      .values(part.map((letter) => ({ ...letter, centerId, createdAt: ctx.now })))
      .onConflictDoNothing()
      .returning({ id: emails.id, holdUntil: emails.holdUntil });
    const ready = written.filter((letter) => letter.holdUntil === null);
    await enqueueAll(ctx, ready.map(({ id }) => ({ centerId, topic: 'email.send', payload: { emailId: id } })));
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
