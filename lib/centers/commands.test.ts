import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { seedCalendars } from '@/db/seed/calendars';
import { entries } from '@/db/schema/audit';
import { calendarDays, calendarYears } from '@/db/schema/centers';
import { outbox } from '@/db/schema/jobs';
import { notifications } from '@/db/schema/notifications';
import { as, makeCenter, makeDepartment, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { runTicket } from '@/lib/jobs/run';
import { ForbiddenError, NotFoundError, RuleError, StaleError } from '@/lib/kernel/errors';
import { addWorkingDays } from '@/lib/kernel/working-days';
import { enterYear } from './commands/calendar';
import { closeCenter, createCenter, nameCenter } from './commands/center';
import { closeDepartment, createDepartment, moveDepartment, renameDepartment } from './commands/departments';
import { getCalendar, getCalendarYear, getCenter, listDepartments, missingYearWarning } from './queries';
import { newId } from '@/lib/kernel/ids';
import '@/lib/notifications/jobs';

const names = { name: '新中心', nameEn: 'New center', shortName: '新', address: '', phone: '' };

describe('departments', () => {
  it('are created, moved, renamed and closed, each leaving an entry', async () => {
    const center = await makeCenter();
    const admin = await makeMember(center, 'administrator');
    const first = await as(admin, (ctx) => createDepartment(ctx, { name: '企业服务部', nameEn: '' }));
    const second = await as(admin, (ctx) => createDepartment(ctx, { name: '资产部', nameEn: '' }));
    await as(admin, (ctx) => moveDepartment(ctx, { id: second.id, direction: 'up' }));
    await as(admin, (ctx) => renameDepartment(ctx, { id: first.id, name: '服务部', nameEn: 'Service', version: 1 }));
    await as(admin, (ctx) => closeDepartment(ctx, { id: first.id }));
    const list = await reading(admin, listDepartments);
    expect(list.map((row) => [row.name, row.closedAt !== null])).toEqual([['资产部', false], ['服务部', true]]);
    const left = await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center)).orderBy(entries.id);
    expect(left.map((row) => row.name)).toEqual(['department.created', 'department.created', 'department.moved', 'department.renamed', 'department.closed']);
  });

  it('tell the second of two editors who was first', async () => {
    const center = await makeCenter();
    const [a, b] = [await makeMember(center, 'administrator', { name: '周海涛' }), await makeMember(center, 'director')];
    const { id } = await as(a, (ctx) => createDepartment(ctx, { name: '财务部', nameEn: '' }));
    await as(a, (ctx) => renameDepartment(ctx, { id, name: '计财部', nameEn: '', version: 1 }));
    const second = as(b, (ctx) => renameDepartment(ctx, { id, name: '财务处', nameEn: '', version: 1 }));
    await expect(second).rejects.toThrow(StaleError);
    await expect(second).rejects.toMatchObject({ options: { params: { who: '周海涛' } } });
  });

  it('refuse a name twice, a closing with people inside, and anybody without the right', async () => {
    const center = await makeCenter();
    const admin = await makeMember(center, 'administrator');
    const liaison = await makeMember(center, 'liaison');
    const id = await makeDepartment(center, '孵化部');
    await makeMember(center, 'liaison', { departmentId: id });
    await expect(as(admin, (ctx) => createDepartment(ctx, { name: '孵化部', nameEn: '' }))).rejects.toMatchObject({ code: 'alreadyExists' });
    await expect(as(admin, (ctx) => closeDepartment(ctx, { id }))).rejects.toMatchObject({ code: 'department.inUse' });
    await expect(as(liaison, (ctx) => createDepartment(ctx, { name: '新部', nameEn: '' }))).rejects.toThrow(ForbiddenError);
  });

  it('of another center are not found', async () => {
    const admin = await makeMember(await makeCenter(), 'administrator');
    const foreign = await makeDepartment(await makeCenter());
    await expect(as(admin, (ctx) => closeDepartment(ctx, { id: foreign }))).rejects.toThrow(NotFoundError);
  });
});

const operator = { kind: 'operator' as const, personId: newId(), name: '平台值班', sessionId: null };

describe('a center', () => {
  it('is opened and closed by the operator, who sees one center at a time', async () => {
    const slug = `n${newId().slice(-8)}`;
    const { id } = await as(operator, (ctx) => createCenter(ctx, { ...names, slug }));
    await expect(as(operator, (ctx) => createCenter(ctx, { ...names, slug }))).rejects.toMatchObject({ code: 'center.slugTaken' });
    await expect(as(operator, (ctx) => closeCenter(ctx, { id, name: '别的' }))).rejects.toMatchObject({ code: 'center.nameDiffers' });
    await as(operator, (ctx) => closeCenter(ctx, { id, name: names.name }));
    expect((await reading(operator, (ctx) => getCenter(ctx, id)))?.closedAt).not.toBeNull();
  });

  it('is named by its administrator, and not by a liaison', async () => {
    const id = await makeCenter();
    const admin = await makeMember(id, 'administrator');
    const liaison = await makeMember(id, 'liaison');
    await as(admin, (ctx) => nameCenter(ctx, { ...names, phone: '0931 8500000', version: 1 }));
    expect(await reading(admin, (ctx) => getCenter(ctx, id))).toMatchObject({ name: '新中心', phone: '0931-8500000', address: null });
    await expect(as(liaison, (ctx) => nameCenter(ctx, { ...names, version: 2 }))).rejects.toThrow(ForbiddenError);
  });
});

describe('the calendar', () => {
  it('counts by what is seeded, and a year entered later counts at once', async () => {
    await owner().transaction((tx) => seedCalendars(tx as never));
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const before = await reading(manager, getCalendar);
    expect(addWorkingDays(before, '2026-12-31', 1)).toEqual({ kind: 'missing', year: 2027, earliest: '2027-01-02' });
    expect(await reading(manager, missingYearWarning)).toBe(2027);
    const typed = { year: 2027, document: '国办发明电〔2026〕1号', days: '2027-01-01~2027-01-03 放假 元旦', seen: '' };
    await as(manager, (ctx) => enterYear(ctx, typed));
    expect(addWorkingDays(await reading(manager, getCalendar), '2026-12-31', 1)).toEqual({ kind: 'day', day: '2027-01-04' });
    await expect(as(manager, (ctx) => enterYear(ctx, typed))).rejects.toMatchObject({ code: 'calendar.known' });
    const seen = (await reading(manager, (ctx) => getCalendarYear(ctx, 2027)))?.seen ?? '';
    const sheet = new File(['日期,安排,节日\r\n2027-01-01,放假,元旦\r\n'], '2027.csv');
    await as(manager, (ctx) => enterYear(ctx, { ...typed, seen, file: sheet }));
    expect(addWorkingDays(await reading(manager, getCalendar), '2027-01-01', 1)).toEqual({ kind: 'day', day: '2027-01-04' });
    await expect(as(manager, (ctx) => enterYear(ctx, { ...typed, seen }))).rejects.toThrow(RuleError);
    await expect(as(await makeMember(center, 'liaison'), (ctx) => enterYear(ctx, { ...typed, year: 2028 }))).rejects.toThrow(ForbiddenError);
  });

  it('is every center’s: one corrects the year it entered until it begins, none another’s, and the operator tells them all', async () => {
    const [one, two] = [await makeCenter(), await makeCenter()];
    const [ours, theirs] = [await makeMember(one, 'director'), await makeMember(two, 'director')];
    const typed = { year: 2029, document: '通知', days: '2029-01-01 放假 元旦', seen: '' };
    const seenBy = async (actor: typeof ours | typeof operator) => (await reading(actor, (ctx) => getCalendarYear(ctx, 2029)))?.seen ?? '';
    await as(ours, (ctx) => enterYear(ctx, typed));
    const again = { ...typed, days: '2029-01-01~2029-01-02 放假 元旦', seen: await seenBy(ours) };
    await expect(as(theirs, (ctx) => enterYear(ctx, again))).rejects.toMatchObject({ code: 'calendar.inForce' });
    await as(ours, (ctx) => enterYear(ctx, again));
    const begun = { ...typed, seen: await seenBy(ours) };
    await expect(as(ours, (ctx) => enterYear({ ...ctx, now: new Date('2028-12-31T16:00:00Z') }, begun))).rejects.toMatchObject({ code: 'calendar.inForce' });
    await as(operator, (ctx) => enterYear(ctx, begun));
    const left = await owner().select({ center: entries.centerId, actor: entries.actorKind }).from(entries).where(and(eq(entries.name, 'calendar.corrected'), inArray(entries.centerId, [one, two])));
    expect(left).toHaveLength(2);
    expect(left.every((row) => row.actor === 'operator')).toBe(true);
    const asked = await owner().select().from(outbox).where(and(eq(outbox.centerId, two), eq(outbox.topic, 'entry.told')));
    for (const { id } of asked) await runTicket({ centerId: two, id, topic: 'entry.told' }, () => testNow);
    expect(await owner().select({ to: notifications.membershipId, path: notifications.path }).from(notifications).where(eq(notifications.centerId, two)))
      .toEqual([{ to: theirs.membershipId, path: '/desk/settings/calendar/2029' }]);
    expect((await reading(theirs, (ctx) => getCalendarYear(ctx, 2029)))?.days).toHaveLength(1);
  });

  it('can’t be changed by another center below the rules either', async () => {
    const [one, two] = [await makeCenter(), await makeCenter()];
    const [ours, theirs] = [await makeMember(one, 'director'), await makeMember(two, 'director')];
    await as(ours, (ctx) => enterYear(ctx, { year: 2030, document: '通知', days: '2030-01-01 放假 元旦', seen: '' }));
    const touched = await as(theirs, async ({ db }) => [
      ...(await db.update(calendarYears).set({ document: '假' }).where(eq(calendarYears.year, 2030)).returning({ year: calendarYears.year })),
      ...(await db.delete(calendarDays).where(eq(calendarDays.year, 2030)).returning({ year: calendarDays.year })),
    ]);
    expect(touched).toEqual([]);
    await expect(as(theirs, ({ db }) => db.insert(calendarDays).values({ day: '2030-05-01', year: 2030, kind: 'off' }))).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(as(theirs, ({ db }) => db.insert(calendarYears).values({ year: 2031, document: '通知', byCenter: one }))).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
