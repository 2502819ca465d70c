import { record } from '@/lib/audit/commands';
import { issueDocument } from '@/lib/documents/commands';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion } from '@/lib/kernel/errors';
import { defaultLocale, translator } from '@/lib/kernel/i18n';
import { visitConfirmed, visitDisputed } from '../entries';
import type { ConfirmVisit, DisputeVisit } from '../inputs';
import { canAnswerVisit } from '../policy';
import { centerNames, memberName } from '../queries/names';
import { isWaiting } from '../rules';
import { visitPaper } from './visit-paper';
import { aboutVisit, answeredWith, answerOf, lockVisit, type Recorded, saveVisit, type VisitRow } from './visit-row';

/** The company says that it was so; the record becomes a numbered paper that anybody who holds it can verify. */
export async function confirmVisit(ctx: Ctx, input: ConfirmVisit): Promise<Recorded> {
  const visit = await lockWaiting(ctx, input);
  const decidedBy = membershipOf(ctx.actor);
  await saveVisit(ctx, visit, { state: 'confirmed', decidedBy, decidedAt: ctx.now });
  const about = await aboutVisit(ctx, visit);
  const { name: issuer } = await centerNames(ctx);
  const { company, mentor } = about.data;
  const confirmedBy = await memberName(ctx, decidedBy);
  await issueDocument(ctx, visitPaper(translator(defaultLocale, 'mentoring'), { ...visit, company, mentor, confirmedBy, confirmedAt: ctx.now, issuer }));
  await record(ctx, visitConfirmed, about);
  return { id: visit.id, number: visit.number };
}

/** The company says what is wrong; the mentor is told and may correct it. */
export async function disputeVisit(ctx: Ctx, input: DisputeVisit): Promise<Recorded> {
  const visit = await lockWaiting(ctx, input);
  const { remark } = input;
  await saveVisit(ctx, visit, { state: 'disputed', decidedBy: membershipOf(ctx.actor), decidedAt: ctx.now, remark });
  const about = await aboutVisit(ctx, visit);
  await record(ctx, visitDisputed, { ...about, data: { ...about.data, remark } });
  return { id: visit.id, number: visit.number };
}

/** @throws RuleError that says who answered first, StaleError when the mentor corrected it since it was read */
async function lockWaiting(ctx: Ctx, input: ConfirmVisit): Promise<VisitRow> {
  const visit = await lockVisit(ctx, input.visit);
  allow(canAnswerVisit(ctx.actor, visit));
  ensure(isWaiting(visit), answeredWith(visit), { params: await answerOf(ctx, visit) });
  ensureVersion(visit, input.version);
  return visit;
}
