import { and, desc, eq, gte } from 'drizzle-orm';
import { companies, companyRoad } from '@/db/schema/companies';
import { graduationEvidence } from '@/db/schema/lifecycle';
import { addDays, type Day, startOfDay } from '@/lib/kernel/dates';
import { formatDay } from '@/lib/kernel/date-text';
import { translator } from '@/lib/kernel/i18n';
import { type Calendar, workingDaysBetween } from '@/lib/kernel/working-days';
import { companyGraduated } from '@/lib/lifecycle/entries';
import { requestAccepted, requestCompleted, requestSubmitted } from '@/lib/service-desk/entries';
import type { Teller, Trail } from '../entries';
import type { SeededCompany, Story } from '../story';
import { answersTo } from './answers';
import { CENTER } from './people';
import { type Item, nextSerial, numberedPaper, paperOf, type Row, workingDayBefore, type Written } from './request-parts';
import wishes from './wishes.json' with { type: 'json' };

interface Stage {
  story: Story;
  calendar: Calendar;
  items: readonly Item[];
  filing: readonly SeededCompany[];
  written: Written;
  trail: Trail;
}

/** Requests that end in an act of their own: one that graduated its company, and one that waits for a leader's decision. */
export async function tellGranted(stage: Stage): Promise<void> {
  const leaving = stage.items.find(({ key }) => key === 'leaving');
  if (leaving === undefined) return;
  await tellGraduated(stage, leaving);
  await tellUndecided(stage, leaving);
}

const at = (day: Day, hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000);

/** Every lane has agreed; its leader opens it this morning. */
async function tellUndecided({ story, calendar, filing, written, trail }: Stage, item: Item): Promise<void> {
  const company = filing[3];
  const liaison = story.people.find(({ membershipId }) => membershipId === company?.liaison);
  if (company === undefined || liaison === undefined || company.person === null) return;
  const { random, centerId, today, db } = story;
  const filer: Teller = { membershipId: company.person, name: story.names.get(company.person) ?? '', role: 'company_owner' };
  const on = workingDayBefore(calendar, addDays(today, -9));
  const row = begun({ story, item, company, on, written, liaison: liaison.membershipId, filer: company.person });
  const passed = written.lanes.tell({ request: row.id, company: company.id, holder: liaison.membershipId, version: item.version, clockFromOn: on, takes: 4, until: today, done: false });
  Object.assign(row, { state: 'accepted', dueOn: passed.dueOn, nextDueOn: passed.order } satisfies Partial<Row>);
  tell(trail, row, company, filer, { ...liaison, role: 'liaison' }, passed.order);
  await db.insert(graduationEvidence).values({
    centerId, id: random.id(at(on, 12)), companyId: company.id, condition: 'hnte', onDay: addDays(today, -200), words: wishes.certificate, createdAt: at(on, 12), createdBy: liaison.membershipId,
  });
}

/** A company of this center that asked to graduate and did, with its certificate. */
async function tellGraduated({ story, calendar, written, trail }: Stage, item: Item): Promise<void> {
  const { db, centerId } = story;
  const [step] = await db
    .select({ id: companyRoad.id, companyId: companyRoad.companyId, onDay: companyRoad.onDay })
    .from(companyRoad)
    .innerJoin(companies, eq(companies.id, companyRoad.companyId))
    .where(and(eq(companyRoad.centerId, centerId), eq(companyRoad.kind, 'graduated'), eq(companyRoad.basis, 'exact'), eq(companies.demo, true), gte(companyRoad.onDay, '2022-01-01')))
    .orderBy(desc(companyRoad.onDay), companyRoad.id)
    .limit(1);
  const company = story.companies.find(({ id }) => id === step?.companyId);
  const [liaison, manager] = [story.people.find(({ role }) => role === 'liaison'), story.people.find(({ role }) => role === 'manager')];
  if (step === undefined || company === undefined || liaison === undefined || manager === undefined) return;
  const decidedOn = workingDayBefore(calendar, step.onDay);
  const on = workingDayBefore(calendar, addDays(decidedOn, -10));
  const row = begun({ story, item, company, on, written, liaison: liaison.membershipId, filer: null });
  const span = workingDaysBetween(calendar, on, decidedOn);
  const takes = span.kind === 'count' ? span.days : 0;
  const passed = written.lanes.tell({ request: row.id, company: company.id, holder: liaison.membershipId, version: item.version, clockFromOn: on, takes, until: decidedOn, done: true });
  const moment = at(decidedOn, 15);
  const leader: Teller = { ...manager, role: 'manager' };
  const t = translator('zh-CN', 'graduation');
  const certificate = numberedPaper(story, written, {
    kind: 'certificate', title: t('paper.title'), company, subject: { type: 'company', id: company.id }, moment, by: manager.membershipId,
    content: {
      paragraphs: [t('paper.statement', { company: company.name, from: formatDay(company.admittedOn, 'zh-CN', 'long'), day: formatDay(step.onDay, 'zh-CN', 'long') }), t('paper.granted')],
      rows: [{ label: t('conditions.hnte'), value: t('paper.met') }, { label: t('paper.request'), value: row.number ?? '' }],
      tables: [], signatures: [], issuer: CENTER, party: company.name,
    },
  });
  const result = paperOf({ story, item, company, liaison: leader, row, result: wishes.graduated, completedAt: moment, written });
  Object.assign(row, {
    state: 'completed', dueOn: passed.dueOn, decidedAt: moment, outcome: 'granted', completedAt: moment, completedBy: manager.membershipId, delivery: 'collected', result: wishes.graduated,
    resultDocumentId: result.id, effect: 'graduation', effectRoadId: step.id, effectDocumentId: certificate.id, usedDays: takes, waitedDays: 0, companyDays: 0, nextDueOn: null, updatedAt: moment,
  } satisfies Partial<Row>);
  const desk: Teller = { ...liaison, role: 'liaison' };
  tell(trail, row, company, desk, desk, passed.order);
  const held = { request: row.id, number: row.number ?? '', title: row.title ?? '', owner: liaison.membershipId, companyId: company.id };
  trail.add(requestCompleted, moment, leader, { subject: { type: 'request', id: row.id }, companyId: company.id, data: { ...held, document: result.number, effect: 'graduation' } });
  trail.add(companyGraduated, moment, leader, {
    subject: { type: 'company', id: company.id }, companyId: company.id,
    data: { companyId: company.id, company: company.name, day: step.onDay, number: certificate.number, documentId: certificate.id, request: row.number ?? 'none' },
  });
}

function begun({ story, item, company, on, written, liaison, filer }: { story: Story; item: Item; company: SeededCompany; on: Day; written: Written; liaison: string; filer: string | null }): Row {
  const { version } = item;
  const submittedAt = at(on, 10);
  const row: Row = {
    centerId: story.centerId, id: story.random.id(submittedAt), number: nextSerial(written, on), itemId: item.id, versionId: version.id, companyId: company.id, title: version.name, body: '',
    answers: { ...answersTo(version.fields, company, story), kind: 'graduation', to: '' }, state: 'accepted', channel: filer === null ? 'window' : 'portal', filedBy: filer ?? liaison, declaredBy: filer, declaredAt: submittedAt,
    ownerId: liaison, firstOwnerId: liaison, submittedAt, acceptanceDays: version.acceptanceDays, promisedDays: version.promisedDays, receivedOn: on, acceptedAt: at(on, 11), acceptedBy: liaison,
    clockFromOn: on, createdAt: submittedAt, updatedAt: at(on, 11),
  };
  written.requests.push(row);
  return row;
}

function tell(trail: Trail, row: Row, company: SeededCompany, filer: Teller, liaison: Teller, due: Day): void {
  const about = { subject: { type: 'request', id: row.id }, companyId: company.id };
  const held = { request: row.id, number: row.number ?? '', title: row.title ?? '', owner: liaison.membershipId, companyId: company.id };
  trail.add(requestSubmitted, row.submittedAt ?? new Date(0), filer, { ...about, data: { ...held, files: 0 } });
  trail.add(requestAccepted, row.acceptedAt ?? new Date(0), liaison, { ...about, data: { ...held, ownerName: liaison.name, due, known: 'yes' } });
}
