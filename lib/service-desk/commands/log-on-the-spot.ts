import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { nextNumber } from '@/lib/documents/numbers';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestLogged } from '../entries';
import type { LogOnTheSpot } from '../inputs';
import { canServe } from '../policy';
import { currentVersionOf } from '../queries/catalogue';
import { companyStanding } from '../queries/people';
import { aboutRequest, subjectOf } from './held-request';

const TITLE = 60;

/** 当场办结: a question answered while the company is on the phone. One save, nothing to confirm, counted apart. */
export async function logOnTheSpot(ctx: Ctx, input: z.output<typeof LogOnTheSpot>): Promise<{ id: string; number: string }> {
  allow(canServe(ctx.actor));
  const actor = ctx.actor as MemberActor;
  found(await companyStanding(ctx, input.company));
  const version = await currentVersionOf(ctx, 'consultation');
  ensure(version !== null, 'request.itemClosed');
  const number = await nextNumber(ctx, 'FW', yearOf(dayOf(ctx.now)));
  const [first = ''] = input.question.split('\n');
  const row = { id: newId(), number, title: first.length > TITLE ? `${first.slice(0, TITLE)}…` : first, ownerId: actor.membershipId, companyId: input.company };
  await ctx.db.insert(requests).values({
    ...row,
    centerId: actor.centerId,
    itemId: version.itemId,
    versionId: version.id,
    body: input.question,
    state: 'completed',
    spot: true,
    channel: input.channel,
    filedBy: actor.membershipId,
    firstOwnerId: actor.membershipId,
    submittedAt: ctx.now,
    acceptanceDays: version.acceptanceDays,
    promisedDays: version.promisedDays,
    acceptedAt: ctx.now,
    acceptedBy: actor.membershipId,
    decidedAt: ctx.now,
    outcome: 'granted',
    completedAt: ctx.now,
    completedBy: actor.membershipId,
    delivery: 'portal',
    result: input.answer,
    usedDays: 0,
    waitedDays: 0,
    companyDays: 0,
    createdAt: ctx.now,
    createdBy: actor.membershipId,
    updatedAt: ctx.now,
    updatedBy: actor.membershipId,
  });
  await record(ctx, requestLogged, { ...subjectOf(row), data: { ...aboutRequest(row), channel: input.channel } });
  return { id: row.id, number };
}
