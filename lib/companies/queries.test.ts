import { describe, expect, test } from 'vitest';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { companies, companyContacts } from '@/db/schema/companies';
import { newId } from '@/lib/kernel/ids';
import type { MemberActor } from '@/lib/kernel/actor';
import { pinyinInitials } from '@/lib/kernel/pinyin';
import { CreateCompany, companyList, EditCompany } from './inputs';
import { createCompany, editCompany } from './commands/write-company';
import { getCompany } from './queries/file';
import { listCompanies, listCompanyIds } from './queries/list';
import { searchCompanies } from './queries/search';

const names = async (actor: MemberActor, search: Record<string, string>) =>
  (await reading(actor, (ctx) => listCompanies(ctx, companyList.parse(search)))).rows.map((row) => row.name);
const found = async (actor: MemberActor, text: string) => (await reading(actor, (ctx) => searchCompanies(ctx, text, 8))).map((row) => row.name);

async function setting() {
  const center = await makeCenter();
  const manager = await makeMember(center, 'manager');
  const make = (name: string, values: Partial<typeof companies.$inferInsert> = {}) => makeCompany(center, { name, pinyin: pinyinInitials(name), ...values });
  return { center, manager, make };
}

describe('the list', () => {
  test('narrows by every filter, rows and total by one condition', async () => {
    const { center, manager, make } = await setting();
    const liaison = await makeMember(center, 'liaison');
    const id = await make('甘肃澄源环保科技有限公司', { state: 'incubating', leadingIndustry: 'energy_saving', admittedOn: '2022-03-01', tags: ['高企'] });
    await make('兰州曜阳新能源有限公司', { state: 'graduated', admittedOn: '2021-12-31' });
    await assign(center, id, 'liaison', liaison.membershipId);
    for (const search of [{ q: '澄源' }, { state: 'incubating' }, { leading: 'energy_saving' }, { year: '2022' }, { tag: '高企' }, { liaison: liaison.membershipId }, { q: 'cyhb', state: 'incubating', year: '2022' }]) {
      const list = await reading(manager, (ctx) => listCompanies(ctx, companyList.parse(search as unknown as Record<string, string>)));
      expect(list.rows.map((row) => row.name)).toEqual(['甘肃澄源环保科技有限公司']);
      expect(list).toMatchObject({ total: 1, over: false });
    }
    expect(await names(manager, { liaison: 'none' })).toEqual(['兰州曜阳新能源有限公司']);
    expect(await names(manager, { q: '不存在的' })).toEqual([]);
    expect(await names(manager, { sort: 'admitted', dir: 'asc' })).toEqual(['兰州曜阳新能源有限公司', '甘肃澄源环保科技有限公司']);
    expect(await reading(manager, (ctx) => listCompanyIds(ctx, companyList.parse({ q: '澄源' }), 10))).toEqual([id]);
  });

  test('counts a company once, by whatever of it is meant: its name and its contacts', async () => {
    const { center, manager, make } = await setting();
    const both = await make('王明科技有限公司');
    const another = await make('兰州曜阳新能源有限公司');
    const contact = (companyId: string, name: string) => owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId, name });
    for (const name of ['王明', '王明辉']) for (const company of [both, another]) await contact(company, name);
    const list = await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({ q: '王明', sort: 'name' })));
    expect(list.rows.map(({ id }) => id).sort()).toEqual([both, another].sort());
    expect(list).toMatchObject({ total: 2, over: false });
  });

  test('is one’s own center’s alone; a company sees itself, a mentor theirs', async () => {
    const { center, manager, make } = await setting();
    const mine = await make('自己公司');
    await make('别家公司');
    const company = await makeMember(center, 'company_owner', { companyId: mine });
    const mentor = await makeMember(center, 'mentor');
    await assign(center, mine, 'mentor', mentor.membershipId);
    const stranger = await makeMember(await makeCenter(), 'director');
    expect(await names(manager, {})).toHaveLength(2);
    expect(await names(company, {})).toEqual(['自己公司']);
    expect(await names(mentor, {})).toEqual(['自己公司']);
    expect(await names(stranger, {})).toEqual([]);
    expect(await names(stranger, { q: '公司' })).toEqual([]);
    expect(await reading(stranger, (ctx) => getCompany(ctx, mine))).toBeNull();
    expect(await reading(stranger, (ctx) => getCompany(ctx, '1 or 1=1'))).toBeNull();
    const administrator = await makeMember(center, 'administrator');
    expect(await names(administrator, {})).toEqual([]);
    expect(await found(administrator, '自己')).toEqual([]);
  });
});

describe('search', () => {
  test('finds by any two characters, by initials, short name and credit code, and the likeliest first', async () => {
    const { manager, make } = await setting();
    await make('甘肃澄源环保科技有限公司', { shortName: '澄源', creditCode: '91620100MA71XXXX0P' });
    await make('兰州澄源贸易有限公司', { state: 'exited' });
    await make('兰州青禾智联信息科技有限公司');
    await make('Gansu (A) 100%_科技有限公司');
    expect(await found(manager, '澄源')).toEqual(['甘肃澄源环保科技有限公司', '兰州澄源贸易有限公司']);
    expect(await found(manager, '青禾智')).toEqual(['兰州青禾智联信息科技有限公司']);
    expect(await found(manager, 'QHZL')).toEqual(['兰州青禾智联信息科技有限公司']);
    expect(await found(manager, '91620100ma71')).toEqual(['甘肃澄源环保科技有限公司']);
    expect(await found(manager, '（ａ）１００％_')).toEqual(['Gansu (A) 100%_科技有限公司']);
    expect(await found(manager, '青禾科技有限公司')).toEqual(['兰州青禾智联信息科技有限公司']);
    expect(await names(manager, { q: '青禾科技有限公司' })).toEqual([]);
    expect(await found(manager, "'; drop table companies; --")).toEqual([]);
    expect(await found(manager, '科')).toEqual([]);
    expect(await names(manager, { q: '禾' })).toEqual(['兰州青禾智联信息科技有限公司']);
    expect(await names(manager, { q: '信息科技有限' })).toEqual(['兰州青禾智联信息科技有限公司']);
    expect(await names(manager, { q: '有限公司' })).toHaveLength(4);
  });

  test('follows a change of name at once', async () => {
    const { manager } = await setting();
    const { id } = await as(manager, (ctx) => createCompany(ctx, CreateCompany.parse({ name: '旧名字公司', state: 'incubating', tags: '甲' })));
    await as(manager, (ctx) => editCompany(ctx, EditCompany.parse({ company: id, version: 1, name: '新招牌公司', state: 'incubating', tags: '乙' })));
    // By its former name as well.
    expect(await found(manager, '旧名')).toEqual(['新招牌公司']);
    expect(await found(manager, 'jmz')).toEqual([]);
    expect(await found(manager, '招牌')).toEqual(['新招牌公司']);
    expect(await found(manager, 'xzp')).toEqual(['新招牌公司']);
    expect(await names(manager, { tag: '甲' })).toEqual([]);
    expect(await names(manager, { tag: '乙' })).toEqual(['新招牌公司']);
  });

  test('of a name that thousands bear, the list still shows all of them in order', async () => {
    const { center, manager } = await setting();
    const rows = Array.from({ length: 450 }, (_, n) => ({ centerId: center, id: newId(), name: `第${n}号科技公司`, state: 'incubating' as const, admittedOn: `20${String(10 + (n % 15)).padStart(2, '0')}-01-01` }));
    await owner().insert(companies).values(rows);
    const list = await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({ q: '科技', sort: 'admitted', dir: 'desc' })));
    expect(list.total).toBe(450);
    expect(list.rows.every((row) => row.admittedOn === '2024-01-01')).toBe(true);
  });
});
