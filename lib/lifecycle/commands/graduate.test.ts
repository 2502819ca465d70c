import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { companies, companyAssignments } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { graduationEvidence } from '@/db/schema/lifecycle';
import { memberships } from '@/db/schema/people';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { roadOfCompany } from '@/lib/companies/queries/road';
import { getDocument, listDocumentsOf, verifyByCode } from '@/lib/documents/queries';
import { ForbiddenError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { yuan } from '@/lib/kernel/money';
import { GiveEvidence, Graduate, Leave } from '../inputs';
import { leavingChecklist } from '../queries/leaving';
import { giveEvidence, graduateCompany, leaveCenter, withdrawEvidence } from './graduate';
import { strikeRoadStep } from './strike-step';

async function scene() {
  const center = await makeCenter();
  const [director, manager, liaison] = [await makeMember(center, 'director'), await makeMember(center, 'manager'), await makeMember(center, 'liaison')];
  const company = await makeCompany(center, { admittedOn: '2023-01-10', name: '兰州将毕业科技有限公司' });
  const login = await makeMember(center, 'company_owner', { companyId: company });
  await assign(center, company, 'liaison', liaison.membershipId);
  const revenue = (year: number, amount: bigint, state: 'verified' | 'proposed' = 'verified') =>
    owner().insert(companyFacts).values({ centerId: center, id: newId(), companyId: company, year, key: 'revenue', value: amount, source: 'staff', state });
  return { center, director, manager, liaison, company, login, revenue };
}
const graduate = (company: string, more: Record<string, string> = {}) => Graduate.parse({ company, onDay: '2026-11-20', ...more });

test('two verified years over 1,000 万元 graduate a company, with a certificate that anybody can verify', async () => {
  const { manager, liaison, company, login, revenue } = await scene();
  await revenue(2024, yuan(4_000_000));
  await revenue(2025, yuan(6_000_000), 'proposed');
  await expect(as(manager, (ctx) => graduateCompany(ctx, graduate(company)))).rejects.toThrow('graduation.noneMet');
  await owner().update(companyFacts).set({ state: 'verified' }).where(eq(companyFacts.companyId, company));
  // Exactly 1,000 万元 isn't more.
  await expect(as(manager, (ctx) => graduateCompany(ctx, graduate(company)))).rejects.toThrow('graduation.noneMet');
  await owner().update(companyFacts).set({ value: yuan(6_000_001) }).where(eq(companyFacts.year, 2025));
  await expect(as(liaison, (ctx) => graduateCompany(ctx, graduate(company)))).rejects.toThrow(ForbiddenError);
  const { document } = await as(manager, (ctx) => graduateCompany(ctx, graduate(company, { endTrio: 'on' })));
  const paper = await reading(login, (ctx) => getDocument(ctx, document));
  expect(paper).toMatchObject({ kind: 'certificate', party: '兰州将毕业科技有限公司' });
  expect(JSON.stringify(paper?.content)).toContain('1,000');
  expect(await reading({ kind: 'public', centerId: null }, (ctx) => verifyByCode(ctx, paper?.code ?? ''))).toMatchObject({ matches: true, number: paper?.number });
  const [row] = await owner().select().from(companies).where(eq(companies.id, company));
  expect(row).toMatchObject({ state: 'graduated', leftOn: '2026-11-20', dueOn: null });
  expect((await owner().select().from(companyAssignments).where(eq(companyAssignments.companyId, company))).every((one) => one.untilOn !== null)).toBe(true);
  expect((await owner().select().from(memberships).where(eq(memberships.id, login.membershipId)))[0]?.endedAt).toBeNull();
  await expect(as(manager, (ctx) => graduateCompany(ctx, graduate(company)))).rejects.toThrow('road.already.graduated');
});

test('a graduation struck as a mistake takes its certificate along: it verifies as void, and the next one alone stands', async () => {
  const { manager, company, revenue } = await scene();
  for (const year of [2024, 2025]) await revenue(year, yuan(6_000_000));
  const strike = async () => {
    const step = (await reading(manager, (ctx) => roadOfCompany(ctx, company))).at(-1);
    await as(manager, (ctx) => strikeRoadStep(ctx, { step: step?.id ?? '', reason: '录错了' }));
  };
  const first = await as(manager, (ctx) => graduateCompany(ctx, graduate(company)));
  await strike();
  const second = await as(manager, (ctx) => graduateCompany(ctx, graduate(company)));
  const papers = await reading(manager, (ctx) => listDocumentsOf(ctx, { type: 'company', id: company }));
  expect(papers.map(({ id, revokedAt }) => [id, revokedAt !== null])).toEqual([[second.document, false], [first.document, true]]);
});

test('venture money that staff enter adds up; withdrawn, it no longer does', async () => {
  const { manager, liaison, company } = await scene();
  const give = (amount: string) => as(liaison, (ctx) => giveEvidence(ctx, GiveEvidence.parse({ company, condition: 'venture', amount, words: '天使轮' })));
  await give('300');
  const { id } = await give('200');
  await expect(as(manager, (ctx) => graduateCompany(ctx, graduate(company)))).rejects.toThrow('graduation.noneMet');
  await as(liaison, (ctx) => withdrawEvidence(ctx, { evidence: id }));
  await give('200.01');
  await as(manager, (ctx) => graduateCompany(ctx, graduate(company)));
  expect((await reading(manager, (ctx) => roadOfCompany(ctx, company))).at(-1)).toMatchObject({ kind: 'graduated' });
  expect(GiveEvidence.safeParse({ company, condition: 'revenue', words: '年报' }).error?.issues.map((issue) => issue.path[0])).toEqual(['amount', 'year']);
});

test('evidence that can’t be is refused on its field, and nothing of it is kept', async () => {
  const { liaison, company } = await scene();
  await owner().update(companies).set({ establishedOn: '2022-06-30' }).where(eq(companies.id, company));
  const give = (typed: Record<string, string>) => as(liaison, (ctx) => giveEvidence(ctx, GiveEvidence.parse({ company, ...typed })));
  await expect(give({ condition: 'revenue', amount: '900', year: '2021', words: '年报' })).rejects.toMatchObject({ code: 'facts.beforeEstablished', options: { field: 'year', params: { since: '2022' } } });
  await expect(give({ condition: 'revenue', amount: '900', year: '2027', words: '年报' })).rejects.toMatchObject({ code: 'facts.future', options: { field: 'year' } });
  await expect(give({ condition: 'venture', amount: '900', onDay: '2027-01-01', words: '天使轮' })).rejects.toMatchObject({ code: 'graduation.dayLater', options: { field: 'onDay' } });
  await expect(give({ condition: 'hnte', words: 'GR2025' })).rejects.toMatchObject({ code: 'graduation.certificate', options: { field: 'words' } });
  expect(await owner().$count(graduationEvidence, eq(graduationEvidence.companyId, company))).toBe(0);
  await give({ condition: 'hnte', onDay: '2025-11-01', words: 'GR202562000001' });
  expect(await owner().$count(graduationEvidence, eq(graduationEvidence.companyId, company))).toBe(1);
});

test('leaving shows what hangs on it; removal is the director’s and may end the logins', async () => {
  const { director, manager, company, login, liaison } = await scene();
  expect(await reading(manager, (ctx) => leavingChecklist(ctx, company))).toEqual({ requests: 0, trio: [{ role: 'liaison', name: liaison.name }], logins: [login.name], conditions: [] });
  const leave = (kind: string) => Leave.parse({ company, kind, onDay: '2026-11-01', reason: '失联超过半年', endTrio: 'on', endLogins: 'on' });
  await expect(as(manager, (ctx) => leaveCenter(ctx, leave('removed')))).rejects.toThrow(ForbiddenError);
  await as(director, (ctx) => leaveCenter(ctx, leave('removed')));
  const [row] = await owner().select().from(companies).where(eq(companies.id, company));
  expect(row).toMatchObject({ state: 'removed', leftOn: '2026-11-01' });
  expect((await owner().select().from(memberships).where(eq(memberships.id, login.membershipId)))[0]?.endedAt).not.toBeNull();
  await expect(as(manager, (ctx) => leaveCenter(ctx, leave('exited')))).rejects.toThrow('road.already.removed');
});
