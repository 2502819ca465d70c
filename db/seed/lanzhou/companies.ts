import { and, eq, inArray } from 'drizzle-orm';
import { companies, companyAssignments, companyContacts, companyRoad } from '@/db/schema/companies';
import { credentials, memberships, persons } from '@/db/schema/people';
import { creditCodeDigit, organisationDigit } from '@/lib/kernel/credit-code';
import { addDays, addMonths, type Day, daysBetween, startOfDay } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { pinyinInitials, pinyinSounds } from '@/lib/kernel/pinyin';
import { insertAll } from '../insert';
import { demoLogins } from '../logins';
import type { SeededCompany, Story } from '../story';
import names from './names.json' with { type: 'json' };
import { personName, tellCarriers } from './people';

/** 累计入孵 1,752 by this day; the print says 1750多家. */
const PRINTED_ON: Day = '2022-06-30';
const PRINTED = 1_752;
const YEARLY_SINCE = 40;
const INCUBATING = 180;

/** Named in print as having grown up and left; the others were named as tenants. */
const printedGraduates = new Set(['奇正藏药', '海默科技', '西脉新材料', '陇神戎发药业']);

/** A code that checks but belongs to nobody: 620199 is no registration authority. */
function inventedCode(serial: number): string {
  const organisation = `MA0${String(serial).padStart(5, '0')}`;
  const first17 = `91620199${organisation}${organisationDigit(organisation)}`;
  return first17 + creditCodeDigit(first17);
}

/** Who was ever admitted, who looks after those here today, and who signs in for them. */
export async function tellCompanies(story: Story, passwordHash: string): Promise<void> {
  const { db, random, centerId, today, now } = story;
  const carrierRows = await tellCarriers(story);
  const since = Math.max(0, Math.round((daysBetween(PRINTED_ON, today) / 365.25) * YEARLY_SINCE));
  const total = PRINTED + since;
  const taken = new Set<string>(names.printed);
  const rows: (typeof companies.$inferInsert)[] = [];
  const contactRows: (typeof companyContacts.$inferInsert)[] = [];
  const assignmentRows: (typeof companyAssignments.$inferInsert)[] = [];

  const inventName = () => {
    for (;;) {
      const kind = random.pick(names.kinds);
      const middle = random.chance(0.75) ? random.pick(names.middles) : '';
      const name = `${random.pick(names.places)}${random.pick(names.roots)}${middle}${kind.word}有限公司`;
      if (!taken.has(name)) {
        taken.add(name);
        return { name, kind };
      }
    }
  };
  const liaisons = story.people.filter((person) => person.role === 'liaison');
  const counsellors = story.people.filter((person) => person.role === 'counsellor');

  const admissions = Array.from({ length: total }, (_, index) =>
    index < PRINTED
      ? addDays('1998-03-01', Math.floor((index / PRINTED) ** 0.62 * daysBetween('1998-03-01', PRINTED_ON)))
      : addDays(PRINTED_ON, 1 + Math.floor(((index - PRINTED + random.next()) / since) * (daysBetween(PRINTED_ON, today) - 1))),
  );
  const printedAt = new Map(names.printed.map((name, index) => [PRINTED - 60 - index * 23, name]));

  for (const [index, admittedOn] of admissions.entries()) {
    const printed = printedAt.get(index);
    const recent = index >= total - INCUBATING;
    const stays = addMonths(admittedOn, random.int(20, 54));
    const state = recent || (printed !== undefined && !printedGraduates.has(printed)) ? 'incubating' : printed !== undefined ? 'graduated' : random.chance(0.46) ? 'graduated' : random.chance(0.9) ? 'exited' : 'removed';
    const id = random.id(startOfDay(admittedOn));
    const invented = printed === undefined ? inventName() : null;
    const establishedOn = addDays(admittedOn, -random.int(20, 900));
    const carrier = random.pick(carrierRows);
    const representative = invented === null ? null : personName(random);
    rows.push({
      centerId,
      id,
      name: printed ?? invented?.name ?? '',
      pinyin: pinyinInitials(printed ?? invented?.name ?? ''),
      sounds: pinyinSounds(printed ?? invented?.name ?? ''),
      demo: printed === undefined,
      creditCode: invented !== null && admittedOn >= '2015-10-01' ? inventedCode(index) : null,
      registrationNumber: invented !== null && admittedOn < '2015-10-01' ? `620199${String(index).padStart(9, '0')}` : null,
      legalRepresentative: representative,
      registeredCapitalFen: invented === null ? null : yuan(random.pick([30, 50, 100, 100, 200, 300, 500, 1_000]) * 10_000),
      establishedOn: invented === null ? null : establishedOn,
      address: invented === null ? null : `${carrier.name} ${random.pick(['A', 'B', 'C'])}-${random.int(2, 18)}${String(random.int(1, 24)).padStart(2, '0')}`,
      room: recent && invented !== null ? `${random.pick(['A', 'B', 'C'])}-${random.int(2, 18)}${String(random.int(1, 24)).padStart(2, '0')}` : null,
      industry: invented?.kind.industry ?? null,
      leadingIndustry: (invented?.kind.leading as 'other' | undefined) ?? null,
      carrierId: recent ? carrier.id : null,
      state,
      admittedOn,
      leftOn: state === 'incubating' || invented === null ? null : stays < today ? stays : addDays(today, -30),
      tags: invented === null ? ['公开报道'] : ['演示'],
      note: invented === null ? '名称来自公开报道；入孵日期为演示推定。' : null,
      createdAt: startOfDay(admittedOn),
      updatedAt: startOfDay(admittedOn),
    });
    const seeded: SeededCompany = { id, name: printed ?? invented?.name ?? '', state, admittedOn, demo: printed === undefined, liaison: null, counsellor: null, mentor: null, person: null };
    if (recent) {
      const trio = [
        ['liaison', random.pick(liaisons).membershipId],
        ['counsellor', random.pick(counsellors).membershipId],
        ...(random.chance(0.8) ? [['mentor', random.pick(story.mentors).membershipId] as const] : []),
      ] as const;
      for (const [role, membershipId] of trio) {
        seeded[role] = membershipId;
        assignmentRows.push({ centerId, id: random.id(startOfDay(admittedOn)), companyId: id, role, membershipId, fromOn: admittedOn, createdAt: startOfDay(admittedOn) });
      }
      if (representative !== null) {
        contactRows.push({
          centerId,
          id: random.id(startOfDay(admittedOn)),
          companyId: id,
          name: representative,
          title: '总经理',
          phone: `137${String(index).padStart(8, '0')}`,
          isPrimary: true,
          createdAt: startOfDay(admittedOn),
          updatedAt: startOfDay(admittedOn),
        });
      }
    }
    story.companies.push(seeded);
  }
  await insertAll(db, companies, rows);
  await insertAll(db, companyContacts, contactRows);
  // The day a company named in print was admitted is the demo's guess: nothing counts down from it.
  await db
    .update(companyRoad)
    .set({ basis: 'inferred' })
    .where(and(eq(companyRoad.kind, 'admitted'), inArray(companyRoad.companyId, db.select({ id: companies.id }).from(companies).where(eq(companies.demo, false)))));

  // The printed logins act for the two newest companies; sixty more have somebody who files.
  const here = story.companies.filter((company) => company.state === 'incubating' && company.demo);
  const personRows: (typeof persons.$inferInsert)[] = [];
  const memberRows: (typeof memberships.$inferInsert)[] = [];
  const credentialRows: (typeof credentials.$inferInsert)[] = [];
  const login = (role: 'company_owner' | 'company_member') => demoLogins().find((one) => one.role === role);
  for (const [index, company] of here.slice(0, 62).entries()) {
    for (const role of ['company_owner', 'company_member'] as const) {
      if (role === 'company_member' && index > 20) continue;
      const known = index === 0 ? login(role) : undefined;
      const startedAt = startOfDay(addDays(company.admittedOn, 3));
      const personId = random.id(startedAt);
      const membershipId = random.id(startedAt);
      const name = known?.name ?? personName(random);
      personRows.push({ id: personId, name, phone: known?.phone ?? `136${role === 'company_owner' ? '0' : '1'}${String(index).padStart(7, '0')}`, createdAt: startedAt });
      credentialRows.push({ personId, passwordHash, passwordChangedAt: now });
      memberRows.push({ centerId, id: membershipId, personId, role, name, companyId: company.id, startedAt, createdAt: startedAt });
      story.names.set(membershipId, name);
      if (role === 'company_owner') company.person = membershipId;
    }
  }
  // The demo's mentor and liaison look after the demo's company, so that one story runs through all portals.
  const first = here[0];
  const mentor = story.mentors[0];
  const liaison = liaisons[0];
  if (first !== undefined && mentor !== undefined && liaison !== undefined) {
    for (const row of assignmentRows.filter((one) => one.companyId === first.id)) {
      if (row.role === 'liaison') row.membershipId = first.liaison = liaison.membershipId;
      if (row.role === 'mentor') row.membershipId = first.mentor = mentor.membershipId;
    }
    if (first.mentor === null) {
      first.mentor = mentor.membershipId;
      assignmentRows.push({ centerId, id: random.id(now), companyId: first.id, role: 'mentor', membershipId: mentor.membershipId, fromOn: first.admittedOn });
    }
    for (const company of here.slice(1, 6)) {
      const row = assignmentRows.find((one) => one.companyId === company.id && one.role === 'mentor');
      if (row !== undefined) row.membershipId = company.mentor = mentor.membershipId;
    }
  }
  await insertAll(db, persons, personRows);
  await insertAll(db, credentials, credentialRows);
  await insertAll(db, memberships, memberRows);
  await insertAll(db, companyAssignments, assignmentRows);
}
