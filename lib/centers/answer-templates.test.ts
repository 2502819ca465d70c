import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { ForbiddenError, NotFoundError, StaleError } from '@/lib/kernel/errors';
import { removeAnswerTemplate, saveAnswerTemplate } from './commands/answer-templates';
import { listAnswerTemplates } from './queries';

test('the desk keeps its frequent answers: added, changed by one at a time, removed, each in the trail', async () => {
  const center = await makeCenter();
  const [liaison, auditor, administrator] = [await makeMember(center, 'liaison'), await makeMember(center, 'auditor'), await makeMember(center, 'administrator')];
  const given = { title: '材料不全', body: '请补交营业执照。', template: undefined, version: undefined };
  const { id } = await as(liaison, (ctx) => saveAnswerTemplate(ctx, given));
  await as(liaison, (ctx) => saveAnswerTemplate(ctx, { ...given, template: id, version: 1, body: '请补交营业执照副本。' }));
  await expect(as(liaison, (ctx) => saveAnswerTemplate(ctx, { ...given, template: id, version: 1 }))).rejects.toThrow(StaleError);
  expect(await reading(auditor, listAnswerTemplates)).toMatchObject([{ id, title: '材料不全', body: '请补交营业执照副本。', version: 2 }]);
  await expect(as(auditor, (ctx) => saveAnswerTemplate(ctx, given))).rejects.toThrow(ForbiddenError);
  await expect(as(administrator, (ctx) => saveAnswerTemplate(ctx, given))).rejects.toThrow(ForbiddenError);
  await as(liaison, (ctx) => removeAnswerTemplate(ctx, { template: id }));
  await expect(as(liaison, (ctx) => removeAnswerTemplate(ctx, { template: id }))).rejects.toThrow(NotFoundError);
  expect(await reading(liaison, listAnswerTemplates)).toEqual([]);
  const names = (await owner().select({ name: entries.name }).from(entries).where(eq(entries.subjectId, id))).map((row) => row.name);
  expect(names.sort()).toEqual(['answer.added', 'answer.changed', 'answer.removed']);
});

test('they are the center’s own: neither companies nor other centers see them', async () => {
  const center = await makeCenter();
  const liaison = await makeMember(center, 'liaison');
  const { id } = await as(liaison, (ctx) => saveAnswerTemplate(ctx, { title: '甲', body: '乙', template: undefined, version: undefined }));
  const company = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
  const foreign = await makeMember(await makeCenter(), 'director');
  expect(await reading(company, listAnswerTemplates)).toEqual([]);
  expect(await reading(foreign, listAnswerTemplates)).toEqual([]);
  await expect(as(foreign, (ctx) => removeAnswerTemplate(ctx, { template: id }))).rejects.toThrow(NotFoundError);
});
