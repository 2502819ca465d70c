import { describe, expect, it } from 'vitest';
import firstItems from '../first-items.json';
import { type FieldKind, fieldKinds, type ItemField, type ItemMaterial, type ItemStage } from '../inputs/item';
import { type OutlineNames, type OutlineWords, readFields, readMaterials, readStages, writeFields, writeMaterials, writeStages } from './outline';

const names: OutlineNames = {
  kind: (kind) => kind, required: 'must', optional: 'may', kept: 'kept', holder: 'holder', role: (role) => role, department: (id) => id,
};
const words: OutlineWords = {
  kinds: new Map(fieldKinds.map((kind): [string, FieldKind] => [kind, kind])),
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
      lanes: stage.lanes.map((lane) => ({ key: lane.key, name: lane.name, nameEn: lane.nameEn, days: lane.days, checklist: lane.checklist, decides: 'anyone' as const, party: 'department' as const, departmentId: 'd1', role: null })),
    }));
    expect(readFields(writeFields(fields, names), words, fields)).toEqual({ ok: true, value: fields });
    expect(readMaterials(writeMaterials(materials, names), words, materials)).toEqual({ ok: true, value: materials });
    expect(readStages(writeStages(stages, names), words, stages)).toEqual({ ok: true, value: stages });
  });

  it('names the line that can’t be read', () => {
    expect(readFields('line | must | 一 | One\nwhat | must | 二 | Two', words, [])).toEqual({ ok: false, line: 2 });
    expect(readFields('choice | must | 一 | One', words, [])).toEqual({ ok: false, line: 1 });
    expect(readStages('d1 | 环节 | Lane | 3', words, [])).toEqual({ ok: false, line: 1 });
    expect(readStages('# 阶段\nnobody | 环节 | Lane | 3', words, [])).toEqual({ ok: false, line: 2 });
    expect(readStages('# 阶段\nd1 | 环节 | Lane | three', words, [])).toEqual({ ok: false, line: 2 });
  });

  it('keeps the keys of what was there and gives new ones to what is new', () => {
    const known: ItemField[] = [{ key: 'f2', kind: 'line', required: true, label: '旧', labelEn: 'Old' }];
    const read = readFields('line | may | 新 | New\nline | must | 旧 | Old\nline | must | 旧 | Old', words, known);
    expect(read.ok && read.value.map(({ key }) => key)).toEqual(['f1', 'f2', 'f3']);
  });
});
