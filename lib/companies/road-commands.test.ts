import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { carriers, companies, companyRoad } from '@/db/schema/companies';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { addDays } from '@/lib/kernel/dates';
import { ForbiddenError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { enterExtension, extendTerm, moveCompany, restateRoads, strikeStep, takeStep } from './commands/road';
import { companyList, EditCompany, EnterExtension, ExtendTerm, MoveCompany } from './inputs';
import { warnTerms } from './commands/warn-terms';
import { editCompany } from './commands/write-company';
import { listCompanies } from './queries/list';
import { roadOfCompany } from './queries/road';
import { dueOn, type RoadKind, standingOn } from './road';

async function scene() {
  const center = await makeCenter();
  const [director, liaison] = [await makeMember(center, 'director'), await makeMember(center, 'liaison')];
  const [a, b] = [newId(), newId()];
  await owner().insert(carriers).values([
    { centerId: center, id: a, kind: 'makerspace', name: '众创空间' },
    { centerId: center, id: b, kind: 'incubator', name: '孵化大厦' },
  ]);
  return { center, director, liaison, a, b };
}
const register = async (id: string) => {
  const [row] = await owner().select().from(companies).where(eq(companies.id, id));
  if (row === undefined) throw new Error('no company');
  return row;
};

describe('the register follows the road', () => {
  test('a company entered with a state has the rows that say so', async () => {
    const { center, liaison, a } = await scene();
    const id = await makeCompany(center, { state: 'exited', admittedOn: '2020-01-02', leftOn: '2022-03-04', carrierId: a, area: 5_000 });
    const road = await reading(liaison, (ctx) => roadOfCompany(ctx, id));
    expect(road.map(({ kind, onDay, basis, carrier, area }) => [kind, onDay, basis, carrier, area])).toEqual([['admitted', '2020-01-02', 'exact', '众创空间', 5_000], ['exited', '2022-03-04', 'exact', null, null]]);
    const undated = await makeCompany(center, { state: 'graduated' });
    expect((await reading(liaison, (ctx) => roadOfCompany(ctx, undated))).map((step) => step.basis)).toEqual(['unknown', 'unknown']);
    expect(await register(undated)).toMatchObject({ state: 'graduated', admittedOn: null, leftOn: null });
  });

  test('nobody else writes it, the owner of the database neither', async () => {
    const { center } = await scene();
    const id = await makeCompany(center, { admittedOn: '2024-01-01' });
    await expect(owner().update(companies).set({ state: 'graduated' }).where(eq(companies.id, id))).rejects.toThrow();
    await expect(owner().update(companies).set({ admittedOn: '2020-01-01' }).where(eq(companies.id, id))).rejects.toThrow();
  });

  test('a whole road, each step in the register at once and equal to the fold', async () => {
    const { center, director, a, b } = await scene();
    const id = await makeCompany(center, { state: 'prospect' });
    const walk: { kind: RoadKind; onDay: string; carrierId?: string; untilOn?: string; area?: number }[] = [
      { kind: 'applied', onDay: '2018-01-10' }, { kind: 'under_review', onDay: '2018-01-12' }, { kind: 'declined', onDay: '2018-02-01' },
      { kind: 'applied', onDay: '2019-01-10' }, { kind: 'under_review', onDay: '2019-01-12' },
      { kind: 'admitted', onDay: '2019-02-28', carrierId: a, area: 5_000 }, { kind: 'moved', onDay: '2020-06-01', carrierId: b, area: 20_000 },
      { kind: 'extended', onDay: '2022-12-01', untilOn: '2024-02-29' }, { kind: 'exited', onDay: '2024-02-28' },
      { kind: 'applied', onDay: '2025-01-01' }, { kind: 'admitted', onDay: '2025-02-01', carrierId: b }, { kind: 'graduated', onDay: '2026-11-20' }, { kind: 'moved', onDay: '2026-11-20', carrierId: a },
    ];
    for (const one of walk) {
      await as(director, (ctx) => takeStep(ctx, { company: id, reason: '', ...one }));
      const { state, admittedOn, leftOn, carrierId, termFrom, extendedUntil, dueOn: due, termField, leadingIndustry } = await register(id);
      const folded = standingOn(await reading(director, (ctx) => roadOfCompany(ctx, id)));
      expect({ state, admittedOn, leftOn, carrierId, termFrom, extendedUntil }).toEqual({ ...folded, stage: undefined });
      expect(due).toBe(folded.stage === 'incubating' ? dueOn(folded, { termField, leadingIndustry }) : null);
    }
    await expect(as(director, (ctx) => takeStep(ctx, { company: id, kind: 'applied', onDay: '2026-11-20', reason: '' }))).rejects.toThrow('road.graduatedForGood');
    const asOf = async (day: string) => (await reading(director, (ctx) => listCompanies(ctx, companyList.parse({ state: 'incubating', asOf: day })))).total;
    expect(await Promise.all(['2019-02-27', '2019-02-28', '2024-02-27', '2024-02-28', '2025-02-01', '2026-11-20'].map(asOf))).toEqual([0, 1, 1, 0, 1, 0]);
  });

  test('the database counts the months as the rules do, leap days and the long fields too', async () => {
    const { center } = await scene();
    for (const [admittedOn, leadingIndustry] of [['2020-02-29', null], ['2020-02-29', 'biomedicine'], ['2022-11-20', 'new_materials'], ['2023-08-31', 'biomedicine']] as const) {
      const row = await register(await makeCompany(center, { admittedOn, leadingIndustry }));
      expect(row.dueOn).toBe(dueOn({ termFrom: admittedOn, extendedUntil: null }, row));
    }
  });
});

describe('acts on the road', () => {
  test('a move says where and why, and takes room and area along', async () => {
    const { center, liaison, a, b } = await scene();
    const id = await makeCompany(center, { admittedOn: '2024-01-01', carrierId: a, area: 5_000, room: 'A-1' });
    const move = (typed: Record<string, string>) => as(liaison, (ctx) => moveCompany(ctx, MoveCompany.parse({ company: id, onDay: '2025-03-01', reason: '团队扩大', ...typed })));
    await move({ carrierId: b, room: 'B-2', area: '120.5' });
    expect(await register(id)).toMatchObject({ carrierId: b, room: 'B-2', area: 12_050, version: 2 });
    await expect(move({ carrierId: b, area: '120.5' })).rejects.toMatchObject({ code: 'road.sameCarrier', options: { field: 'carrierId' } });
    await expect(move({ carrierId: a, onDay: '2023-12-31' })).rejects.toThrow('road.notAdmitted');
    await expect(move({ carrierId: newId() })).rejects.toThrow('invalidChoice');
    expect(MoveCompany.safeParse({ company: id, carrierId: a, onDay: '', reason: '' }).success).toBe(false);
  });

  test('only the director extends, and the new last day counts', async () => {
    const { center, director, liaison } = await scene();
    const id = await makeCompany(center, { admittedOn: '2022-11-20' });
    const input = ExtendTerm.parse({ company: id, untilOn: '2027-11-20', reason: '临床试验未完成' });
    await expect(as(liaison, (ctx) => extendTerm(ctx, input))).rejects.toThrow(ForbiddenError);
    // An extension shortens nothing.
    const young = await makeCompany(center, { admittedOn: '2026-01-10' });
    await expect(as(director, (ctx) => extendTerm(ctx, { ...input, company: young, untilOn: '2030-01-10' }))).rejects.toMatchObject({ code: 'road.extensionShort', options: { field: 'untilOn', params: { day: '2030-01-10' } } });
    await as(director, (ctx) => extendTerm(ctx, { ...input, company: young, untilOn: '2030-01-11' }));
    await as(director, (ctx) => extendTerm(ctx, input));
    expect((await register(id)).dueOn).toBe('2027-11-20');
    await expect(as(director, (ctx) => extendTerm(ctx, input))).rejects.toThrow('road.extensionBack');
  });

  test('an extension of the past is entered by staff with its paper: countdown and overdue list follow, states of any day don’t', async () => {
    const { center, liaison, director } = await scene();
    const id = await makeCompany(center, { admittedOn: '2020-03-01' });
    const overdue = async () => (await reading(director, (ctx) => listCompanies(ctx, companyList.parse({ due: 'over' })))).total;
    expect([(await register(id)).dueOn, await overdue()]).toEqual(['2024-03-01', 1]);
    const enter = (typed: Record<string, string>, actor = liaison) => as(actor, (ctx) => enterExtension(ctx, EnterExtension.parse({ company: id, onDay: '2024-02-20', untilOn: '2025-02-28', paper: '兰高创〔2024〕3号', reason: '中试未完成', ...typed })));
    const { step } = await enter({});
    expect([(await register(id)).dueOn, await overdue()]).toEqual(['2025-02-28', 1]);
    expect((await owner().select().from(companyRoad).where(eq(companyRoad.id, step)))[0]).toMatchObject({ kind: 'extended', onDay: '2024-02-20', reason: '兰高创〔2024〕3号：中试未完成' });
    await enter({ onDay: '2025-02-01', untilOn: '2027-02-28', paper: '' });
    expect([(await register(id)).dueOn, await overdue()]).toEqual(['2027-02-28', 0]);
    const elsewhere = await scene();
    const young = await makeCompany(elsewhere.center, { admittedOn: '2022-06-20' });
    await expect(enter({ company: young, onDay: '2024-01-01', untilOn: '2024-06-30' }, elsewhere.liaison)).rejects.toMatchObject({ code: 'road.extensionShort', options: { params: { day: '2026-06-20' } } });
    // One between the two that reaches further than the later one can't have been.
    await expect(enter({ onDay: '2024-12-01', untilOn: '2028-01-01' })).rejects.toMatchObject({ code: 'road.extensionBack', options: { field: 'untilOn' } });
    await expect(enter({ onDay: '2020-02-01' })).rejects.toThrow('road.notAdmitted');
    await expect(enter({ onDay: '2026-11-20' })).rejects.toMatchObject({ code: 'road.extensionNow', options: { field: 'onDay' } });
    await expect(enter({}, await makeMember(center, 'finance'))).rejects.toThrow(ForbiddenError);
    const asOf = async (day: string) => (await reading(director, (ctx) => listCompanies(ctx, companyList.parse({ state: 'incubating', asOf: day })))).total;
    expect(await Promise.all(['2020-02-29', '2020-03-01', '2024-02-20', '2025-03-01'].map(asOf))).toEqual([0, 1, 1, 1]);
  });

  test('a mistake is struck and stays readable; what later steps stand on is not', async () => {
    const { center, director, liaison, b } = await scene();
    const id = await makeCompany(center, { admittedOn: '2024-01-01' });
    const { id: moved } = await as(liaison, (ctx) => takeStep(ctx, { company: id, kind: 'moved', onDay: '2024-05-01', carrierId: b, reason: '' }));
    const [admitted] = await reading(director, (ctx) => roadOfCompany(ctx, id));
    await expect(as(liaison, (ctx) => strikeStep(ctx, { step: moved, reason: '录错了' }))).rejects.toThrow(ForbiddenError);
    await expect(as(director, (ctx) => strikeStep(ctx, { step: admitted?.id ?? '', reason: '录错了' }))).rejects.toThrow('road.neededByLater');
    await as(director, (ctx) => strikeStep(ctx, { step: moved, reason: '录错了' }));
    expect((await register(id)).carrierId).toBeNull();
    expect((await reading(director, (ctx) => roadOfCompany(ctx, id))).map((step) => step.struckReason)).toEqual([null, '录错了']);
    await expect(as(director, (ctx) => strikeStep(ctx, { step: moved, reason: '录错了' }))).rejects.toThrow('road.struckAlready');
  });

  test('editing the file leaves the road alone, whatever an old form sends', async () => {
    const { center, liaison } = await scene();
    const id = await makeCompany(center, { admittedOn: '2024-01-01' });
    await as(liaison, (ctx) => editCompany(ctx, EditCompany.parse({ company: id, version: 1, name: '还在孵公司', state: 'graduated', admittedOn: '2001-01-01', termField: 'biomedicine' })));
    expect(await register(id)).toMatchObject({ state: 'incubating', admittedOn: '2024-01-01', dueOn: '2029-01-01' });
  });

  test('what the register states of many becomes their roads', async () => {
    const { center, liaison, a, b } = await scene();
    const ids = [];
    for (let index = 0; index < 5; index += 1) ids.push(await makeCompany(center, { admittedOn: addDays('2024-01-01', index), carrierId: a }));
    const [one = '', two = '', three = '', four = '', five = ''] = ids;
    await as(liaison, (ctx) =>
      restateRoads(ctx, new Map([
        [one, { state: 'graduated', admittedOn: '2024-01-01', leftOn: '2026-01-01', carrierId: a }],
        [two, { state: 'incubating', admittedOn: '2023-05-05', leftOn: null, carrierId: b }],
        [three, { state: 'prospect', admittedOn: null, leftOn: null, carrierId: null }],
        [four, { state: 'removed', admittedOn: null, leftOn: null, carrierId: null }],
        [five, { state: 'incubating', admittedOn: '2024-01-05', leftOn: null, carrierId: a }],
      ]), '台账导入'),
    );
    expect((await Promise.all(ids.map(register))).map(({ state, admittedOn, leftOn, carrierId }) => [state, admittedOn, leftOn, carrierId])).toEqual([
      ['graduated', '2024-01-01', '2026-01-01', a], ['incubating', '2023-05-05', null, b], ['prospect', null, null, null], ['removed', null, null, null], ['incubating', '2024-01-05', null, a],
    ]);
    const untouched = await owner().select().from(companyRoad).where(and(eq(companyRoad.companyId, five), isNull(companyRoad.struckAt)));
    expect(untouched).toHaveLength(1);
  });
});

describe('a term that ends', () => {
  test('is warned of six, three and one months before and when it is over, each once, the trio and the company told', async () => {
    const { center, director, liaison } = await scene();
    const id = await makeCompany(center, { admittedOn: '2022-11-20', name: '到期公司' });
    await makeCompany(center, { admittedOn: '2025-11-20' });
    await assign(center, id, 'liaison', liaison.membershipId);
    const job = { kind: 'job' as const, centerId: center };
    const on = (day: string) => as(job, (ctx) => warnTerms(ctx), new Date(`${day}T02:00:00Z`));
    const days = ['2026-05-19', '2026-05-20', '2026-05-21', '2026-08-20', '2026-10-20', '2026-11-20', '2026-11-21', '2026-11-22'];
    const warned = [];
    for (const day of days) warned.push((await on(day)).warned);
    expect(warned).toEqual([0, 1, 0, 1, 1, 0, 1, 0]);
    const said = await owner().select({ data: entries.data }).from(entries).where(and(eq(entries.centerId, center), eq(entries.name, 'company.termWarned'))).orderBy(entries.occurredAt);
    expect(said.map(({ data }) => [data.months, data.due, data.trio])).toEqual([6, 3, 1, 0].map((months) => [months, '2026-11-20', [liaison.membershipId]]));
    await as(director, (ctx) => extendTerm(ctx, ExtendTerm.parse({ company: id, untilOn: '2027-11-20', reason: '再给一年' })));
    expect((await on('2027-05-20')).warned).toBe(1);
    const listed = async (due: 'over' | 'soon', day: string) => (await reading(director, (ctx) => listCompanies(ctx, companyList.parse({ due })), new Date(`${day}T02:00:00Z`))).rows.map((row) => row.name);
    expect([await listed('soon', '2027-11-20'), await listed('over', '2027-11-20'), await listed('over', '2027-11-21')]).toEqual([['到期公司'], [], ['到期公司']]);
  });
});
