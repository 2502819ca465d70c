import { carriers, companies, companyRoad } from '@/db/schema/companies';
import { applicationReviews, applications, rubricVersions } from '@/db/schema/lifecycle';
import { applicants, credentials, persons } from '@/db/schema/people';
import { addDays, addMonths, startOfDay } from '@/lib/kernel/dates';
import { pinyinInitials } from '@/lib/kernel/pinyin';
import { ensureAdmissionRules } from '@/lib/lifecycle/commands/admission/settings';
import { applicationAccepted, applicationAdmitted, applicationRefused, applicationSubmitted, applicationWaits } from '@/lib/lifecycle/entries';
import { CONSENT_VERSION } from '@/lib/people/inputs';
import { and, eq } from 'drizzle-orm';
import { Trail } from '../entries';
import { insertAll } from '../insert';
import { demoLogins } from '../logins';
import { idsFrom } from '../random';
import type { Story } from '../story';
import { personName } from './people';

type State = (typeof applications.$inferInsert)['state'];
const told: { name: string; state: State; days: number; facts: Record<string, unknown>; said?: string; own?: boolean }[] = [
  { name: '演示微流控芯片创业团队', state: 'draft', days: 1, own: true, facts: { registered: 'promised', works: 'promised', technology: ['team'], termField: 'biomedicine', product: '即时检测微流控芯片', team: '4' } },
  { name: '演示陇原药肽科技有限公司', state: 'returned', days: 9, own: true, said: '请补充营业执照副本和两项专利证书。', facts: { establishedOn: -300, registered: 'promised', works: 'promised', technology: ['ip'], termField: 'biomedicine', product: '多肽药物递送系统', team: '6', area: '80' } },
  { name: '演示河谷智能装备有限公司', state: 'submitted', days: 3, facts: { establishedOn: -500, registered: 'here', works: 'here', technology: ['sme', 'ip'], termField: 'general', product: '果蔬分选机器视觉', team: '12', area: '120' } },
  { name: '演示雁滩新材料有限公司', state: 'submitted', days: 1, facts: { establishedOn: -1_000, registered: 'elsewhere', works: 'promised', technology: ['research'], termField: 'general', product: '石墨烯散热膜', team: '9' } },
  { name: '演示黄河数据科技有限公司', state: 'under_review', days: 16, facts: { establishedOn: -1_200, registered: 'promised', works: 'promised', technology: ['team'], termField: 'general', product: '政企数据治理平台', team: '15', area: '200' } },
  { name: '演示戈壁节水农业有限公司', state: 'waiting', days: 40, said: '暂无合适面积的房源。', facts: { establishedOn: -400, registered: 'promised', works: 'promised', technology: ['ip'], termField: 'modern_agriculture', product: '智能滴灌控制', team: '7', area: '300' } },
  { name: '演示祁连山货贸易有限公司', state: 'refused', days: 70, said: '不属于科技型企业。', facts: { establishedOn: -200, registered: 'elsewhere', works: 'elsewhere', technology: [], termField: 'general', product: '土特产网店', team: '3' } },
];

/** Who wants in: an application in every state, the rules they are held against, and one admitted under a condition. */
export async function tellAdmission(story: Story, passwordHash: string): Promise<void> {
  const { db, random, centerId, today, now } = story;
  await ensureAdmissionRules(db, centerId, idsFrom(2_018, now));
  const staff = story.people.filter((person) => person.role === 'liaison' || person.role === 'manager');
  const manager = story.people.find((person) => person.role === 'manager');
  const [rubric] = await db.select({ id: rubricVersions.id }).from(rubricVersions).where(eq(rubricVersions.centerId, centerId));
  const login = demoLogins().find((one) => one.role === 'applicant');
  if (manager === undefined || rubric === undefined || login === undefined) return;
  const by = { ...manager, role: 'manager' as const };
  const since = startOfDay(addDays(today, -12));
  const personId = random.id(since);
  await db.insert(persons).values({ id: personId, name: login.name, phone: login.phone, createdAt: since });
  await db.insert(credentials).values({ personId, passwordHash, passwordChangedAt: now });
  await db.insert(applicants).values({ centerId, id: random.id(since), personId, name: login.name, consentedAt: since, consentVersion: CONSENT_VERSION, createdAt: since });

  const trail = new Trail(story);
  const rows: (typeof applications.$inferInsert)[] = [];
  const road: (typeof companyRoad.$inferInsert)[] = [];
  const reviews: (typeof applicationReviews.$inferInsert)[] = [];
  const prospects: (typeof companies.$inferInsert)[] = [];
  let serial = 0;
  const number = (day: string) => `RF-${day.slice(0, 4)}-9${String(++serial).padStart(5, '0')}`;
  for (const { name, state, days, facts, said = '', own = false } of told) {
    const day = addDays(today, -days);
    const at = new Date(startOfDay(day).getTime() + 10 * 3_600_000);
    const id = random.id(at);
    const taken = state === 'under_review' || state === 'waiting';
    const companyId = taken ? random.id(at) : null;
    const mine = state === 'draft' ? null : number(day);
    const establishedOn = typeof facts.establishedOn === 'number' ? addDays(today, facts.establishedOn) : '';
    const decided = state === 'refused' ? new Date(at.getTime() + 5 * 86_400_000) : null;
    rows.push({
      centerId, id, number: mine, state, name, companyId, said,
      personId: own ? personId : null,
      contactName: own ? login.name : personName(random),
      contactPhone: own ? login.phone : `1350000${String(rows.length).padStart(4, '0')}`,
      facts: { ...facts, establishedOn },
      submittedAt: state === 'draft' ? null : at,
      waitingSince: state === 'waiting' ? new Date(at.getTime() + 8 * 86_400_000) : null,
      decidedAt: decided, decidedBy: decided === null ? null : manager.membershipId,
      createdAt: at, updatedAt: at,
    });
    const about = { subject: { type: 'application', id }, companyId, data: { applicationId: id, number: mine ?? '', name } };
    if (state !== 'draft') trail.add(applicationSubmitted, at, by, about);
    if (companyId !== null) {
      prospects.push({ centerId, id: companyId, name, pinyin: pinyinInitials(name), state: 'prospect', demo: true, tags: ['演示'], establishedOn: establishedOn === '' ? null : establishedOn, createdAt: at, updatedAt: at });
      for (const [position, kind] of (['applied', 'under_review'] as const).entries()) road.push({ centerId, id: random.id(at), companyId, kind, onDay: addDays(day, position), position, reason: mine ?? '', createdAt: at, createdBy: manager.membershipId });
      trail.add(applicationAccepted, new Date(at.getTime() + 86_400_000), by, about);
      for (const [index, person] of staff.slice(0, 2).entries()) {
        const scores = { c1: 15 + index, c2: 18, c3: 14, c4: 15, c5: 10 };
        reviews.push({ centerId, applicationId: id, membershipId: person.membershipId, rubricId: rubric.id, scores, total: 72 + index, words: index === 0 ? '团队完整，技术有积累。' : '市场路径还要再想。', createdAt: at, updatedAt: at });
      }
    }
    if (state === 'waiting') trail.add(applicationWaits, new Date(at.getTime() + 8 * 86_400_000), by, { ...about, data: { ...about.data, said } });
    if (decided !== null) trail.add(applicationRefused, decided, by, { ...about, data: { ...about.data, said } });
  }
  // One that came in on the promise to move its registration, and has not kept it.
  const late = story.companies.filter((company) => company.state === 'incubating' && company.demo).at(-2);
  if (late !== undefined) {
    const at = startOfDay(late.admittedOn);
    const id = random.id(at);
    const mine = number(late.admittedOn);
    const until = addDays(today, -6);
    rows.push({
      centerId, id, number: mine, state: 'admitted', name: late.name, companyId: late.id, contactName: personName(random), contactPhone: '13500009999',
      facts: { registered: 'promised', works: 'here', technology: ['ip'], termField: 'general', product: '演示项目', team: '8' },
      submittedAt: at, decidedAt: at, decidedBy: manager.membershipId, conditionText: '注册地迁入中心场地', conditionDueOn: until, verdict: [], createdAt: at, updatedAt: at,
    });
    trail.add(applicationAdmitted, at, by, { subject: { type: 'application', id }, companyId: late.id, data: { applicationId: id, number: mine, name: late.name, companyId: late.id, condition: '注册地迁入中心场地', until } });
  }
  // The growth of the demo's company, from 50 square metres on; and a term that was extended.
  const [grown, ...others] = story.companies.filter((company) => company.state === 'incubating' && company.demo);
  if (grown !== undefined) {
    const seats = await db.select({ id: carriers.id }).from(carriers).where(eq(carriers.centerId, centerId));
    await db.update(companyRoad).set({ area: 5_000 }).where(and(eq(companyRoad.companyId, grown.id), eq(companyRoad.kind, 'admitted')));
    const moves = [{ months: 11, area: 18_000 }, { months: 26, area: 52_000 }, { months: 40, area: 96_000 }];
    for (const [index, { months, area }] of moves.entries()) {
      const onDay = addMonths(grown.admittedOn, months);
      if (onDay >= today) continue;
      road.push({ centerId, id: random.id(startOfDay(onDay)), companyId: grown.id, kind: 'moved', onDay, position: 10 + index, carrierId: seats[index % seats.length]?.id ?? null, area, reason: '团队扩大', createdAt: startOfDay(onDay), createdBy: manager.membershipId });
      await db.update(companies).set({ area }).where(eq(companies.id, grown.id));
    }
  }
  const director = story.people.find((person) => person.role === 'director');
  for (const company of others.slice(0, 3)) {
    const onDay = addMonths(company.admittedOn, 46);
    if (director === undefined || onDay >= today) continue;
    road.push({ centerId, id: random.id(startOfDay(onDay)), companyId: company.id, kind: 'extended', onDay, position: 10, untilOn: addMonths(company.admittedOn, 60), reason: '中试还没有完成', createdAt: startOfDay(onDay), createdBy: director.membershipId });
  }
  await insertAll(db, companies, prospects);
  await insertAll(db, companyRoad, road);
  await insertAll(db, applications, rows);
  await insertAll(db, applicationReviews, reviews);
  await trail.write();
}
