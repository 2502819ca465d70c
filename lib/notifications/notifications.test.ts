import { and, eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ownerTransaction } from '@/db/owner';
import { entries } from '@/db/schema/audit';
import { outbox } from '@/db/schema/jobs';
import { emails, notifications } from '@/db/schema/notifications';
import { memberships, persons } from '@/db/schema/people';
import { as, makeCenter, makeCompany, makeDepartment, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { record } from '@/lib/audit/commands';
import { defineEntry, type Recipient } from '@/lib/audit/entries';
import { runTicket } from '@/lib/jobs/run';
import { allSchedules } from '@/lib/jobs/registry';
import type { JobActor, MemberActor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { chooseWays, openNotification, queueEmail, readAllNotifications, sendEmailAgain } from './commands';
import { writeDigests } from './digest';
import { emailList, notificationList } from './inputs';
import './jobs';
import { countUnread, getSettings, listEmails, listNotifications } from './queries';

const mail = vi.hoisted((): { url: string | undefined } => ({ url: undefined }));

vi.mock('@/lib/kernel/env', async (real) => {
  const module = await real<typeof import('@/lib/kernel/env')>();
  return { ...module, env: () => ({ ...module.env(), ...(mail.url === undefined ? {} : { SMTP_URL: mail.url }) }) };
});

const received: { to: string; text: string }[] = [];
let refusing = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    stream.on('end', () => {
      if (refusing) return done(new Error('mailbox unavailable'));
      received.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
      done();
    });
  },
});

// 'department.created' is a sentence the product has; what is told here is decided by this file.
const told = defineEntry({
  name: 'department.created',
  data: z.object({ name: z.string(), to: z.array(z.any()).default([]) }),
  audience: ['center'],
  tell: (data) => data.to as Recipient[],
  path: (data, portal) => `/${portal}/departments/${data.name}`,
});

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));
beforeEach(() => {
  mail.url = undefined;
  refusing = false;
  received.length = 0;
});

const clock = () => testNow;

async function tell(actor: MemberActor, to: Recipient[]) {
  const entryId = await as(actor, (ctx) => record(ctx, told, { subject: { type: 'department', id: null }, data: { name: '甲', to } }));
  await run(actor.centerId, 'entry.told');
  return entryId;
}

/** Runs everything the center's outbox asks for on a topic; letters are left to be run twice by hand. */
async function run(centerId: string, topic: string, isLastTry = false) {
  const rows = await owner().select().from(outbox).where(and(eq(outbox.centerId, centerId), eq(outbox.topic, topic)));
  for (const row of rows) await runTicket({ centerId, id: row.id, topic }, clock, isLastTry);
}

const inboxOf = (actor: MemberActor) => reading(actor, (ctx) => listNotifications(ctx, notificationList.parse({})));

test('everybody concerned is told once, in the portal they use, and never the one who did it', async () => {
  const center = await makeCenter();
  const department = await makeDepartment(center);
  const company = await makeCompany(center);
  const liaison = await makeMember(center, 'liaison');
  const [boss, elsewhere] = [await makeMember(center, 'manager', { departmentId: department }), await makeMember(center, 'manager')];
  const [founder, clerk] = [await makeMember(center, 'company_owner', { companyId: company }), await makeMember(center, 'company_member', { companyId: company })];
  const mentor = await makeMember(center, 'mentor');

  await tell(liaison, [{ company }, { role: 'manager', department }, { membership: mentor.membershipId }, { membership: liaison.membershipId }]);
  await run(center, 'entry.told');

  const rows = await owner().select().from(notifications).where(eq(notifications.centerId, center));
  const paths = Object.fromEntries(rows.map((row) => [row.membershipId, row.path]));
  expect(rows).toHaveLength(4);
  expect(paths).toEqual({
    [boss.membershipId]: '/desk/departments/甲',
    [founder.membershipId]: '/my/departments/甲',
    [clerk.membershipId]: '/my/departments/甲',
    [mentor.membershipId]: '/mentor/departments/甲',
  });
  expect((await inboxOf(boss)).rows[0]).toMatchObject({ name: 'department.created', data: { name: '甲', actor: liaison.name } });
  expect((await inboxOf(elsewhere)).total).toBe(0);
});

test('who has left is not told', async () => {
  const center = await makeCenter();
  const [director, gone] = [await makeMember(center, 'director'), await makeMember(center, 'finance')];
  await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, gone.membershipId));
  await tell(director, [{ role: 'finance' }]);
  expect(await owner().select().from(notifications).where(eq(notifications.centerId, center))).toEqual([]);
});

test('unread ones are counted, opened one by one or read all at once, and are nobody else’s', async () => {
  const center = await makeCenter();
  const [director, finance, other] = [await makeMember(center, 'director'), await makeMember(center, 'finance'), await makeMember(center, 'manager')];
  for (let n = 0; n < 3; n += 1) await tell(director, [{ role: 'finance' }]);
  expect(await reading(finance, countUnread)).toBe(3);
  const [first] = (await inboxOf(finance)).rows;
  const id = first?.id ?? '';
  await expect(as(other, (ctx) => openNotification(ctx, { id }))).rejects.toThrow(NotFoundError);
  expect(await as(finance, (ctx) => openNotification(ctx, { id }))).toEqual({ path: '/desk/departments/甲' });
  expect(await reading(finance, countUnread)).toBe(2);
  expect(await as(finance, readAllNotifications)).toEqual({ count: 2 });
  expect(await reading(finance, countUnread)).toBe(0);
});

test('people with an address get one letter in their language; without SMTP it waits on the outbox page', async () => {
  const center = await makeCenter();
  const [director, administrator] = [await makeMember(center, 'director'), await makeMember(center, 'administrator')];
  const finance = await makeMember(center, 'finance');
  const email = `${finance.membershipId}@example.com`;
  await owner().update(persons).set({ email, locale: 'en' }).where(eq(persons.id, finance.personId));
  await tell(director, [{ role: 'finance' }]);
  await run(center, 'entry.told');
  await run(center, 'email.send');

  const waiting = await reading(administrator, (ctx) => listEmails(ctx, emailList.parse({})));
  expect(waiting.total).toBe(1);
  expect(waiting.rows[0]).toMatchObject({ recipient: email, state: 'waiting', attempts: 0 });
  expect(waiting.rows[0]?.body).toContain(`Hello ${finance.name}`);
  expect(waiting.rows[0]?.body).toContain('/desk/departments/');
  // Letters are the administrator's; other staff see none.
  expect((await reading(director, (ctx) => listEmails(ctx, emailList.parse({})))).total).toBe(0);

  mail.url = `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}`;
  await as(administrator, (ctx) => sendEmailAgain(ctx, { id: waiting.rows[0]?.id ?? '' }));
  await run(center, 'email.send');
  await run(center, 'email.send');
  expect(received.map((letter) => letter.to)).toEqual([email]);
  expect((await reading(administrator, (ctx) => listEmails(ctx, emailList.parse({})))).rows[0]).toMatchObject({ state: 'sent', attempts: 1 });
  const [again] = await owner().select().from(entries).where(and(eq(entries.centerId, center), eq(entries.name, 'email.sentAgain')));
  expect(again?.membershipId).toBe(administrator.membershipId);
  await expect(as(administrator, (ctx) => sendEmailAgain(ctx, { id: waiting.rows[0]?.id ?? '' }))).rejects.toThrow('email.alreadySent');
});

test('a letter the server refuses is counted and tried again, and in the end stands as failed', async () => {
  const center = await makeCenter();
  const administrator = await makeMember(center, 'administrator');
  await as(administrator, (ctx) => queueEmail(ctx, { recipient: 'a@example.com', subject: '重置', body: 'https://…/secret', confidential: true }));
  await run(center, 'email.queued');
  await run(center, 'email.queued');
  mail.url = `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}`;
  refusing = true;
  await expect(run(center, 'email.send')).rejects.toThrow('was not sent');
  const list = () => reading(administrator, (ctx) => listEmails(ctx, emailList.parse({})));
  expect((await list()).rows[0]).toMatchObject({ state: 'waiting', attempts: 1, body: null });
  await expect(run(center, 'email.send', true)).rejects.toThrow('was not sent');
  expect((await list()).rows[0]).toMatchObject({ state: 'failed', attempts: 2 });
  refusing = false;
  await run(center, 'email.send');
  expect((await list()).total).toBe(1);
  expect(received).toHaveLength(1);
  expect(await owner().select().from(emails).where(eq(emails.centerId, center))).toHaveLength(1);
});

// ── What people chose ────────────────────────────────────────────────────────────────────────────────────────

const quiet = { quietFrom: null, quietUntil: null, digestHour: 8 };

async function reader(center: string, role: 'finance' | 'liaison' = 'finance') {
  const member = await makeMember(center, role);
  const email = `${member.membershipId}@example.com`;
  await owner().update(persons).set({ email }).where(eq(persons.id, member.personId));
  return { member, email };
}

const lettersTo = (email: string) => owner().select().from(emails).where(eq(emails.recipient, email));

test('a kind switched off in the system and by letter reaches nobody; what must be told does', async () => {
  const center = await makeCenter();
  const [director, { member, email }] = [await makeMember(center, 'director'), await reader(center)];
  await as(member, (ctx) => chooseWays(ctx, { ...quiet, ways: { department: { app: false, mail: 'off' } } }));
  await tell(director, [{ role: 'finance' }]);
  expect((await inboxOf(member)).total).toBe(0);
  expect(await lettersTo(email)).toEqual([]);
  defineEntry({ ...told, always: true });
  await tell(director, [{ role: 'finance' }]);
  defineEntry(told);
  expect((await inboxOf(member)).total).toBeGreaterThan(0);
  expect((await lettersTo(email)).length).toBeGreaterThan(0);
  expect(await reading(director, getSettings)).toMatchObject({ ways: {} });
});

test('letters written in quiet hours wait for their end', async () => {
  const center = await makeCenter();
  const [director, { member, email }] = [await makeMember(center, 'director'), await reader(center)];
  // 10:00 in Shanghai on the tests' day.
  await as(member, (ctx) => chooseWays(ctx, { ...quiet, quietFrom: 9 * 60, quietUntil: 11 * 60, ways: {} }));
  await tell(director, [{ role: 'finance' }]);
  const [letter] = await lettersTo(email);
  expect(letter?.holdUntil).toEqual(new Date(testNow.getTime() + 3_600_000));
  const asked = () => owner().$count(outbox, and(eq(outbox.centerId, center), eq(outbox.topic, 'email.send')));
  expect(await asked()).toBe(0);
  await release(new Date(testNow.getTime() + 3_599_000));
  expect(await asked()).toBe(0);
  await release(new Date(testNow.getTime() + 3_600_000));
  await release(new Date(testNow.getTime() + 3_700_000));
  expect(await asked()).toBe(1);
});

test('the digest is one letter a day with everything since the last, and none on a day without news', async () => {
  const center = await makeCenter();
  const [director, { member, email }] = [await makeMember(center, 'director'), await reader(center)];
  await as(member, (ctx) => chooseWays(ctx, { ...quiet, ways: { department: { app: true, mail: 'digest' } } }));
  await tell(director, [{ role: 'finance' }]);
  await tell(director, [{ role: 'finance' }]);
  expect(await lettersTo(email)).toEqual([]);
  const job: JobActor = { kind: 'job', centerId: center };
  const at = (days: number, hours = 0) => new Date(testNow.getTime() + (days * 24 + hours) * 3_600_000);
  expect(await as(job, writeDigests, at(1, -3))).toBe(0);
  expect(await Promise.all([as(job, writeDigests, at(1)), as(job, writeDigests, at(1))])).toContain(1);
  expect(await lettersTo(email)).toHaveLength(1);
  expect(await as(job, writeDigests, at(2))).toBe(0);
  const [letter] = await lettersTo(email);
  expect(letter?.subject).toContain('2');
  expect(letter?.body).toContain('/desk/departments/');
});

test('a digest whose hour lies in quiet hours waits for their end, as a letter does', async () => {
  const center = await makeCenter();
  const [director, { member, email }] = [await makeMember(center, 'director'), await reader(center)];
  await as(member, (ctx) => chooseWays(ctx, { ...quiet, quietFrom: 22 * 60, quietUntil: 11 * 60, ways: { department: { app: true, mail: 'digest' } } }));
  await tell(director, [{ role: 'finance' }]);
  // 10:00 in Shanghai: past the digest's hour, before the quiet ones end.
  expect(await as({ kind: 'job', centerId: center }, writeDigests)).toBe(1);
  const [letter, ...more] = await lettersTo(email);
  expect([letter?.holdUntil, more]).toEqual([new Date(testNow.getTime() + 3_600_000), []]);
  const asked = () => owner().$count(outbox, and(eq(outbox.centerId, center), eq(outbox.topic, 'email.send')));
  expect(await asked()).toBe(0);
  await release(new Date(testNow.getTime() + 3_600_000));
  expect(await asked()).toBe(1);
});

async function release(now: Date): Promise<void> {
  const schedule = allSchedules().find((one) => one.name === 'emails.release');
  if (schedule === undefined || !('run' in schedule)) throw new Error('nobody releases letters');
  await ownerTransaction((client) => schedule.run({ client, now }));
}
