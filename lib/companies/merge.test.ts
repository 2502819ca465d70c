import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { carriers, companies, companyAssignments, companyContacts, companyRoad } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { ipRights } from '@/db/schema/companies-ip';
import { companyMerges } from '@/db/schema/companies-merges';
import { companyNames } from '@/db/schema/companies-file';
import { files } from '@/db/schema/files';
import { invitations, memberships } from '@/db/schema/people';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { timelineOf } from '@/lib/audit/queries';
import { storeGenerated } from '@/lib/files/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { saveContact } from './commands/contacts';
import { addField, saveFieldValues } from './commands/fields';
import { mergeCompanies, undoMerge } from './commands/merge-companies';
import { AddField, companyList, MergeCompanies, SaveFieldValues } from './inputs';
import { fieldsBetween, mergedValues, mergeFates, mergeFields, plannedFields } from './merge';
import { listCompanies } from './queries/list';
import { clashesOf, mergedInto } from './queries/merges';
import { openFields, ownOf } from './queries/fields';
import { searchCompanies } from './queries/search';

const columnsSql = `
  select c.relname || '.' || a.attname as named
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and (a.attname = 'company_id'
          or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'companies'::regclass and a.attnum = any(f.conkey) and a.attname <> 'center_id'))
  union select 'companies.id' order by 1`;

async function columns(): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ named: string }>(columnsSql);
  await client.end();
  return rows.map((row) => row.named);
}

describe('the list of what a merge moves', () => {
  test('names every column that names a company', async () => {
    expect(await columns()).toEqual(Object.keys(mergeFates).sort());
  });

  test('misses a table that was made without it', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query('begin');
    await client.query('create table planted_rows (center_id uuid not null, id uuid not null, company_id uuid, primary key (center_id, id))');
    const { rows } = await client.query<{ named: string }>(columnsSql);
    const { rows: moved } = await client.query<{ name: string }>("select name from company_columns() where name = 'planted_rows'");
    await client.query('rollback');
    await client.end();
    expect(rows.map((row) => row.named).filter((named) => mergeFates[named] === undefined)).toEqual(['planted_rows.company_id']);
    // The database moves it all the same; only its unique keys wait to be thought about.
    expect(moved).toHaveLength(1);
  });
});

describe('what of two files is chosen', () => {
  /** Written by the database, by the road, with the name or with the industry: not a person's to choose one by one. */
  const derived = ['centerId', 'id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'version', 'demo', 'pinyin', 'sounds', 'formerKey', 'industrySection', 'state', 'leftOn', 'termFrom', 'extendedUntil'];

  test('is every column of a file that a person fills in', () => {
    const columns = Object.entries(getTableColumns(companies)).flatMap(([key, column]) => (column.generated === undefined && !derived.includes(key) ? [key] : []));
    expect([...mergeFields, ...plannedFields, 'tags'].sort()).toEqual(columns.sort());
  });

  test.each([
    ['prospect', 'prospect', true],
    ['prospect', 'incubating', false],
    ['incubating', 'prospect', false],
    ['graduated', 'incubating', false],
  ])('of a %s and a %s: plans %s', (mine, theirs, plans) => {
    expect(fieldsBetween({ state: mine }, { state: theirs }).includes('carrierId')).toBe(plans);
  });

  test.each([
    ['both filled, nothing said', { room: 'A' }, { room: 'B' }, [], {}],
    ['both filled, the other chosen', { room: 'A' }, { room: 'B' }, ['room'], { room: 'B' }],
    ['the survivor’s empty', { room: null }, { room: 'B' }, [], { room: 'B' }],
    ['the other’s empty, even when chosen', { room: 'A' }, { room: '' }, ['room'], {}],
    ['amounts', { room: 100n }, { room: 200n }, ['room'], { room: 200n }],
    ['the same amount', { room: 100n }, { room: 100n }, ['room'], {}],
    ['lists, chosen', { room: ['student'] }, { room: ['serial'] }, ['room'], { room: ['serial'] }],
    ['the same list in another order', { room: ['student', 'serial'] }, { room: ['serial', 'student'] }, ['room'], {}],
    ['an empty list', { room: [] }, { room: ['serial'] }, [], { room: ['serial'] }],
    ['tags, which join', { tags: ['a'] }, { tags: ['b', 'a'] }, [], { tags: ['a', 'b'] }],
  ])('%s', (_, mine, theirs, take, values) => {
    expect(mergedValues(mine, theirs, ['room', 'tags'], take)).toEqual(values);
  });
});

async function setting() {
  const center = await makeCenter();
  const director = await makeMember(center, 'director');
  const manager = await makeMember(center, 'manager');
  const [one, two, three] = [await makeMember(center, 'liaison'), await makeMember(center, 'liaison'), await makeMember(center, 'mentor')];
  const kept = await makeCompany(center, { name: '兰州青禾科技有限公司', address: '雁滩', admittedOn: '2024-01-05', tags: ['高企'] });
  const gone = await makeCompany(center, { name: '兰州青禾智联科技有限公司', creditCode: '91620102MA0000015R', address: '高新区', room: 'B-1', admittedOn: '2023-06-01', tags: ['高企', '规上'], registeredCapitalFen: 100_000_000n });
  await assign(center, kept, 'liaison', one.membershipId);
  await assign(center, gone, 'liaison', two.membershipId);
  await assign(center, gone, 'mentor', three.membershipId);
  const contact = (company: string, name: string) => as(manager, (ctx) => saveContact(ctx, { company, name, title: '', phone: '13800001234', email: null, isPrimary: true }));
  await contact(kept, '王刚');
  await contact(gone, '马丽');
  const person = await makeMember(center, 'company_owner', { companyId: gone });
  const both = await makeMember(center, 'company_owner', { companyId: kept });
  await makeMember(center, 'company_member', { companyId: gone, personId: both.personId });
  for (const kind of ['choice', 'text'] as const) await as(director, (ctx) => addField(ctx, AddField.parse({ name: kind === 'text' ? '推荐人' : '规上', kind, choices: '是、否' })));
  const fields = await reading(manager, openFields);
  const key = (name: string) => `x-${fields.find((field) => field.name === name)?.id}`;
  await as(manager, (ctx) => saveFieldValues(ctx, SaveFieldValues.parse({ company: kept, [key('规上')]: '否' })));
  await as(manager, (ctx) => saveFieldValues(ctx, SaveFieldValues.parse({ company: gone, [key('规上')]: '是', [key('推荐人')]: '张三' })));
  const file = await as(manager, (ctx) => storeGenerated(ctx, { name: '执照.txt', type: 'text/plain', bytes: Buffer.from('x') }, { subject: { type: 'company', id: gone }, companyId: gone, audience: 'company' }));
  await owner().insert(invitations).values({ centerId: center, id: newId(), companyId: gone, role: 'company_owner', name: '邀', tokenHash: newId(), expiresAt: new Date(testNow.getTime() + 9e8), createdBy: manager.membershipId });
  return { center, director, manager, kept, gone, person, both, two, three, key, file };
}

const merge = (actor: MemberActor, company: string, other: string, take: string[] = [], now = testNow, rows: string[] = []) => as(actor, (ctx) => mergeCompanies(ctx, MergeCompanies.parse({ company, with: other, take, rows })), now);
/** Everything in the database that names one of two companies, but for the trail and what is counted up. */
async function snapshot(center: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const all: Record<string, unknown[]> = {};
  for (const named of new Set((await columns()).map((one) => one.split('.')[0] ?? ''))) {
    if (named === 'entries' || named === 'company_merges') continue;
    const { rows } = await client.query<{ line: Record<string, unknown> }>(`select to_jsonb(t) as line from ${named} t where center_id = $1`, [center]);
    all[named] = rows.map(({ line: { version: _, updated_at: __, updated_by: ___, ended_by: ____, ...rest } }) => JSON.stringify(rest)).sort();
  }
  await client.end();
  return all;
}

describe('merging two files', () => {
  test('moves everything, keeps one of what can be only one, and the survivor’s timeline tells both', async () => {
    const { center, manager, kept, gone, person, both, two, three, key, file } = await setting();
    await merge(manager, kept, gone, ['name', 'road']);
    const [row] = await owner().select().from(companies).where(eq(companies.centerId, center));
    expect(await owner().$count(companies, eq(companies.centerId, center))).toBe(1);
    expect(row).toMatchObject({ id: kept, name: '兰州青禾智联科技有限公司', creditCode: '91620102MA0000015R', address: '雁滩', room: 'B-1', registeredCapitalFen: 100_000_000n, tags: ['高企', '规上'], admittedOn: '2023-06-01', state: 'incubating' });
    const open = await owner().select().from(companyAssignments).where(and(eq(companyAssignments.companyId, kept), sql`until_on is null`)).orderBy(companyAssignments.role);
    expect(open.map((one) => one.role)).toEqual(['liaison', 'mentor']);
    expect(open[1]?.membershipId).toBe(three.membershipId);
    expect((await owner().select().from(companyAssignments).where(eq(companyAssignments.membershipId, two.membershipId)))[0]).toMatchObject({ companyId: kept, untilOn: '2026-11-19' });
    expect((await owner().select().from(companyContacts).where(eq(companyContacts.companyId, kept)).orderBy(companyContacts.name)).map((one) => [one.name, one.isPrimary])).toEqual([['王刚', true], ['马丽', false]]);
    const people = await owner().select().from(memberships).where(eq(memberships.companyId, kept));
    expect(people.filter((one) => one.endedAt === null).map((one) => one.id).sort()).toEqual([person.membershipId, both.membershipId].sort());
    expect((await reading(manager, (ctx) => ownOf(ctx, kept))).values).toEqual({ [key('规上')]: '否', [key('推荐人')]: '张三' });
    expect((await owner().select().from(files).where(eq(files.id, file)))[0]).toMatchObject({ companyId: kept, subjectId: kept });
    expect(await owner().$count(companyRoad, eq(companyRoad.centerId, center))).toBe(1);
    expect((await owner().select().from(companyNames).where(eq(companyNames.companyId, kept))).map((one) => one.name)).toEqual(['兰州青禾科技有限公司']);
    expect((await reading(manager, (ctx) => searchCompanies(ctx, '兰州青禾科技', 8)))[0]?.id).toBe(kept);
    expect((await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({})))).total).toBe(1);
    expect(await reading(manager, (ctx) => mergedInto(ctx, gone))).toBe(kept);
    const told = await reading(manager, (ctx) => timelineOf(ctx, { companyId: kept }, 50));
    expect(told.filter((entry) => entry.name === 'contact.saved')).toHaveLength(2);
    expect(told.filter((entry) => entry.name === 'company.merged')).toHaveLength(1);
    const own = await reading({ ...both, companyId: kept }, (ctx) => timelineOf(ctx, { companyId: kept }, 50));
    expect(own.filter((entry) => entry.name === 'contact.saved')).toHaveLength(2);
  });

  const profileOfOne = { paidInCapitalFen: 50_000_000n, registeredCapitalFen: 100_000_000n, leadingIndustry: 'biomedicine', industrySection: 'C', industryDivision: '27', techField: 'biomedicine', termField: 'biomedicine', taxpayerKind: 'small', registrationType: '173', founderTraits: ['student'], establishedOn: '2020-01-01' } as const;
  const profileOfOther = { paidInCapitalFen: 80_000_000n, registeredCapitalFen: 200_000_000n, leadingIndustry: 'big_data', industrySection: 'I', industryDivision: '65', techField: 'electronics', termField: 'general', taxpayerKind: 'general', registrationType: '159', founderTraits: ['returnee', 'serial'], establishedOn: '2021-03-04' } as const;

  test('takes of the profile what was chosen, leaves the rest, and gives it all back', async () => {
    const { center, manager, kept, gone } = await setting();
    await owner().update(companies).set({ ...profileOfOne, founderTraits: [...profileOfOne.founderTraits] }).where(eq(companies.id, kept));
    await owner().update(companies).set({ ...profileOfOther, founderTraits: [...profileOfOther.founderTraits] }).where(eq(companies.id, gone));
    const before = await snapshot(center);
    await merge(manager, kept, gone, ['paidInCapitalFen', 'industryDivision', 'founderTraits', 'taxpayerKind', 'termField']);
    const [row] = await owner().select().from(companies).where(eq(companies.id, kept));
    expect(row).toMatchObject({ ...profileOfOne, paidInCapitalFen: 80_000_000n, industryDivision: '65', industrySection: 'I', founderTraits: ['returnee', 'serial'], taxpayerKind: 'general', termField: 'general' });
    const [merged] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await as(manager, (ctx) => undoMerge(ctx, { merge: merged?.id ?? '' }), new Date(testNow.getTime() + 3_600_000));
    expect(await snapshot(center)).toEqual(before);
  });

  test('of two prospects the place that is planned is chosen, too', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const carrier = newId();
    await owner().insert(carriers).values({ centerId: center, id: carrier, kind: 'incubator', name: '一号楼', createdAt: testNow, updatedAt: testNow });
    const kept = await makeCompany(center, { name: '甲意向有限公司', state: 'prospect', admittedOn: null });
    const gone = await makeCompany(center, { name: '乙意向有限公司', state: 'prospect', admittedOn: '2026-12-01', carrierId: carrier });
    const before = await snapshot(center);
    await merge(manager, kept, gone);
    expect((await owner().select().from(companies).where(eq(companies.id, kept)))[0]).toMatchObject({ carrierId: carrier, admittedOn: '2026-12-01', state: 'prospect' });
    const [merged] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await as(manager, (ctx) => undoMerge(ctx, { merge: merged?.id ?? '' }), new Date(testNow.getTime() + 3_600_000));
    expect(await snapshot(center)).toEqual(before);
  });

  /** Two files that both say something of a year, of a right and in an own field. */
  async function rivals() {
    const given = await setting();
    const { center, kept, gone, manager } = given;
    const ids = { mine: newId(), theirs: newId(), right: newId(), otherRight: newId(), waiting: newId(), otherWaiting: newId() };
    const fact = { centerId: center, year: 2025, key: 'revenue', source: 'staff', createdAt: testNow } as const;
    const verified = { state: 'verified', verifiedAt: testNow, verifiedBy: manager.membershipId, decidedAt: testNow, decidedBy: manager.membershipId } as const;
    await owner().insert(companyFacts).values([
      { ...fact, ...verified, id: ids.mine, companyId: kept, value: 100n },
      { ...fact, ...verified, id: ids.theirs, companyId: gone, value: 200n },
      { ...fact, state: 'proposed', id: ids.waiting, companyId: kept, key: 'staff', value: 3n },
      { ...fact, state: 'proposed', id: ids.otherWaiting, companyId: gone, key: 'staff', value: 4n },
      { ...fact, ...verified, id: newId(), companyId: gone, year: 2024, value: 50n },
    ]);
    const ip = { centerId: center, kind: 'software', number: '2021SR0123456', createdAt: testNow, updatedAt: testNow };
    await owner().insert(ipRights).values([{ ...ip, id: ids.right, companyId: kept, title: '监测平台' }, { ...ip, id: ids.otherRight, companyId: gone, title: '监测平台V2', grantedOn: '2021-02-01' }]);
    const own = (await reading(manager, openFields)).find((field) => field.name === '规上')?.id ?? '';
    return { ...given, ids, own };
  }
  const figuresOf = async (center: string) =>
    (await owner().select().from(companyFacts).where(eq(companyFacts.centerId, center)).orderBy(companyFacts.year, companyFacts.key, companyFacts.value)).map((one) => [one.year, one.key, one.value, one.state]);

  test('shows beforehand of what only one can stand', async () => {
    const { manager, kept, gone, ids, own } = await rivals();
    const clashes = await reading(manager, (ctx) => clashesOf(ctx, kept, gone));
    expect(clashes.figures.map(({ mine, theirs }) => [mine.id, theirs.id, theirs.key])).toEqual([[ids.mine, ids.theirs, 'revenue'], [ids.waiting, ids.otherWaiting, 'staff']]);
    expect(clashes.rights).toMatchObject([{ mine: { id: ids.right }, theirs: { id: ids.otherRight }, differ: ['title', 'grantedOn'] }]);
    expect(clashes.own).toMatchObject([{ field: { id: own }, mine: '否', theirs: '是' }]);
  });

  test('leaves the survivor’s figures and rights standing unless the other’s are chosen; the figure that gives way is history', async () => {
    const { center, manager, kept, gone, key, ids } = await rivals();
    await merge(manager, kept, gone);
    expect(await figuresOf(center)).toEqual([[2024, 'revenue', 50n, 'verified'], [2025, 'revenue', 100n, 'verified'], [2025, 'revenue', 200n, 'superseded'], [2025, 'staff', 3n, 'proposed'], [2025, 'staff', 4n, 'superseded']]);
    expect((await owner().select().from(companyFacts).where(eq(companyFacts.id, ids.theirs)))[0]).toMatchObject({ companyId: kept, decidedAt: testNow, decidedBy: manager.membershipId });
    expect((await owner().select().from(ipRights).where(eq(ipRights.centerId, center))).map((one) => [one.companyId, one.title])).toEqual([[kept, '监测平台']]);
    expect((await reading(manager, (ctx) => ownOf(ctx, kept))).values).toMatchObject({ [key('规上')]: '否' });
  });

  test('takes the other’s where they were chosen', async () => {
    const { center, manager, kept, gone, key, ids, own } = await rivals();
    await merge(manager, kept, gone, [], testNow, [ids.theirs, ids.otherWaiting, ids.otherRight, own]);
    expect(await figuresOf(center)).toEqual([[2024, 'revenue', 50n, 'verified'], [2025, 'revenue', 100n, 'superseded'], [2025, 'revenue', 200n, 'verified'], [2025, 'staff', 3n, 'superseded'], [2025, 'staff', 4n, 'proposed']]);
    expect((await owner().select().from(ipRights).where(eq(ipRights.centerId, center))).map((one) => [one.companyId, one.title])).toEqual([[kept, '监测平台V2']]);
    expect((await reading(manager, (ctx) => ownOf(ctx, kept))).values).toMatchObject({ [key('规上')]: '是' });
  });

  test.each([[false], [true]])('chosen (%s) or not, all comes back within the day', async (chosen) => {
    const { center, manager, kept, gone, ids, own } = await rivals();
    const before = await snapshot(center);
    await merge(manager, kept, gone, [], testNow, chosen ? [ids.theirs, ids.otherWaiting, ids.otherRight, own] : []);
    const [merged] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await as(manager, (ctx) => undoMerge(ctx, { merge: merged?.id ?? '' }), new Date(testNow.getTime() + 3_600_000));
    expect(await snapshot(center)).toEqual(before);
  });

  test('a newer figure stated since stands when it is undone', async () => {
    const { center, manager, kept, gone, ids } = await rivals();
    await merge(manager, kept, gone, [], testNow, [ids.theirs]);
    await owner().update(companyFacts).set({ state: 'superseded' }).where(eq(companyFacts.id, ids.theirs));
    await owner().insert(companyFacts).values({ centerId: center, id: newId(), companyId: kept, year: 2025, key: 'revenue', value: 300n, source: 'staff', state: 'verified', createdAt: testNow });
    const [merged] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await as(manager, (ctx) => undoMerge(ctx, { merge: merged?.id ?? '' }), new Date(testNow.getTime() + 3_600_000));
    const own = await owner().select().from(companyFacts).where(and(eq(companyFacts.companyId, kept), eq(companyFacts.key, 'revenue'))).orderBy(companyFacts.value);
    expect(own.map((one) => [one.value, one.state])).toEqual([[100n, 'superseded'], [300n, 'verified']]);
  });

  test('a prospect that was admitted since keeps what its road says when the merge is undone', async () => {
    const center = await makeCenter();
    const manager = await makeMember(center, 'manager');
    const carrier = newId();
    await owner().insert(carriers).values({ centerId: center, id: carrier, kind: 'incubator', name: '一号楼', createdAt: testNow, updatedAt: testNow });
    const kept = await makeCompany(center, { name: '甲意向有限公司', state: 'prospect', admittedOn: null });
    const gone = await makeCompany(center, { name: '乙意向有限公司', state: 'prospect', admittedOn: '2026-11-20', carrierId: carrier });
    await merge(manager, kept, gone);
    await owner().insert(companyRoad).values({ centerId: center, id: newId(), companyId: kept, kind: 'admitted', onDay: '2026-11-20', position: 0, carrierId: carrier, createdAt: testNow });
    const [merged] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await as(manager, (ctx) => undoMerge(ctx, { merge: merged?.id ?? '' }), new Date(testNow.getTime() + 3_600_000));
    const rows = await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.id);
    expect(rows.find((row) => row.id === kept)).toMatchObject({ state: 'incubating', carrierId: carrier, admittedOn: '2026-11-20' });
    expect(rows.find((row) => row.id === gone)).toMatchObject({ state: 'prospect', carrierId: carrier, admittedOn: '2026-11-20' });
  });

  test.each([[[]], [['name', 'creditCode', 'address', 'road']]])('taking %j and undone within the day leaves every row as it was', async (take) => {
    const { center, manager, kept, gone } = await setting();
    const before = await snapshot(center);
    await merge(manager, kept, gone, take);
    expect(await snapshot(center)).not.toEqual(before);
    const [row] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    const later = new Date(testNow.getTime() + 3_600_000);
    await as(manager, (ctx) => undoMerge(ctx, { merge: row?.id ?? '' }), later);
    expect(await snapshot(center)).toEqual(before);
    expect(await reading(manager, (ctx) => mergedInto(ctx, gone))).toBeNull();
    await expect(as(manager, (ctx) => undoMerge(ctx, { merge: row?.id ?? '' }), later)).rejects.toThrow('notFound');
  });

  test('what was changed after it stays changed when it is undone', async () => {
    const { manager, kept, gone, center } = await setting();
    await merge(manager, kept, gone, ['address']);
    await owner().update(companies).set({ address: '后来改的' }).where(eq(companies.id, kept));
    const [row] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await as(manager, (ctx) => undoMerge(ctx, { merge: row?.id ?? '' }), new Date(testNow.getTime() + 60_000));
    const rows = await owner().select().from(companies).where(eq(companies.centerId, center)).orderBy(companies.name);
    expect(rows.map((one) => [one.id, one.address])).toEqual(expect.arrayContaining([[kept, '后来改的'], [gone, '高新区']]));
  });

  test('is refused with oneself, to those who may not, across centers, and undoing a day later', async () => {
    const { center, manager, kept, gone } = await setting();
    await expect(merge(manager, kept, kept)).rejects.toThrow('merge.same');
    await expect(merge(await makeMember(center, 'liaison'), kept, gone)).rejects.toThrow('forbidden');
    const elsewhere = await makeCompany(await makeCenter());
    await expect(merge(manager, kept, elsewhere)).rejects.toThrow('notFound');
    await merge(manager, kept, gone);
    const [row] = await owner().select().from(companyMerges).where(eq(companyMerges.centerId, center));
    await expect(as(manager, (ctx) => undoMerge(ctx, { merge: row?.id ?? '' }), new Date(testNow.getTime() + 24 * 3_600_000))).rejects.toThrow('merge.undoLate');
  });
});
