import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { answerTemplates } from '@/db/schema/centers';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensureVersion, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { answerAdded, answerChanged, answerRemoved } from '../entries';
import type { RemoveAnswerTemplate, SaveAnswerTemplate } from '../inputs';
import { canKeepAnswers } from '../policy';
import { memberNameOf } from '../queries';

const subject = (id: string) => ({ type: 'answer', id });

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(answerTemplates).where(eq(answerTemplates.id, id)).for('update');
  return found(row?.removedAt === null ? row : null);
}

/** Adds a frequent answer, or changes one. @throws StaleError when somebody else saved since the form was drawn */
export async function saveAnswerTemplate(ctx: Ctx, { template, version, ...text }: z.output<typeof SaveAnswerTemplate>): Promise<{ id: string }> {
  allow(canKeepAnswers(ctx.actor));
  const by = membershipOf(ctx.actor);
  if (template === undefined) {
    const id = newId();
    await ctx.db.insert(answerTemplates).values({ centerId: centerOf(ctx.actor), id, ...text, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
    await record(ctx, answerAdded, { subject: subject(id), data: { title: text.title }, after: text });
    return { id };
  }
  const row = await load(ctx, template);
  ensureVersion({ ...row, updatedByName: await memberNameOf(ctx, row.updatedBy) }, version);
  await ctx.db.update(answerTemplates).set({ ...text, updatedAt: ctx.now, updatedBy: by, version: row.version + 1 }).where(eq(answerTemplates.id, template));
  await record(ctx, answerChanged, { subject: subject(template), data: { title: text.title }, before: { title: row.title, body: row.body }, after: text });
  return { id: template };
}

/** Takes a frequent answer away; what was said with it stays said. */
export async function removeAnswerTemplate(ctx: Ctx, { template }: z.output<typeof RemoveAnswerTemplate>): Promise<{ title: string }> {
  allow(canKeepAnswers(ctx.actor));
  const row = await load(ctx, template);
  await ctx.db.update(answerTemplates).set({ removedAt: ctx.now, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) }).where(eq(answerTemplates.id, template));
  await record(ctx, answerRemoved, { subject: subject(template), data: { title: row.title }, before: { title: row.title, body: row.body } });
  return { title: row.title };
}
