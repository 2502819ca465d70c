import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { companies, companyContacts } from '@/db/schema/companies';
import names from '@/db/seed/lanzhou/names.json' with { type: 'json' };
import { makeCenter, makeMember, owner, reading } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { pinyinInitials, pinyinSounds, readSyllables } from '@/lib/kernel/pinyin';
import { companyList } from './inputs';
import { brandOf } from './ranking';
import { listCompanies } from './queries/list';
import { searchCompanies, theOneMeant } from './queries/search';

let manager: MemberActor;
let auditor: MemberActor;

const short: Record<string, string> = { 兰州肽谷研究院: '肽谷', 甘肃华大方瑞医学检验有限公司: '华大方瑞', 陇神戎发药业: '陇神戎发' };
const codes: Record<string, string> = { 海默科技: '91620000710375659T' };

/** The demo's names: the printed ones, and every root with a place and a kind of its own. */
const invented = names.roots.map((root, at) => {
  const pick = <T>(list: readonly T[], step: number): T | undefined => list[(at * step) % list.length];
  return `${pick(names.places, 1)}${root}${at % 4 === 3 ? '' : (pick(names.middles, 7) ?? '')}${pick(names.kinds, 5)?.word}有限公司`;
});

beforeAll(async () => {
  const center = await makeCenter();
  manager = await makeMember(center, 'manager');
  auditor = await makeMember(center, 'auditor');
  const all = [...names.printed, ...invented].map((name, at) => ({
    centerId: center,
    id: newId(),
    name,
    shortName: short[name] ?? '',
    creditCode: codes[name] ?? null,
    pinyin: pinyinInitials(name),
    sounds: pinyinSounds(name),
    formerKey: name === '奥莱克' ? '奥凯电子' : '',
    state: at % 5 === 4 ? ('graduated' as const) : ('incubating' as const),
  }));
  await owner().insert(companies).values(all);
  const holder = all.find((row) => row.name === '天将网络');
  await owner().insert(companyContacts).values({ centerId: center, id: newId(), companyId: holder?.id ?? '', name: '欧阳海霞', phone: '13700004321', isPrimary: true });
}, 60_000);

const found = async (text: string, actor = manager) => (await reading(actor, (ctx) => searchCompanies(ctx, text, 8))).map((row) => row.name);
const named = (root: string) => invented.find((name) => name.includes(root)) ?? root;

/** What is typed, and what has to stand first. */
const pairs: [what: string, typed: string, first: string][] = [
  ['the whole name', '海默科技', '海默科技'],
  ['the whole name with another bracket and spaces', ' 兰州尚方医药 有限公司 ', '兰州尚方医药有限公司'],
  ['a name without its ending', '甘肃华大方瑞医学检验', '甘肃华大方瑞医学检验有限公司'],
  ['two characters at the beginning', '奥莱', '奥莱克'],
  ['two characters at the beginning of a printed name', '森源', '森源环保'],
  ['two characters after the place', '青禾', named('青禾')],
  ['two characters after the place of another', '澄源', named('澄源')],
  ['three characters after the place', '绿洲汇', named('绿洲汇')],
  ['two characters in the middle', '默科', '海默科技'],
  ['two characters in the middle of a printed name', '戎发', '陇神戎发药业'],
  ['the end of a name', '藏药', '奇正藏药'],
  ['a short name', '肽谷', '兰州肽谷研究院'],
  ['the beginning of a short name', '华大', '甘肃华大方瑞医学检验有限公司'],
  ['a name that begins another word too', '华科', '华科'],
  ['place and root', '兰州尚方', '兰州尚方医药有限公司'],
  ['initials of the whole', 'alk', '奥莱克'],
  ['initials from the beginning', 'thsw', '天禾生物'],
  ['initials in capitals', 'HMKJ', '海默科技'],
  ['initials after the place', 'qh', named('青禾')],
  ['initials of a longer name', 'lztgyjy', '兰州肽谷研究院'],
  ['whole syllables', 'haimo', '海默科技'],
  ['whole syllables of a root', 'chengyuan', named('澄源')],
  ['whole syllables, the last begun', 'haimokej', '海默科技'],
  ['whole syllables of a full name', 'senyuanhuanbao', '森源环保'],
  ['syllables as Lanzhou speaks them', 'zongfanzineng', '众方智能'],
  ['a credit code', '91620000710375659T', '海默科技'],
  ['the beginning of a credit code, in small letters', '9162000071037', '海默科技'],
  ['a former name', '奥凯', '奥莱克'],
  ['a contact', '欧阳海霞', '天将网络'],
  ['the beginning of a number', '1370000432', '天将网络'],
  ['a homophone', '海莫', '海默科技'],
  ['two homophones', '森园环宝', '森源环保'],
  ['a homophone of a root', '青和', named('青禾')],
  ['homophones of three characters', '奥来客', '奥莱克'],
  ['a wrong character in the middle of three', '奥美克', '奥莱克'],
  ['a wrong character', '精通机戒', '精通机械'],
  ['a wrong character at the beginning', '百华金慧', '万华金慧'],
  ['two characters exchanged', '众方能智', '众方智能'],
  ['a character too many', '中陇的节能', '中陇节能'],
  ['an abbreviation', '兰肽院', '兰州肽谷研究院'],
  ['an abbreviation by first characters', '华瑞检验', '甘肃华大方瑞医学检验有限公司'],
  ['an abbreviation of two parts', '方瑞检验', '甘肃华大方瑞医学检验有限公司'],
];

describe('what a person types finds first what they mean', () => {
  test.each(pairs)('%s: %s', async (_, typed, first) => {
    expect((await found(typed))[0]).toBe(first);
  });
  test('of forty kinds and more', () => expect(pairs.length).toBeGreaterThanOrEqual(40));
});

test('the order is: the name, its beginning, the short name, after the place, within, heard alike', async () => {
  const center = await makeCenter();
  const reader = await makeMember(center, 'liaison');
  const rows = ['云创', '云创智胜科技', '陇上数据', '兰州云创数据', '西部云创', '芸窗文化'].map((name) => ({
    centerId: center, id: newId(), name, shortName: name === '陇上数据' ? '云创数' : '', pinyin: pinyinInitials(name), sounds: pinyinSounds(name), state: 'incubating' as const,
  }));
  await owner().insert(companies).values(rows.toReversed());
  expect((await reading(reader, (ctx) => searchCompanies(ctx, '云创', 8))).map((row) => row.name)).toEqual(rows.map((row) => row.name));
});

test('contacts are for staff: the auditor, the mentor and a company find nobody by them', async () => {
  expect(await found('欧阳海霞', auditor)).toEqual([]);
  const list = await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({ q: '欧阳海霞' })));
  expect(list.rows.map((row) => row.name)).toEqual(['天将网络']);
  expect((await reading(auditor, (ctx) => listCompanies(ctx, companyList.parse({ q: '13700004321' })))).total).toBe(0);
});

test('a former name says under which name it was found, and lists find it too', async () => {
  const [first] = await reading(manager, (ctx) => searchCompanies(ctx, '奥凯电子', 8));
  expect(first).toMatchObject({ name: '奥莱克', formerly: '奥凯电子' });
  const list = await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({ q: '奥凯' })));
  expect(list.rows.map((row) => row.name)).toEqual(['奥莱克']);
  expect((await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({ q: 'haimokeji' })))).rows.map((row) => row.name)).toEqual(['海默科技']);
});

test('what nobody means finds nobody, whatever signs it holds', async () => {
  for (const text of ['', '科', '%%', '__', '\\\\', "'; drop table companies; --", '完全不相干的字', 'zzzzzz', '🚀🚀🚀', '%_%_%', '((((((', '.*.*.*', '\u0000\u0000']) {
    expect(await found(text), text).toEqual([]);
  }
});

test('letters are read as syllables in every way they can be', () => {
  expect(readSyllables('qinghe').map((reading) => reading.sounds)).toContain('qing he');
  expect(readSyllables('xianan').map((reading) => reading.sounds)).toEqual(expect.arrayContaining(['xian an', 'xia nan']));
  expect(readSyllables('qizhengz')).toContainEqual({ sounds: 'qi zheng z', open: true });
  expect(readSyllables('bcdf')).toEqual([]);
});

test('the place a name begins with is the same here and in the database', async () => {
  const keys = [...names.printed, ...invented, '中国甘肃', '兰州', '兰州新区某某', '(兰州)某某', '北京某', '西安市某某'];
  const rows = await owner().select({ brand: sql<string>`company_brand(k)` }).from(sql`unnest(${sql.param(keys)}::text[]) as k`);
  expect(rows.map((row) => row.brand)).toEqual(keys.map(brandOf));
});

test('one that is meant is taken at once: the only one found, or the one of just this name or code', () => {
  const one = (name: string, creditCode: string | null = null) => ({ id: name, name, creditCode, state: 'incubating' as const, formerly: null });
  const [cloud, cloudy, coded] = [one('云创科技有限公司'), one('云创科技有限公司兰州分公司'), one('陇原智造', '91620100MA00000001')];
  expect(theOneMeant([], '云创')).toBeNull();
  expect(theOneMeant([cloud], '云创')).toBe(cloud);
  expect(theOneMeant([cloud, cloudy], '云创')).toBeNull();
  expect(theOneMeant([cloudy, cloud], ' 云创科技有限公司 ')).toBe(cloud);
  expect(theOneMeant([cloud, coded], '91620100ma00000001')).toBe(coded);
});
