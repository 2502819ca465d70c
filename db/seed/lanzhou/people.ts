import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { carriers } from '@/db/schema/companies';
import { centers, centerSettings, departments } from '@/db/schema/centers';
import { mentorAppointments } from '@/db/schema/mentoring';
import { credentials, memberships, operators, persons } from '@/db/schema/people';
import type { StaffRole } from '@/lib/kernel/actor';
import { addDays, startOfDay } from '@/lib/kernel/dates';
import { insertAll, type SeedDb } from '../insert';
import { demoLogins, demoPassword } from '../logins';
import type { Random } from '../random';
import type { Story } from '../story';
import names from './names.json' with { type: 'json' };

export const CENTER = '兰州高新区创业服务中心';

const staffing: Record<string, { nameEn: string; roles: StaffRole[] }> = {
  中心领导: { nameEn: 'Leadership', roles: ['director', 'director'] },
  企业服务部: { nameEn: 'Company service', roles: ['manager', 'liaison', 'liaison', 'liaison', 'liaison', 'liaison', 'liaison', 'counsellor', 'counsellor'] },
  孵化培育部: { nameEn: 'Incubation', roles: ['manager', 'counsellor', 'counsellor', 'counsellor', 'liaison', 'liaison'] },
  资产部: { nameEn: 'Property', roles: ['manager', 'liaison', 'liaison'] },
  投融资部: { nameEn: 'Investment and financing', roles: ['manager', 'counsellor', 'liaison'] },
  财务部: { nameEn: 'Finance', roles: ['finance', 'finance', 'finance'] },
  综合部: { nameEn: 'Administration', roles: ['administrator', 'auditor', 'manager', 'liaison'] },
};

const fields = ['finance', 'technology', 'accounting', 'management'] as const;

export function personName(random: Random): string {
  return random.pick([...names.surnames]) + random.pick(names.given);
}

/** The demo's credentials share one hash: making one is slow on purpose, and everybody's password is printed anyway; so its salt may be known too. */
export const demoHash = (): Promise<string> => hash(demoPassword, { salt: createHash('md5').update('dianxiaoer').digest() });

export async function tellPeople(db: SeedDb, random: Random, today: string, now: Date, passwordHash: string): Promise<Story> {
  const founded = startOfDay('1996-05-01');
  const centerId = random.id(founded);
  await db.insert(centers).values({
    id: centerId,
    slug: 'lanzhou',
    name: CENTER,
    nameEn: 'Lanzhou High-tech Zone Business Incubation Center',
    shortName: '兰州高新创服',
    createdAt: founded,
  });
  await db.insert(centerSettings).values({ centerId, isDemo: true });

  const story: Story = { db, random, today, now, centerId, people: [], mentors: [], companies: [], names: new Map() };
  const logins = new Map(demoLogins().map((login) => [login.role, login]));
  const personRows: (typeof persons.$inferInsert)[] = [];
  const memberRows: (typeof memberships.$inferInsert)[] = [];
  const appointmentRows: (typeof mentorAppointments.$inferInsert)[] = [];
  const credentialRows: (typeof credentials.$inferInsert)[] = [];
  const departmentRows: (typeof departments.$inferInsert)[] = [];
  let serial = 100;

  const takeLogin = (role: string) => {
    const login = logins.get(role as StaffRole);
    logins.delete(role as StaffRole);
    return login;
  };
  const addPerson = (role: StaffRole | 'mentor', departmentId: string | null, startedAt: Date) => {
    const login = takeLogin(role);
    const name = login?.name ?? personName(random);
    const phone = login?.phone ?? `139${String(serial++).padStart(8, '0')}`;
    const personId = random.id(startedAt);
    const membershipId = random.id(startedAt);
    personRows.push({ id: personId, name, phone, createdAt: startedAt });
    credentialRows.push({ personId, passwordHash, passwordChangedAt: now });
    memberRows.push({ centerId, id: membershipId, personId, role, name, departmentId, startedAt, createdAt: startedAt });
    if (role === 'mentor') story.mentors.push({ membershipId, name });
    else story.people.push({ membershipId, personId, name, role, departmentId, phone });
    return membershipId;
  };

  for (const [position, [name, { nameEn, roles }]] of Object.entries(staffing).entries()) {
    const departmentId = random.id(founded);
    departmentRows.push({ centerId, id: departmentId, name, nameEn, position, createdAt: founded });
    for (const role of roles) addPerson(role, departmentId, startOfDay(`20${random.int(10, 21)}-03-01`));
  }
  // 2021年新聘请21名创业导师, over the four printed fields; the other 39 came before and after.
  for (let index = 0; index < 60; index += 1) {
    const appointedOn = index < 21 ? addDays('2021-03-01', random.int(0, 280)) : index < 45 ? addDays('2016-01-01', random.int(0, 1_700)) : addDays('2022-01-05', random.int(0, 1_400));
    const membershipId = addPerson('mentor', null, startOfDay(appointedOn));
    appointmentRows.push({
      centerId,
      id: random.id(startOfDay(appointedOn)),
      membershipId,
      field: fields[index % 4] ?? 'finance',
      organisation: '',
      appointedOn,
      createdAt: startOfDay(appointedOn),
    });
  }
  const operator = takeLogin('operator');
  if (operator !== undefined) {
    const personId = random.id(founded);
    personRows.push({ id: personId, name: operator.name, phone: operator.phone, createdAt: founded });
    credentialRows.push({ personId, passwordHash, passwordChangedAt: now });
  }
  await insertAll(db, departments, departmentRows);
  await insertAll(db, persons, personRows);
  await insertAll(db, credentials, credentialRows);
  await insertAll(db, memberships, memberRows);
  await insertAll(db, mentorAppointments, appointmentRows);
  const operatorPerson = personRows.at(-1);
  if (operator !== undefined && operatorPerson !== undefined) await db.insert(operators).values({ personId: operatorPerson.id, createdAt: founded });
  return story;
}

const buildings = [
  { kind: 'makerspace', name: '兰州留创园众创空间', campus: '雁滩园区' },
  { kind: 'incubator', name: '兰州高新区科技孵化大厦', campus: '雁滩园区' },
  { kind: 'incubator', name: '兰州高新技术创新园', campus: '雁滩园区' },
  { kind: 'accelerator', name: '七里河园区加速器', campus: '七里河园区' },
  { kind: 'park', name: '榆中园区产业园', campus: '榆中园区' },
] as const;

export async function tellCarriers(story: Story): Promise<{ id: string; kind: string; name: string }[]> {
  const rows = buildings.map((building) => ({
    ...building,
    centerId: story.centerId,
    id: story.random.id(startOfDay('2005-01-01')),
  }));
  await insertAll(story.db, carriers, rows);
  return rows;
}
