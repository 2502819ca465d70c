import { describe, expect, it } from 'vitest';
import firstItems from '../first-items.json';
import { type CompanyFact, companyFacts, type FieldKind, fieldKinds, type ItemField, type ItemMaterial, type ItemStage } from '../inputs/item';
import { type OutlineNames, type OutlineWords, readFields, readMaterials, readStages, writeFields, writeMaterials, writeStages } from './outline';

const names: OutlineNames = {
  kind: (kind) => kind, fact: (fact) => fact, manager: 'manager', required: 'must', optional: 'may', kept: 'kept', holder: 'holder', role: (role) => role, department: (id) => id,
};
const words: OutlineWords = {
  kinds: new Map(fieldKinds.map((kind): [string, FieldKind] => [kind, kind])),
  facts: new Map(companyFacts.map((fact): [string, CompanyFact] => [fact.toLowerCase(), fact])),
  managers: new Set(['manager']),
  required: new Set(['must']),
  kept: new Set(['kept']),
  holder: new Set(['holder']),
  roles: new Map([['director', 'director'], ['manager', 'manager']]),
  departments: new Map([['d1', 'd1']]),
};

describe('an item’s outline', () => {
  it.each(firstItems.map((item) => [item.key, item] as const))('of %s reads back as what was written', (_key, item) => {
    const fields = item.fields as ItemField[];
    const materials = item.materials as ItemMaterial[];
    const stages: ItemStage[] = item.stages.map((stage) => ({
      ...stage,
      lanes: stage.lanes.map((lane) => ({ key: lane.key, name: lane.name, nameEn: lane.nameEn, days: lane.days, checklist: lane.checklist, decides: lane.decides as 'anyone' | 'manager', party: 'department' as const, departmentId: 'd1', role: null })),
    }));
    expect(readFields(writeFields(fields, names), words, fields)).toEqual({ ok: true, value: fields });
    expect(readMaterials(writeMaterials(materials, names), words, materials)).toEqual({ ok: true, value: materials });
    expect(readStages(writeStages(stages, names), words, stages)).toEqual({ ok: true, value: stages });
  });

  it('gives an option a value that none before it has, and keeps those of the others', () => {
    const before = readFields('choice | must | 场地 | Room | 一楼=First; 二楼=Second', words, []);
    if (!before.ok) throw new Error('unreadable');
    const then = readFields('choice | must | 场地 | Room | 天台=Roof; 一楼=First; 二楼=Second', words, before.value);
    if (!then.ok) throw new Error('unreadable');
    const last = readFields('choice | must | 场地 | Room | 花园=Garden; 天台=Roof; 二楼=Second', words, then.value);
    const valuesOf = (read: typeof last) => (read.ok ? read.value[0]?.options?.map(({ value, label }) => `${label} ${value}`) : []);
    expect([before, then, last].map(valuesOf)).toEqual([['一楼 o1', '二楼 o2'], ['天台 o3', '一楼 o1', '二楼 o2'], ['花园 o4', '天台 o3', '二楼 o2']]);
    expect(readFields('choice | must | 场地 | Room | 一楼=First; 一楼=Ground', words, [])).toEqual({ ok: false, line: 1 });
  });

  it('names the line that can’t be read', () => {
    expect(readFields('line | must | 一 | One\nwhat | must | 二 | Two', words, [])).toEqual({ ok: false, line: 2 });
    expect(readFields('choice | must | 一 | One', words, [])).toEqual({ ok: false, line: 1 });
    expect(readFields('fact | must | 一 | One | weather', words, [])).toEqual({ ok: false, line: 1 });
    expect(readStages('d1 | 环节 | Lane | 3', words, [])).toEqual({ ok: false, line: 1 });
    expect(readStages('# 阶段\nnobody | 环节 | Lane | 3', words, [])).toEqual({ ok: false, line: 2 });
    expect(readStages('# 阶段\nd1 | 环节 | Lane | three', words, [])).toEqual({ ok: false, line: 2 });
  });

  it('takes facts of the register, hints and those who decide', () => {
    expect(readFields('fact | must | 注册资本 | Capital | registeredCapital\nline | may | 电话 | Phone | | 手机最好=A mobile, best', words, [])).toEqual({
      ok: true,
      value: [
        { key: 'f1', kind: 'fact', required: true, label: '注册资本', labelEn: 'Capital', fact: 'registeredCapital', unit: '元', unitEn: 'yuan' },
        { key: 'f2', kind: 'line', required: false, label: '电话', labelEn: 'Phone', hint: '手机最好', hintEn: 'A mobile, best' },
      ],
    });
    const materials = readMaterials('must | 执照 | Licence | kept | 副本=The copy', words, []);
    expect(materials.ok && materials.value[0]).toMatchObject({ onFile: true, hint: '副本', hintEn: 'The copy' });
    const stages = readStages('# 办理 | Work\nd1 | 复核 | Review | 3 | | manager\nd1 | 初审 | Check | 2', words, []);
    expect(stages.ok && stages.value[0]?.lanes.map(({ decides }) => decides)).toEqual(['manager', 'anyone']);
  });

  it('keeps the keys of what was there and gives new ones to what is new', () => {
    const known: ItemField[] = [{ key: 'f2', kind: 'line', required: true, label: '旧', labelEn: 'Old' }];
    const read = readFields('line | may | 新 | New\nline | must | 旧 | Old\nline | must | 旧 | Old', words, known);
    expect(read.ok && read.value.map(({ key }) => key)).toEqual(['f1', 'f2', 'f3']);
  });
});
