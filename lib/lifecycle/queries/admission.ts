import { and, asc, count, desc, eq, ilike, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { carriers, companies } from '@/db/schema/companies';
import { admissionRuleVersions, applicationReviews, applications, rubricVersions } from '@/db/schema/lifecycle';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { offsetOf } from '@/lib/kernel/list-params';
import { type AdmissionConditions, type AdmissionFacts, applicationFor, type ApplicationLack, averageScore, type Criterion, inForce, judge, type RuleVerdict, technologyBases } from '../admission';
import { ApplicationFields, type ApplicationListParams } from '../inputs';

export interface RuleVersion {
  id: string;
  name: string;
  source: string;
  effectiveFrom: Day;
  conditions: AdmissionConditions;
}
export interface Rubric {
  id: string;
  name: string;
  effectiveFrom: Day;
  criteria: Criterion[];
}

/** Every version of the conditions, the newest first. */
export async function listRuleVersions(ctx: Ctx): Promise<RuleVersion[]> {
  const { id, name, source, effectiveFrom, conditions } = admissionRuleVersions;
  const rows = await ctx.db.select({ id, name, source, effectiveFrom, conditions }).from(admissionRuleVersions).orderBy(desc(effectiveFrom));
  return rows.map((row) => ({ ...row, conditions: row.conditions as AdmissionConditions }));
}

export async function listRubrics(ctx: Ctx): Promise<Rubric[]> {
  const { id, name, effectiveFrom, criteria } = rubricVersions;
  const rows = await ctx.db.select({ id, name, effectiveFrom, criteria }).from(rubricVersions).orderBy(desc(effectiveFrom));
  return rows.map((row) => ({ ...row, criteria: row.criteria as Criterion[] }));
}

export type ApplicationView = NonNullable<Awaited<ReturnType<typeof getApplication>>>;

/** One application with what was typed into it, or null. */
export async function getApplication(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [row] = await ctx.db
    .select({ application: applications, company: companies.name, decidedByName: memberships.name })
    .from(applications)
    .leftJoin(companies, eq(companies.id, applications.companyId))
    .leftJoin(memberships, eq(memberships.id, applications.decidedBy))
    .where(eq(applications.id, id));
  if (row === undefined) return null;
  const { facts, verdict, ...rest } = row.application;
  return { ...rest, typed: typedOf(row.application), verdict: verdict as RuleVerdict[] | null, company: row.company, decidedByName: row.decidedByName };
}

/** What stands in the form: as it was typed, finished or not. */
export function typedOf(row: Pick<typeof applications.$inferSelect, 'facts' | 'name' | 'contactName' | 'contactPhone' | 'contactEmail'>): Record<string, string> {
  const facts = row.facts as Record<string, string | string[]>;
  const plain = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? value.join(' ') : value]));
  return { ...plain, name: row.name, contactName: row.contactName, contactPhone: row.contactPhone ?? '', contactEmail: row.contactEmail ?? '' };
}

/** As the conditions read it; what can't be read yet is missing. */
export function admissionFactsOf(typed: Record<string, unknown>): AdmissionFacts {
  const one = <K extends 'establishedOn' | 'registered' | 'works' | 'team'>(key: K) => {
    const parsed = ApplicationFields.shape[key].safeParse(typed[key] ?? '');
    return parsed.success ? parsed.data : null;
  };
  const words = String(typed.technology ?? '').split(' ');
  return {
    establishedOn: one('establishedOn') as Day | null,
    registered: one('registered') as AdmissionFacts['registered'],
    works: one('works') as AdmissionFacts['works'],
    technology: technologyBases.filter((basis) => words.includes(basis)),
    team: one('team') as number | null,
  };
}

export async function reviewsOf(ctx: Ctx, id: string) {
  const rows = await ctx.db
    .select({ membershipId: applicationReviews.membershipId, reviewer: memberships.name, rubricId: applicationReviews.rubricId, scores: applicationReviews.scores, total: applicationReviews.total, words: applicationReviews.words, updatedAt: applicationReviews.updatedAt })
    .from(applicationReviews)
    .innerJoin(memberships, eq(memberships.id, applicationReviews.membershipId))
    .where(eq(applicationReviews.applicationId, id))
    .orderBy(asc(applicationReviews.createdAt));
  return rows.map((row) => ({ ...row, scores: row.scores as Record<string, number> }));
}

/** The file held against every version, and the rubric with what reviewers gave. `day` is that of the admission. */
export async function assess(ctx: Ctx, application: Pick<ApplicationView, 'id' | 'typed'>, day: Day) {
  const [versions, rubrics, reviews] = [await listRuleVersions(ctx), await listRubrics(ctx), await reviewsOf(ctx, application.id)];
  const used = rubrics.find((one) => one.id === reviews[0]?.rubricId);
  const rubric = used ?? inForce(rubrics, dayOf(ctx.now));
  const score = averageScore(reviews, rubric?.criteria ?? []);
  const facts = admissionFactsOf(application.typed);
  const now = inForce(versions, day);
  return {
    reviews,
    rubric,
    score,
    versions: versions.map((version) => ({ ...version, isNow: version.id === now?.id, verdicts: judge(version.conditions, facts, { day, score }) })),
  };
}

/** What an applicant is still writing is theirs. */
const mayBeKnown = or(sql`${applications.state} <> 'draft'`, isNull(applications.personId));

function whereOf(ctx: Ctx, { show, q }: ApplicationListParams['filters']): SQL | undefined {
  const today = dayOf(ctx.now);
  const state = applications.state;
  const shown: Record<string, SQL | undefined> = {
    open: inArray(state, ['submitted', 'returned', 'under_review']),
    waiting: eq(state, 'waiting'),
    conditions: and(eq(state, 'admitted'), isNotNull(applications.conditionDueOn), isNull(applications.conditionMetOn)),
    decided: inArray(state, ['admitted', 'refused', 'withdrawn']),
    late: and(eq(state, 'admitted'), lt(applications.conditionDueOn, today), isNull(applications.conditionMetOn)),
    all: undefined,
  };
  return and(
    mayBeKnown,
    shown[show ?? 'open'],
    q === undefined ? undefined : or(ilike(applications.name, `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`), eq(applications.number, q.toUpperCase())),
  );
}

const line = {
  id: applications.id,
  number: applications.number,
  name: applications.name,
  state: applications.state,
  contactName: applications.contactName,
  submittedAt: applications.submittedAt,
  waitingSince: applications.waitingSince,
  conditionText: applications.conditionText,
  conditionDueOn: applications.conditionDueOn,
  conditionMetOn: applications.conditionMetOn,
  reviews: sql<number>`(select count(*)::int from ${applicationReviews} r where r.center_id = ${applications.centerId} and r.application_id = ${applications.id})`,
};

/** A page of applications; those that wait stand in the order they began to. */
export async function listApplications(ctx: Ctx, params: ApplicationListParams) {
  const where = whereOf(ctx, params.filters);
  const order = params.filters.show === 'waiting' ? [asc(applications.waitingSince), asc(applications.id)] : params.dir === 'asc' ? [sql`${applications.submittedAt} asc nulls first`, asc(applications.id)] : [sql`${applications.submittedAt} desc nulls last`, desc(applications.id)];
  const rows = await ctx.db.select(line).from(applications).where(where).orderBy(...order).limit(params.size).offset(offsetOf(params));
  const matching = ctx.db.select({ one: sql`1`.as('one') }).from(applications).where(where).limit(10_001).as('matching');
  const [total] = await ctx.db.select({ n: count() }).from(matching);
  const n = total?.n ?? 0;
  return { rows, total: Math.min(n, 10_000), over: n > 10_000 };
}
export type ApplicationLine = Awaited<ReturnType<typeof listApplications>>['rows'][number];

/** Admitted under a condition whose day has passed. */
export async function overdueConditions(ctx: Ctx, limit = 20) {
  const late = and(eq(applications.state, 'admitted'), lt(applications.conditionDueOn, dayOf(ctx.now)), isNotNull(applications.conditionDueOn), isNull(applications.conditionMetOn));
  return ctx.db.select({ ...line, companyId: applications.companyId }).from(applications).where(late).orderBy(asc(applications.conditionDueOn)).limit(limit);
}

/** Conditions under which one company was admitted and which nobody has found met, the next day first. */
export async function conditionsOf(ctx: Ctx, companyId: string) {
  const open = and(eq(applications.companyId, companyId), eq(applications.state, 'admitted'), isNotNull(applications.conditionDueOn), isNull(applications.conditionMetOn));
  return ctx.db.select({ id: applications.id, text: applications.conditionText, dueOn: sql<Day>`${applications.conditionDueOn}` }).from(applications).where(open).orderBy(asc(applications.conditionDueOn));
}

/** An applicant's own applications, the newest first; row-level security leaves no others. */
export async function ownApplications(ctx: Ctx) {
  return ctx.db.select({ ...line, said: applications.said, reviews: sql<number>`0`, version: applications.version }).from(applications).orderBy(desc(applications.id)).limit(50);
}

/**
 * In incubation past their last day, the longest first; then those whose last day comes until `until`. However many are past
 * it, half of the `limit` is for those who can still be talked to in time.
 */
export async function termsEnding(ctx: Ctx, until: Day, limit: number) {
  const today = dayOf(ctx.now);
  const lines = (where: SQL) =>
    ctx.db
      .select({ id: companies.id, name: companies.name, dueOn: companies.dueOn, carrier: carriers.name })
      .from(companies)
      .leftJoin(carriers, eq(carriers.id, companies.carrierId))
      .where(where)
      .orderBy(asc(companies.dueOn), asc(companies.id))
      .limit(limit);
  const [over, soon] = await Promise.all([lines(sql`${companies.dueOn} < ${today}`), lines(sql`${companies.dueOn} between ${today} and ${until}`)]);
  const past = over.slice(0, limit - Math.min(soon.length, Math.floor(limit / 2)));
  return [...past, ...soon.slice(0, limit - past.length)];
}

export type AdmissionCase =
  /** Its application is under review; what each condition in force on the day says of it. */
  | { kind: 'judged'; application: string; verdicts: RuleVerdict[] }
  /** It can't be decided yet. `code` is a key under `errors.admission.`; `application` the one to go on with, where there is one. */
  | { kind: 'lacking'; code: ApplicationLack | 'noRules'; params: { company: string; number: string; day: Day }; application: string | null };

/**
 * By what a company is admitted that asked for it: its application, judged by the conditions of the day. One that isn't
 * taken up yet is known by its name or code.
 */
export async function admissionCase(ctx: Ctx, companyId: string, day: Day): Promise<AdmissionCase> {
  const [company] = await ctx.db.select({ name: companies.name, nameKey: companies.nameKey, creditCode: companies.creditCode }).from(companies).where(eq(companies.id, companyId));
  const { name, nameKey, creditCode } = found(company);
  const named = sql`company_key(${applications.name}) = ${nameKey}`;
  const coded = creditCode === null ? undefined : sql`upper(${applications.facts} ->> 'creditCode') = ${creditCode}`;
  const theirs = await ctx.db
    .select()
    .from(applications)
    .where(or(eq(applications.companyId, companyId), and(isNull(applications.companyId), mayBeKnown, or(named, coded))))
    .orderBy(desc(applications.id));
  const { application, lack } = applicationFor(theirs);
  const lacking = (code: ApplicationLack | 'noRules'): AdmissionCase => ({ kind: 'lacking', code, params: { company: name, number: application?.number ?? '', day }, application: application?.id ?? null });
  if (lack !== null) return lacking(lack);
  const { versions } = await assess(ctx, { id: application.id, typed: typedOf(application) }, day);
  const rules = versions.find((one) => one.isNow);
  return rules === undefined ? lacking('noRules') : { kind: 'judged', application: application.id, verdicts: rules.verdicts };
}

/** How many applications wait for somebody at the desk. */
export async function countOpenApplications(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select({ n: count() }).from(applications).where(inArray(applications.state, ['submitted', 'under_review']));
  return row?.n ?? 0;
}
