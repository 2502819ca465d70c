import { and, asc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { requestRepairs } from '@/db/schema/service-desk-ratings';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { holdsOwnQueue } from '../policy';

const line = { id: requests.id, number: requests.number, title: requests.title, company: companies.name, owner: memberships.name };

/** Whoever works through a queue of their own is shown what is theirs; whoever leads or audits, all of it. */
function theirs(ctx: Ctx): SQL | undefined {
  return holdsOwnQueue(ctx.actor) ? eq(requests.ownerId, membershipOf(ctx.actor) ?? '') : undefined;
}

/** 督办期满: supervised, its day passed and nobody lifted it, the longest first. */
export async function supervisionsPassed(ctx: Ctx, limit: number) {
  return ctx.db
    .select({ ...line, until: requests.supervisedUntil })
    .from(requests)
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(memberships, eq(memberships.id, requests.ownerId))
    .where(and(lt(requests.supervisedUntil, dayOf(ctx.now)), theirs(ctx)))
    .orderBy(asc(requests.supervisedUntil), asc(requests.id))
    .limit(limit);
}

/** 差评整改: bad ratings still to be put right, by what comes next: the call back, then the repair. */
export async function repairsOpen(ctx: Ctx, limit: number) {
  const next = sql<Day>`case when ${requestRepairs.contactedAt} is null then ${requestRepairs.contactDueOn} else ${requestRepairs.dueOn} end`;
  return ctx.db
    .select({ ...line, what: sql<'contact' | 'repair'>`case when ${requestRepairs.contactedAt} is null then 'contact' else 'repair' end`, dueOn: next })
    .from(requestRepairs)
    // What is repaired is the latest round's rating: one that was taken up again is worked on as a whole.
    .innerJoin(requests, and(eq(requests.id, requestRepairs.requestId), eq(requests.round, requestRepairs.round)))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(memberships, eq(memberships.id, requests.ownerId))
    .where(and(isNull(requestRepairs.repairedAt), theirs(ctx)))
    .orderBy(asc(next), asc(requests.id))
    .limit(limit);
}
