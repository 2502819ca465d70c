import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companies } from '@/db/schema/companies';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { askUndoImport, confirmImport } from '@/lib/imports/commands';
import { applyImport, checkImport, undoImport } from '@/lib/imports/jobs';
import { getImport, listImportRows } from '@/lib/imports/queries';
import { importRowList } from '@/lib/imports/inputs';
import type { Task } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { bulkEdit } from './commands/bulk-edit';
import { removeSegment, saveSegment } from './commands/segments';
import { BulkEdit } from './inputs';
import './jobs';
import { companiesOfSegment, listSegments } from './queries/segments';

const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const taskOf = (actor: MemberActor, now: Date): Task => ({ id: newId(), centerId: actor.centerId, now: () => now, read: (load) => reading(actor, load, now), write: (work) => as(actor, work, now), progress: async () => undefined });

async function setting() {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  const old = { createdAt: at(-60), updatedAt: at(-60) };
  const ids = [];
  for (const n of [1, 2, 3]) ids.push(await makeCompany(center, { name: `在孵${n}公司`, leadingIndustry: n === 3 ? 'big_data' : 'biomedicine', tags: [`标${n}`], ...old }));
  await makeCompany(center, { name: '毕业公司', state: 'graduated', ...old });
  return { center, manager, ids };
}

describe('a segment', () => {
  test('is a list’s filters under a name, follows them, and is the center’s', async () => {
    const { center, manager, ids } = await setting();
    await as(manager, (ctx) => saveSegment(ctx, { name: '生物医药', query: '?leading=biomedicine&state=incubating&page=3&nonsense=1&exact=1' }));
    const liaison = await makeMember(center, 'liaison');
    const [segment] = await reading(liaison, listSegments);
    expect(segment).toMatchObject({ name: '生物医药', query: '?state=incubating&leading=biomedicine' });
    const id = segment?.id ?? '';
    expect((await reading(liaison, (ctx) => companiesOfSegment(ctx, id))).sort()).toEqual(ids.slice(0, 2).sort());
    await owner().update(companies).set({ leadingIndustry: 'biomedicine' }).where(eq(companies.id, ids[2] ?? ''));
    expect(await reading(liaison, (ctx) => companiesOfSegment(ctx, id))).toHaveLength(3);
    await expect(as(liaison, (ctx) => saveSegment(ctx, { name: ' 生物医药', query: '?state=graduated' }))).rejects.toThrow('segment.nameTaken');
    await expect(as(liaison, (ctx) => saveSegment(ctx, { name: '全部', query: '?page=2' }))).rejects.toThrow('segment.all');
    await expect(as(await makeMember(center, 'finance'), (ctx) => removeSegment(ctx, { segment: id }))).rejects.toThrow('forbidden');
    const foreign = await makeMember(await makeCenter(), 'manager');
    expect(await reading(foreign, listSegments)).toEqual([]);
    await expect(reading(foreign, (ctx) => companiesOfSegment(ctx, id))).rejects.toThrow('notFound');
    await as(liaison, (ctx) => removeSegment(ctx, { segment: id }));
    expect(await reading(manager, listSegments)).toEqual([]);
  });
});

describe('one field of many companies', () => {
  test('is shown before and after, written as one batch, and taken back', async () => {
    const { center, manager, ids } = await setting();
    const { batch } = await as(manager, (ctx) => bulkEdit(ctx, BulkEdit.parse({ query: '?state=incubating', field: 'leadingIndustry', value: 'big_data', title: '批量修改' })), at(1));
    await checkImport(taskOf(manager, at(1)), batch);
    expect(await reading(manager, (ctx) => getImport(ctx, batch))).toMatchObject({ state: 'checked', counts: { changed: 2, unchanged: 1 } });
    const { rows } = await reading(manager, (ctx) => listImportRows(ctx, batch, importRowList.parse({ verdict: 'changed' })));
    expect(rows.map((row) => [row.before, row.values.leadingIndustry])).toEqual([[{ leadingIndustry: 'biomedicine' }, 'big_data'], [{ leadingIndustry: 'biomedicine' }, 'big_data']]);
    await as(manager, (ctx) => confirmImport(ctx, { batch }), at(2));
    await applyImport(taskOf(manager, at(2)), batch);
    const leading = async () => (await owner().select({ is: companies.leadingIndustry }).from(companies).where(eq(companies.centerId, center)).orderBy(companies.name)).map((row) => row.is);
    expect(await leading()).toEqual(['big_data', 'big_data', 'big_data', null]);
    await as(manager, (ctx) => askUndoImport(ctx, { batch }), at(3));
    await undoImport(taskOf(manager, at(3)), batch);
    expect(await leading()).toEqual(['biomedicine', 'biomedicine', 'big_data', null]);
    // Ticked ones alone, and an empty value clears.
    const second = await as(manager, (ctx) => bulkEdit(ctx, BulkEdit.parse({ companies: ids.slice(0, 1), field: 'tags', value: '', title: '批量修改' })), at(4));
    await checkImport(taskOf(manager, at(4)), second.batch);
    await as(manager, (ctx) => confirmImport(ctx, { batch: second.batch }), at(4));
    await applyImport(taskOf(manager, at(4)), second.batch);
    expect((await owner().select({ tags: companies.tags }).from(companies).where(eq(companies.centerId, center)).orderBy(companies.name)).map((row) => row.tags)).toEqual([[], ['标2'], ['标3'], []]);
  });

  test('is refused for names and codes, for nobody, and to those who may not import', async () => {
    const { center, manager, ids } = await setting();
    const ask = (actor: MemberActor, given: object) => as(actor, (ctx) => bulkEdit(ctx, BulkEdit.parse({ companies: ids, field: 'tags', value: '甲', title: '改', ...given })));
    await expect(ask(manager, { field: 'name' })).rejects.toThrow('invalidChoice');
    await expect(ask(manager, { companies: [], query: '?state=prospect' })).rejects.toThrow('chooseOne');
    await expect(ask(await makeMember(center, 'finance'), {})).rejects.toThrow('forbidden');
  });
});
