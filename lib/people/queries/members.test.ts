import { expect, it } from 'vitest';
import { as, makeCenter, makeCompany, makeDepartment, makeMember, reading } from '@/db/testing/factories';
import { peopleList } from '@/lib/people/inputs';
import { saveView } from '../commands/views';
import { revealPhone } from '../commands/reveal-contact';
import { getMember, listPeople } from './members';
import { listViews } from './views';
import { timelineOf } from '@/lib/audit/queries';

it('the people list filters, sorts, counts and turns pages by one condition, in its own center only', async () => {
  const center = await makeCenter();
  const department = await makeDepartment(center);
  const admin = await makeMember(center, 'administrator', { name: 'A管理' });
  for (const name of ['B联络', 'C联络', 'D联络']) await makeMember(center, 'liaison', { name, departmentId: department });
  await makeMember(await makeCenter(), 'liaison', { name: 'E别处' });
  const list = (search: Record<string, string>) => reading(admin, (ctx) => listPeople(ctx, peopleList.parse(search)));
  expect((await list({})).rows.map((row) => row.name)).toEqual(['A管理', 'B联络', 'C联络', 'D联络']);
  expect(await list({ role: 'liaison', department, dir: 'desc' })).toMatchObject({ total: 3, over: false, rows: [{ name: 'D联络' }, { name: 'C联络' }, { name: 'B联络' }] });
  expect((await list({ q: 'c联' })).rows.map((row) => row.name)).toEqual(['C联络']);
  expect(await list({ page: '9' })).toMatchObject({ total: 4, rows: [] });
  expect((await list({})).rows[1]?.phone).toMatch(/^139\*{4}\d{4}$/);
});

it('companies whose last login has left are found', async () => {
  const center = await makeCenter();
  const director = await makeMember(center, 'director');
  const companyId = await makeCompany(center, { name: '甘肃澄源' });
  const owner = await makeMember(center, 'company_owner', { companyId });
  const left = () => reading(director, (ctx) => listPeople(ctx, peopleList.parse({ left: '1' })));
  expect((await left()).total).toBe(0);
  const { endMembership } = await import('../commands/members');
  await as(director, (ctx) => endMembership(ctx, { membership: owner.membershipId, version: 1, reason: '' }));
  expect(await left()).toMatchObject({ total: 1, rows: [{ companyName: '甘肃澄源' }] });
});

it('a full number is read for a reason, which stands in the trail; a foreign one is not found', async () => {
  const center = await makeCenter();
  const director = await makeMember(center, 'director');
  const liaison = await makeMember(center, 'liaison', { name: '李晓梅' });
  const foreign = await makeMember(await makeCenter(), 'liaison');
  const { value } = await as(director, (ctx) => revealPhone(ctx, { subject: liaison.membershipId, reason: '通知开会' }));
  expect(value).toMatch(/^139\d{8}$/);
  const [line] = await reading(director, (ctx) => timelineOf(ctx, { subject: { type: 'membership', id: liaison.membershipId } }));
  expect(line).toMatchObject({ name: 'field.revealed', data: { of: '李晓梅', reason: '通知开会' } });
  await expect(as(director, (ctx) => revealPhone(ctx, { subject: foreign.membershipId, reason: '通知开会' }))).rejects.toMatchObject({ code: 'notFound' });
  expect(await reading(director, (ctx) => getMember(ctx, foreign.membershipId))).toBeNull();
});

it('a saved view is its owner’s alone', async () => {
  const center = await makeCenter();
  const [a, b] = [await makeMember(center, 'liaison'), await makeMember(center, 'liaison')];
  await as(a, (ctx) => saveView(ctx, { page: 'people', name: '联络员', query: '?role=liaison' }));
  await as(a, (ctx) => saveView(ctx, { page: 'people', name: '联络员', query: '?role=mentor' }));
  expect(await reading(a, (ctx) => listViews(ctx, 'people'))).toMatchObject([{ name: '联络员', query: '?role=mentor' }]);
  expect(await reading(b, (ctx) => listViews(ctx, 'people'))).toEqual([]);
});
