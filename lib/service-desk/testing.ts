import { eq } from 'drizzle-orm';
import { calendarDays, calendarYears, departments } from '@/db/schema/centers';
import { newId } from '@/lib/kernel/ids';
import { serviceItems } from '@/db/schema/service-desk-catalogue';
import holidays from '@/db/seed/data/holidays.json';
import { as, assign, makeCenter, makeCompany, makeMember, owner, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { startDraft } from './commands/draft-request';
import { ensureCatalogue } from './commands/keep-catalogue';
import { submitRequest } from './commands/submit-request';

type Known = 'consultation' | 'materials' | 'repair' | 'rent-reduction' | 'certificate' | 'policy' | 'meeting-room';

/** A center with its catalogue and calendar, one company with two people, its liaison, and others at the desk. */
export interface Desk {
  centerId: string;
  companyId: string;
  company: MemberActor;
  colleague: MemberActor;
  liaison: MemberActor;
  otherLiaison: MemberActor;
  manager: MemberActor;
  director: MemberActor;
  /** One each in the departments whose lanes the tests walk through. */
  property: MemberActor;
  service: MemberActor;
  finance: MemberActor;
  office: MemberActor;
  items: Record<Known, string>;
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
  const departmentOf = new Map<string, string>();
  for (const name of ['企业服务部', '资产部', '财务部', '综合部']) {
    const id = newId();
    departmentOf.set(name, id);
    await owner().insert(departments).values({ centerId, id, name });
  }
  await ensureCatalogue(owner(), centerId, testNow);
  const companyId = await makeCompany(centerId);
  const [company, colleague, liaison, otherLiaison, manager] = [
    await makeMember(centerId, 'company_owner', { companyId, name: '王海霞' }),
    await makeMember(centerId, 'company_member', { companyId, name: '马丽' }),
    await makeMember(centerId, 'liaison', { name: '李晓梅' }),
    await makeMember(centerId, 'liaison', { name: '孙倩' }),
    await makeMember(centerId, 'manager', { name: '赵建国' }),
  ];
  const working = (role: 'liaison' | 'counsellor' | 'finance', name: string, department: string) => makeMember(centerId, role, { name, departmentId: departmentOf.get(department) ?? null });
  const [director, property, service, finance, office] = [
    await makeMember(centerId, 'director', { name: '陈立新' }),
    await working('liaison', '资产部小刘', '资产部'),
    await working('counsellor', '服务部小王', '企业服务部'),
    await working('finance', '财务小何', '财务部'),
    await working('liaison', '综合部小郭', '综合部'),
  ];
  await assign(centerId, companyId, 'liaison', liaison.membershipId);
  const rows = await owner().select({ id: serviceItems.id, key: serviceItems.key }).from(serviceItems).where(eq(serviceItems.centerId, centerId));
  const items = Object.fromEntries(rows.map(({ key, id }) => [key, id])) as Record<Known, string>;
  return { centerId, companyId, company, colleague, liaison, otherLiaison, manager, director, property, service, finance, office, items };
}

export const written = { title: '政策咨询', body: '想了解房租减免', answers: {}, answer: '', version: undefined };

export async function draftOf(desk: Desk, item: Known = 'consultation', now = testNow): Promise<string> {
  return (await as(desk.company, (ctx) => startDraft(ctx, { item: desk.items[item] }), now)).id;
}

/** What each item's form asks for. */
const filled: Partial<Record<Known, Record<string, string>>> = {
  certificate: { company: '测试', code: '1', admitted: '2024-01-01', purpose: 'bank', copies: '2' },
  'meeting-room': { room: 'small', day: '2026-12-01', time: '14:00', people: '8' },
};

/** One that has reached the desk; a consultation unless said otherwise. */
export async function submitted(desk: Desk, now = testNow, item: Known = 'consultation'): Promise<string> {
  const request = await draftOf(desk, item, now);
  await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request, answers: filled[item] ?? {}, intent: 'submit' }), now);
  return request;
}
