import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companies, companyContacts } from '@/db/schema/companies';
import { companyProducts } from '@/db/schema/companies-file';
import { applications } from '@/db/schema/lifecycle';
import { applicants, memberships } from '@/db/schema/people';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { roadOfCompany } from '@/lib/companies/queries/road';
import type { ApplicantActor, PersonActor } from '@/lib/kernel/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { registerApplicant } from '@/lib/people/commands/applicants';
import { AddRubric, AddRules, AdmitApplication, SubmitApplication } from '../../inputs';
import { assess, conditionsOf, getApplication, ownApplications, overdueConditions } from '../../queries/admission';
import { admitApplication, letWait, meetCondition, refuseApplication } from './decide';
import { saveApplication, startApplication, submitApplication, withdrawApplication } from './draft';
import { acceptApplication, returnApplication, scoreApplication } from './review';
import { addRubric, addRules, ensureAdmissionRules } from './settings';

let serial = 0;
async function makeApplicant(centerId: string): Promise<ApplicantActor> {
  const person: PersonActor = { kind: 'person', personId: newId(), centerId, name: '高原', sessionId: null };
  serial += 1;
  await as(person, (ctx) => registerApplicant(ctx, { center: centerId, name: '高原', phone: `1377${process.pid % 1000}${String(serial).padStart(4, '0')}`.padEnd(11, '0').slice(0, 11), email: null, consent: 'on', newPassword: '雁滩河畔的七棵老柳树', repeatPassword: '雁滩河畔的七棵老柳树' }));
  return { kind: 'applicant', personId: person.personId, centerId, name: '高原', sessionId: null };
}
async function scene() {
  const center = await makeCenter();
  await ensureAdmissionRules(owner(), center);
  const [director, manager, liaison] = [await makeMember(center, 'director'), await makeMember(center, 'manager'), await makeMember(center, 'liaison')];
  return { center, director, manager, liaison, applicant: await makeApplicant(center) };
}
const form = (application: string, more: Record<string, unknown> = {}) => ({
  application, name: `陇原智造${application.slice(-6)}科技有限公司`, contactName: '高原', contactPhone: '13912345678', establishedOn: '2025-03-01', registered: 'here', works: 'promised', technology: ['ip'], termField: 'biomedicine', product: '多肽药物递送', team: '6', area: '50', ...more,
});
const points = { c1: '15', c2: '20', c3: '15', c4: '15', c5: '10' };
async function reviewed(more: Record<string, unknown> = {}) {
  const s = await scene();
  const { id } = await as(s.applicant, startApplication);
  await as(s.applicant, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id, more))));
  const { companyId } = await as(s.liaison, (ctx) => acceptApplication(ctx, { application: id }));
  for (const reviewer of [s.liaison, s.manager]) await as(reviewer, (ctx) => scoreApplication(ctx, { application: id, words: '可以', points }));
  return { ...s, id, companyId };
}
const admit = (id: string, more: Record<string, string> = {}) => AdmitApplication.parse({ application: id, admittedOn: '2026-11-20', ...more });

describe('an application', () => {
  test('is written in parts, handed in, taken up, scored, and admitted: the applicant owns the company', async () => {
    const { applicant, manager, id, companyId } = await reviewed();
    await as(manager, (ctx) => admitApplication(ctx, admit(id, { area: '50', room: 'A-1' })));
    const [company] = await owner().select().from(companies).where(eq(companies.id, companyId));
    expect(company).toMatchObject({ state: 'incubating', admittedOn: '2026-11-20', dueOn: '2031-11-20', area: 5_000, room: 'A-1' });
    expect((await reading(manager, (ctx) => roadOfCompany(ctx, companyId))).map((step) => step.kind)).toEqual(['applied', 'under_review', 'admitted']);
    // Stated once: whom to ask and what it makes stand in its file, and not as its industry.
    expect(company?.industry).toBeNull();
    expect(await owner().select({ name: companyContacts.name, phone: companyContacts.phone, isPrimary: companyContacts.isPrimary }).from(companyContacts).where(eq(companyContacts.companyId, companyId))).toEqual([{ name: '高原', phone: '13912345678', isPrimary: true }]);
    expect(await owner().select({ name: companyProducts.name }).from(companyProducts).where(eq(companyProducts.companyId, companyId))).toEqual([{ name: '多肽药物递送' }]);
    const [member] = await owner().select().from(memberships).where(eq(memberships.personId, applicant.personId));
    expect(member).toMatchObject({ role: 'company_owner', companyId, endedAt: null });
    const [ended] = await owner().select().from(applicants).where(eq(applicants.personId, applicant.personId));
    expect(ended?.endedAt).not.toBeNull();
    const decided = await reading(manager, (ctx) => getApplication(ctx, id));
    expect(decided).toMatchObject({ state: 'admitted', number: expect.stringMatching(/^RF-2026-/) as string });
    expect(decided?.verdict?.map((one) => [one.rule, one.result])).toEqual([['registeredHere', 'met'], ['worksHere', 'met'], ['age', 'met'], ['technology', 'met'], ['score', 'met']]);
  });

  test('keeps what is typed, however unfinished, and says everything that is missing at once', async () => {
    const { applicant } = await scene();
    const { id } = await as(applicant, startApplication);
    await as(applicant, (ctx) => saveApplication(ctx, SubmitApplication.parse({ application: id, intent: 'save', establishedOn: '去年三月', team: '六', version: 1 })));
    expect((await reading(applicant, (ctx) => getApplication(ctx, id)))?.typed).toMatchObject({ establishedOn: '去年三月', team: '六' });
    const checked = SubmitApplication.safeParse({ application: id, establishedOn: '去年三月', team: '六' });
    expect(checked.error?.issues.map((issue) => issue.path.join('.')).sort()).toEqual(['contactName', 'contactPhone', 'establishedOn', 'name', 'product', 'registered', 'team', 'termField', 'works']);
    await expect(as(applicant, (ctx) => saveApplication(ctx, SubmitApplication.parse({ application: id, intent: 'save', version: 1 })))).rejects.toThrow('stale');
  });

  test('is not handed in with a day of founding that the register would refuse; kept for later, it stays as typed', async () => {
    const { applicant } = await scene();
    const { id } = await as(applicant, startApplication);
    const hand = (more: Record<string, string>) => as(applicant, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id, more))));
    await expect(hand({ establishedOn: '2026-11-21' })).rejects.toMatchObject({ code: 'company.establishedLater', options: { field: 'establishedOn' } });
    await expect(hand({ establishedOn: '1900-01-01' })).rejects.toMatchObject({ code: 'company.tooEarly', options: { field: 'establishedOn' } });
    expect(await hand({ establishedOn: '2026-11-21', intent: 'save' })).toMatchObject({ number: null });
    expect((await reading(applicant, (ctx) => getApplication(ctx, id)))?.typed).toMatchObject({ establishedOn: '2026-11-21' });
    expect((await hand({ establishedOn: '2026-11-20' })).number).toMatch(/^RF-2026-/);
  });

  test('is the applicant’s alone: not another one’s, and no draft of theirs at the desk to edit', async () => {
    const { center, applicant, liaison } = await scene();
    const { id } = await as(applicant, startApplication);
    const other = await makeApplicant(center);
    expect(await reading(other, (ctx) => getApplication(ctx, id))).toBeNull();
    expect(await reading(other, ownApplications)).toEqual([]);
    await expect(as(other, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id))))).rejects.toThrow(NotFoundError);
    await expect(as(liaison, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id))))).rejects.toThrow(ForbiddenError);
  });

  test('an applicant can’t give themselves a state', async () => {
    const { applicant } = await scene();
    const { id } = await as(applicant, startApplication);
    await expect(as(applicant, (ctx) => ctx.db.update(applications).set({ state: 'admitted' }).where(eq(applications.id, id)))).rejects.toThrow();
    await expect(as(applicant, (ctx) => admitApplication(ctx, admit(id)))).rejects.toThrow('admission.notNow');
  });

  test('goes back for correction and comes again under its number; withdrawn, it is over', async () => {
    const { applicant, liaison } = await scene();
    const { id } = await as(applicant, startApplication);
    const first = await as(applicant, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id))));
    await as(liaison, (ctx) => returnApplication(ctx, { application: id, said: '请补营业执照' }));
    expect((await reading(applicant, (ctx) => getApplication(ctx, id)))?.said).toBe('请补营业执照');
    const second = await as(applicant, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id))));
    expect(second.number).toBe(first.number);
    await as(applicant, (ctx) => withdrawApplication(ctx, { application: id }));
    await expect(as(liaison, (ctx) => acceptApplication(ctx, { application: id }))).rejects.toThrow('admission.notNow');
  });

  test('the desk files for somebody, and a company that has a file gets no second one', async () => {
    const { center, liaison } = await scene();
    const known = await makeCompany(center, { name: '兰州回头客科技有限公司', state: 'exited', admittedOn: '2015-01-01', leftOn: '2018-01-01' });
    const { id } = await as(liaison, startApplication);
    await as(liaison, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(id, { name: '兰州回头客科技有限公司' }))));
    expect((await as(liaison, (ctx) => acceptApplication(ctx, { application: id }))).companyId).toBe(known);
    const again = await as(liaison, startApplication);
    await as(liaison, (ctx) => submitApplication(ctx, SubmitApplication.parse(form(again.id, { name: '兰州回头客科技有限公司' }))));
    await expect(as(liaison, (ctx) => acceptApplication(ctx, { application: again.id }))).rejects.toThrow('road.applicationOpen');
  });
});

describe('deciding', () => {
  test('what isn’t met needs a condition with a day, and an overdue one is found', async () => {
    const { manager, id } = await reviewed({ registered: 'elsewhere' });
    await expect(as(manager, (ctx) => admitApplication(ctx, admit(id)))).rejects.toMatchObject({ code: 'admission.unmet', options: { field: 'conditionText' } });
    expect(AdmitApplication.safeParse({ application: id, admittedOn: '2026-11-20', conditionText: '迁入注册地' }).success).toBe(false);
    await expect(as(manager, (ctx) => admitApplication(ctx, admit(id, { conditionText: '迁入注册地', conditionDueOn: '2026-11-20' })))).rejects.toThrow('admission.conditionLater');
    await as(manager, (ctx) => admitApplication(ctx, admit(id, { conditionText: '迁入注册地', conditionDueOn: '2026-12-20' })));
    const late = (day: string) => reading(manager, overdueConditions, new Date(`${day}T02:00:00Z`));
    expect(await late('2026-12-20')).toEqual([]);
    expect((await late('2026-12-21')).map((row) => row.id)).toEqual([id]);
    const company = (await reading(manager, (ctx) => getApplication(ctx, id)))?.companyId ?? '';
    expect(await reading(manager, (ctx) => conditionsOf(ctx, company))).toEqual([{ id, text: '迁入注册地', dueOn: '2026-12-20' }]);
    await as(manager, (ctx) => meetCondition(ctx, { application: id, metOn: '2026-12-22' }), new Date('2026-12-23T02:00:00Z'));
    expect(await late('2026-12-25')).toEqual([]);
    expect(await reading(manager, (ctx) => conditionsOf(ctx, company))).toEqual([]);
  });

  test('where no conditions are in force on the day nobody is admitted, condition or not', async () => {
    const { manager, id } = await reviewed();
    const refused = (more: Record<string, string>) => expect(as(manager, (ctx) => admitApplication(ctx, admit(id, more)))).rejects.toMatchObject({ code: 'admission.noRules', options: { field: 'admittedOn', params: { day: '2018-12-13' } } });
    await refused({ admittedOn: '2018-12-13' });
    await refused({ admittedOn: '2018-12-13', conditionText: '迁入注册地', conditionDueOn: '2027-12-20' });
    expect((await reading(manager, (ctx) => getApplication(ctx, id)))?.state).toBe('under_review');
    await as(manager, (ctx) => admitApplication(ctx, admit(id)));
  });

  test('one file against every version: it fails the old and passes the eased', async () => {
    const { manager, id } = await reviewed({ establishedOn: '2023-01-10', registered: 'promised', technology: ['team'] });
    const application = await reading(manager, (ctx) => getApplication(ctx, id));
    const { versions, score } = await reading(manager, (ctx) => assess(ctx, { id, typed: application?.typed ?? {} }, '2026-11-20'));
    expect(score).toBe(75);
    expect(versions.map((version) => [version.effectiveFrom, version.isNow, version.verdicts.filter((one) => one.result === 'unmet').map((one) => one.rule)])).toEqual([
      ['2022-01-01', true, []],
      ['2018-12-14', false, ['registeredHere', 'worksHere', 'age', 'technology']],
    ]);
  });

  test('nobody decides but those who may; nobody scores outside the rubric', async () => {
    const { applicant, liaison, id } = await reviewed();
    await expect(as(liaison, (ctx) => admitApplication(ctx, admit(id)))).rejects.toThrow(ForbiddenError);
    // What is under review an applicant may read and no longer hold.
    await expect(as(applicant, (ctx) => scoreApplication(ctx, { application: id, words: '好', points }))).rejects.toThrow(NotFoundError);
    await expect(as(liaison, (ctx) => scoreApplication(ctx, { application: id, words: '好', points: { ...points, c1: '21' } }))).rejects.toMatchObject({ code: 'admission.points', options: { field: 'points_c1' } });
    await expect(as(liaison, (ctx) => scoreApplication(ctx, { application: id, words: '好', points: { c1: '1' } }))).rejects.toMatchObject({ code: 'required', options: { field: 'points_c2' } });
  });

  test('waits, then is refused with a reason; the company stays a prospect and may apply again', async () => {
    const { manager, id, companyId } = await reviewed();
    await as(manager, (ctx) => letWait(ctx, { application: id, said: '暂无房源' }));
    await as(manager, (ctx) => refuseApplication(ctx, { application: id, said: '与主导产业不符' }));
    const [company] = await owner().select().from(companies).where(eq(companies.id, companyId));
    expect(company?.state).toBe('prospect');
    expect((await reading(manager, (ctx) => roadOfCompany(ctx, companyId))).at(-1)).toMatchObject({ kind: 'declined', reason: '与主导产业不符' });
    await expect(as(manager, (ctx) => admitApplication(ctx, admit(id)))).rejects.toThrow('admission.notNow');
  });

  test('the director makes versions; two can’t begin on one day', async () => {
    const { director, manager } = await scene();
    const rules = AddRules.parse({ name: '再放宽', effectiveFrom: '2027-01-01', registeredHere: 'free', worksHere: 'promised', ageMonths: '', leastScore: '' });
    await expect(as(manager, (ctx) => addRules(ctx, rules))).rejects.toThrow(ForbiddenError);
    await as(director, (ctx) => addRules(ctx, rules));
    await expect(as(director, (ctx) => addRules(ctx, rules))).rejects.toThrow('admission.sameDay');
    expect(AddRubric.safeParse({ name: '新表', effectiveFrom: '2027-01-01', criteria: '团队 60\n技术 30' }).error?.issues[0]?.message).toBe('admission.rubricHundred');
    await as(director, (ctx) => addRubric(ctx, AddRubric.parse({ name: '新表', effectiveFrom: '2027-01-01', criteria: '团队 60\n技术：40分' })));
  });
});
