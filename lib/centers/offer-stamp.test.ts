import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerTemplates, calendarDays, calendarYears, centerSettings, departments } from '@/db/schema/centers';
import { carriers, companies } from '@/db/schema/companies';
import { companyFields } from '@/db/schema/companies-fields';
import { memberships, savedViews } from '@/db/schema/people';
import { serviceItems } from '@/db/schema/service-desk-catalogue';
import { transaction } from '@/db/client';
import { makeCenter, makeCompany, makeDepartment, makeMember, owner, testNow } from '@/db/testing/factories';
import { listServing } from '@/lib/service-desk/queries/people';
import { newId } from '@/lib/kernel/ids';
import { departmentChoices, getCalendar } from './queries';

async function stampOf(center: string): Promise<string> {
  const [row] = await owner().select({ stamp: centerSettings.offerStamp }).from(centerSettings).where(eq(centerSettings.centerId, center));
  return row?.stamp ?? 'none';
}

/** The center's stamp is another one after `change`, or the same. */
async function changes(center: string, change: () => Promise<unknown>): Promise<boolean> {
  const before = await stampOf(center);
  await change();
  return (await stampOf(center)) !== before;
}

test('a change of anything that is offered for choice gives its center, and no other, a new stamp', async () => {
  const [center, other] = [await makeCenter(), await makeCenter()];
  const member = await makeMember(center, 'liaison');
  const otherBefore = await stampOf(other);
  const department = await makeDepartment(center);
  const [carrier, field, template, view, item] = [newId(), newId(), newId(), newId(), newId()];
  const of = { centerId: center };
  const made: [string, () => Promise<unknown>][] = [
    ['a department', () => makeDepartment(center)],
    ['its name', () => owner().update(departments).set({ name: '改名部' }).where(eq(departments.id, department))],
    ['a department gone', () => owner().delete(departments).where(eq(departments.id, department))],
    ['a member', () => makeMember(center, 'counsellor')],
    ['a member who left', () => owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, member.membershipId))],
    ['a carrier', () => owner().insert(carriers).values({ ...of, id: carrier, name: '一号楼', kind: 'incubator' })],
    ['a field', () => owner().insert(companyFields).values({ ...of, id: field, name: '自有字段', kind: 'text' })],
    ['an answer', () => owner().insert(answerTemplates).values({ ...of, id: template, title: '甲', body: '乙' })],
    ['a view', () => owner().insert(savedViews).values({ ...of, id: view, membershipId: member.membershipId, page: 'people', name: '甲', query: '?q=甲' })],
    ['an item', () => owner().insert(serviceItems).values({ ...of, id: item, key: 'stamped' })],
  ];
  for (const [what, change] of made) expect(await changes(center, change), what).toBe(true);
  expect(await stampOf(other)).toBe(otherBefore);
});

test('the calendar is everybody’s; a company’s change is nobody’s offer', async () => {
  const [center, other] = [await makeCenter(), await makeCenter()];
  const company = await makeCompany(center);
  expect(await changes(center, () => owner().update(companies).set({ name: '改名企业' }).where(eq(companies.id, company)))).toBe(false);
  const year = 2099;
  const enter = () =>
    owner().transaction(async (tx) => {
      await tx.insert(calendarYears).values({ year, document: '测试' });
      await tx.insert(calendarDays).values({ year, day: '2099-01-01', kind: 'off', name: '元旦' });
    });
  const otherBefore = await stampOf(other);
  expect(await changes(center, enter)).toBe(true);
  expect(await stampOf(other)).not.toBe(otherBefore);
  await owner().delete(calendarDays).where(eq(calendarDays.year, year));
  await owner().delete(calendarYears).where(eq(calendarYears.year, year));
});

test('a page with the stamp of its session shows what is offered now, and asks for it once', async () => {
  const center = await makeCenter();
  const director = await makeMember(center, 'director', { name: '主任' });
  await makeMember(center, 'liaison', { name: '甲' });
  const page = async () => {
    const offerStamp = await stampOf(center);
    return transaction(director, 'read', testNow, async (db) => {
      const ctx = { actor: director, db, now: testNow, requestId: newId(), offerStamp };
      return { serving: await listServing(ctx), departments: await departmentChoices(ctx), calendar: await getCalendar(ctx) };
    });
  };
  const first = await page();
  expect(first.serving.map((person) => person.name)).toContain('甲');
  const second = await page();
  expect(second.serving).toBe(first.serving);
  expect(second.calendar).toBe(first.calendar);
  await makeMember(center, 'liaison', { name: '乙' });
  await makeDepartment(center, '新部门');
  const third = await page();
  expect(third.serving.map((person) => person.name)).toContain('乙');
  expect(third.departments.map((department) => department.name)).toEqual(['新部门']);
});
