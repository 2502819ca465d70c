import { eq } from 'drizzle-orm';
import { calendarDays, calendarYears } from '@/db/schema/centers';
import { serviceItems } from '@/db/schema/service-desk';
import holidays from '@/db/seed/data/holidays.json';
import { as, assign, makeCenter, makeCompany, makeMember, owner, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { startDraft } from './commands/draft-request';
import { ensureCatalogue } from './commands/keep-catalogue';
import { submitRequest } from './commands/submit-request';
import type { FirstItem } from './inputs';

/** A center with its catalogue and calendar, one company with two people, its liaison, and others at the desk. */
export interface Desk {
  centerId: string;
  companyId: string;
  company: MemberActor;
  colleague: MemberActor;
  liaison: MemberActor;
  otherLiaison: MemberActor;
  manager: MemberActor;
  items: Record<FirstItem, string>;
}

let calendarReady: Promise<void> | undefined;

/** The real calendar is global: written once for the tests of one database. */
function ensureCalendar(): Promise<void> {
  calendarReady ??= (async () => {
    for (const [year, { off, work }] of Object.entries(holidays.years)) {
      await owner().insert(calendarYears).values({ year: Number(year), document: '放假安排' }).onConflictDoNothing();
      const days = [
        ...Object.keys(off).map((day) => ({ day, year: Number(year), kind: 'off' as const })),
        ...work.map((day) => ({ day, year: Number(year), kind: 'work' as const })),
      ];
      await owner().insert(calendarDays).values(days).onConflictDoNothing();
    }
  })();
  return calendarReady;
}

export async function openDesk(): Promise<Desk> {
  await ensureCalendar();
  const centerId = await makeCenter();
  await ensureCatalogue(owner(), centerId);
  const companyId = await makeCompany(centerId);
  const [company, colleague, liaison, otherLiaison, manager] = [
    await makeMember(centerId, 'company_owner', { companyId, name: '王海霞' }),
    await makeMember(centerId, 'company_member', { companyId, name: '马丽' }),
    await makeMember(centerId, 'liaison', { name: '李晓梅' }),
    await makeMember(centerId, 'liaison', { name: '孙倩' }),
    await makeMember(centerId, 'manager', { name: '赵建国' }),
  ];
  await assign(centerId, companyId, 'liaison', liaison.membershipId);
  const rows = await owner().select({ id: serviceItems.id, key: serviceItems.key }).from(serviceItems).where(eq(serviceItems.centerId, centerId));
  const items = Object.fromEntries(rows.map(({ key, id }) => [key, id])) as Record<FirstItem, string>;
  return { centerId, companyId, company, colleague, liaison, otherLiaison, manager, items };
}

export const written = { title: '政策咨询', body: '想了解房租减免', answers: {}, answer: '', version: undefined };

export async function draftOf(desk: Desk, item: FirstItem = 'consultation', now = testNow): Promise<string> {
  return (await as(desk.company, (ctx) => startDraft(ctx, { item: desk.items[item] }), now)).id;
}

/** A consultation that has reached the desk. */
export async function submitted(desk: Desk, now = testNow): Promise<string> {
  const request = await draftOf(desk, 'consultation', now);
  await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request, intent: 'submit' }), now);
  return request;
}
