import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { entries } from '@/db/schema/audit';
import { companyFields, companyFieldValues } from '@/db/schema/companies-fields';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { readAsked } from '@/lib/imports/read-asked';
import { readSheets } from '@/lib/imports/read-sheet';
import { kindFor } from '@/lib/imports/registry';
import { bytesOf } from '@/lib/imports/testing';
import { writeXlsx } from '@/lib/imports/write-sheet';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { addField, closeField, editField, saveFieldValues } from './commands/fields';
import { registerUndo } from './commands/undo-register';
import { fieldKey, type FieldKind, loadField, parseField, storeField, typedField } from './fields';
import { AddField, companyList, EditField, SaveFieldValues } from './inputs';
import './jobs';
import { registerExport } from './queries/export';
import { openFields, ownOf } from './queries/fields';
import { listCompanies } from './queries/list';

async function setting() {
  const center = await makeCenter();
  const [director, manager] = [await makeMember(center, 'director'), await makeMember(center, 'manager')];
  const add = (name: string, kind: FieldKind, more: Record<string, string> = {}) => as(director, (ctx) => addField(ctx, AddField.parse({ name, kind, ...more })));
  await add('是否规上', 'choice', { choices: '是、否', inList: 'on' });
  await add('签约日期', 'date');
  await add('意向投资', 'money');
  await add('工位数', 'number');
  await add('推荐人', 'text');
  const fields = await reading(manager, openFields);
  const key = (name: string) => fieldKey(fields.find((field) => field.name === name)?.id ?? '');
  return { center, director, manager, fields, key };
}

const names = async (actor: MemberActor, search: Record<string, string>) => (await reading(actor, (ctx) => listCompanies(ctx, companyList.parse({ sort: 'name', dir: 'asc', ...search })))).rows.map((row) => row.name);
const sheetOf = (actor: MemberActor) => reading(actor, async (ctx) => bytesOf(writeXlsx([await registerExport(ctx, companyList.parse({ sort: 'name' }), 'zh-CN', '企业')])));

async function imported(actor: MemberActor, bytes: Uint8Array) {
  const kind = await reading(actor, (ctx) => kindFor(ctx, 'companies'));
  const read = readAsked(kind, await readSheets(bytes), {});
  if ('problem' in read) throw read.problem;
  return as(actor, async (ctx) => {
    const plan = await kind.plan(ctx, read.asked);
    await kind.apply(ctx, plan.filter(({ verdict }) => verdict === 'new' || verdict === 'changed'), async () => undefined);
    return plan;
  });
}

describe('a center’s own fields', () => {
  test('are typed in the file, stand in the list, narrow it by index, leave and come back unchanged', async () => {
    const { center, manager, key } = await setting();
    const [one, two] = [await makeCompany(center, { name: '甲公司' }), await makeCompany(center, { name: '乙公司' })];
    const save = (company: string, typed: Record<string, string>) => as(manager, (ctx) => saveFieldValues(ctx, SaveFieldValues.parse({ company, ...typed })));
    await save(one, { [key('是否规上')]: '是', [key('签约日期')]: '2024年2月29日', [key('意向投资')]: '1,200.5', [key('工位数')]: '12.5', [key('推荐人')]: '=张三 ' });
    await save(two, { [key('是否规上')]: '否', [key('意向投资')]: '-3', [key('工位数')]: '0' });
    expect((await reading(manager, (ctx) => ownOf(ctx, one))).values).toEqual({
      [key('是否规上')]: '是', [key('签约日期')]: '2024-02-29', [key('意向投资')]: '1200500000', [key('工位数')]: 12.5, [key('推荐人')]: '=张三',
    });
    const by = (name: string, value: string) => names(manager, { field: key(name).slice(2), value });
    expect(await by('是否规上', '是')).toEqual(['甲公司']);
    expect(await by('签约日期', '2024-02-01~2024-02-29')).toEqual(['甲公司']);
    expect(await by('意向投资', '-10~0')).toEqual(['乙公司']);
    expect(await by('工位数', '~100')).toHaveLength(2);
    expect(await by('工位数', '0')).toEqual(['乙公司']);
    expect(await by('推荐人', '=张三')).toEqual(['甲公司']);
    expect(await by('工位数', '许多')).toHaveLength(2);
    const [row] = (await reading(manager, (ctx) => listCompanies(ctx, companyList.parse({ q: '甲公司' })))).rows;
    expect(row?.own).toEqual({ [key('是否规上')]: '是' });
    expect((await imported(manager, await sheetOf(manager))).map((one) => one.verdict)).toEqual(['unchanged', 'unchanged']);
    await save(one, { [key('工位数')]: '' });
    expect(await by('工位数', '~100')).toEqual(['乙公司']);
  });

  test('come with an import, refuse what they can’t hold, and go back with it', async () => {
    const { center, manager, key, fields } = await setting();
    const old = new Date(testNow.getTime() - 60_000);
    const made = await makeCompany(center, { name: '甲公司', createdAt: old, updatedAt: old });
    const csv = '企业名称,是否规上,签约日期,意向投资（万元）,工位数\n甲公司,是,2024/3/1,50,8\n乙公司,或许,2024-13-01,多,若干\n丙公司,否,,,3\n';
    const plan = await imported(manager, Buffer.from(csv));
    expect(plan.map((row) => row.verdict)).toEqual(['changed', 'refused', 'new']);
    expect(plan[1]?.problems.map((one) => one.key)).toEqual(['sheet.notAChoice', 'sheet.notADay', 'sheet.notAnAmount', 'sheet.notANumber']);
    expect((await reading(manager, (ctx) => ownOf(ctx, made))).values[key('意向投资')]).toBe('50000000');
    expect(await owner().$count(companyFieldValues, eq(companyFieldValues.centerId, center))).toBe(6);
    const [changed] = plan;
    const written = { row: 2, targetId: made, label: '甲公司', values: changed?.values ?? {}, before: changed?.before ?? {}, kept: [] };
    await as(manager, (ctx) => registerUndo.writeBack(ctx, [written], { id: newId(), kind: 'companies', file: '', since: testNow }), new Date(testNow.getTime() + 60_000));
    expect((await reading(manager, (ctx) => ownOf(ctx, made))).values).toEqual({});
    expect(fields).toHaveLength(5);
  });

  test('are the director’s and the administrator’s to keep; closed ones vanish and keep what they hold', async () => {
    const { center, director, manager, key } = await setting();
    const company = await makeCompany(center, { name: '甲公司' });
    await as(manager, (ctx) => saveFieldValues(ctx, SaveFieldValues.parse({ company, [key('是否规上')]: '是' })));
    const id = key('是否规上').slice(2);
    const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error) => error.message);
    expect(await refused(as(manager, (ctx) => addField(ctx, AddField.parse({ name: '甲', kind: 'text' }))))).toBe('forbidden');
    expect(await refused(as(director, (ctx) => addField(ctx, AddField.parse({ name: '工位数', kind: 'text' }))))).toBe('field.nameTaken');
    expect(await refused(as(director, (ctx) => addField(ctx, AddField.parse({ name: '注册资本', kind: 'text' }))))).toBe('field.nameBuiltIn');
    expect(await refused(as(director, (ctx) => addField(ctx, AddField.parse({ name: '甲', kind: 'choice' }))))).toBe('field.needsChoices');
    expect(await refused(as(director, (ctx) => editField(ctx, EditField.parse({ field: id, name: '是否规上', choices: '否' }))))).toBe('field.choiceInUse');
    expect(await refused(as(manager, (ctx) => saveFieldValues(ctx, SaveFieldValues.parse({ company, [key('工位数')]: '1e9' }))))).toBe('field.notANumber');
    const administrator = await makeMember(center, 'administrator');
    await as(administrator, (ctx) => closeField(ctx, { field: id }));
    expect((await reading(manager, openFields)).some((field) => field.id === id)).toBe(false);
    expect(await owner().$count(companyFieldValues, eq(companyFieldValues.fieldId, id))).toBe(1);
    const foreign = await makeMember(await makeCenter(), 'director');
    expect(await refused(as(foreign, (ctx) => closeField(ctx, { field: id })))).toBe('notFound');
    expect(await owner().$count(companyFields, eq(companyFields.centerId, center))).toBe(5);
    expect((await owner().select({ name: entries.name }).from(entries).where(eq(entries.centerId, center))).filter((one) => one.name === 'field.changed')).toHaveLength(6);
  });

  test('what is typed is kept, shown and typed again as the same', () => {
    fc.assert(
      fc.property(fc.constantFrom<FieldKind>('text', 'number', 'money', 'date'), fc.integer({ min: -9_999_999, max: 9_999_999 }), (kind, n) => {
        const typed = kind === 'date' ? `20${String(Math.abs(n) % 90 + 10)}-01-02` : kind === 'text' ? `文${n}` : String(n / 1_000);
        const parsed = parseField({ kind, choices: [] }, typed);
        if ('problem' in parsed || parsed.value === null) throw new Error(`${typed} is no ${kind}`);
        expect(loadField(kind, storeField(kind, parsed.value))).toEqual(parsed.value);
        expect(parseField({ kind, choices: [] }, typedField(kind, parsed.value))).toEqual(parsed);
      }),
    );
  });
});
