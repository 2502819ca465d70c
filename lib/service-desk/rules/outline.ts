import type { CompanyFact, FieldKind, FieldOption, ItemField, ItemMaterial, ItemStage } from '../inputs/item';

/**
 * An item's form, papers and lanes as an outline that people type and read: one thing a line, parts divided by |.
 * Both languages stand in it, so that it needs no words of its own beyond those handed in.
 */
export interface OutlineWords {
  /** How each kind of field is called, in any of the languages it may be typed in. */
  kinds: ReadonlyMap<string, FieldKind>;
  /** What the register knows, as it is called. */
  facts: ReadonlyMap<string, CompanyFact>;
  /** Marks a lane in which those in charge of the department decide. */
  managers: ReadonlySet<string>;
  required: ReadonlySet<string>;
  /** Marks a paper that is kept and not asked twice. */
  kept: ReadonlySet<string>;
  holder: ReadonlySet<string>;
  roles: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
}

export type Outlined<T> = { ok: true; value: T } | { ok: false; line: number };

const parts = (line: string) => line.split(/[|｜]/).map((part) => part.trim());
const lines = (text: string) => text.split('\n').map((line, index) => ({ text: line.trim(), number: index + 1 })).filter(({ text: line }) => line !== '');
const listed = (text: string) => text.split(/[;；]/).map((one) => one.trim()).filter((one) => one !== '');
const twoWords = (text: string) => {
  const [zh = '', en = ''] = text.split('=').map((one) => one.trim());
  return { zh, en: en === '' ? zh : en };
};

/** What stands under a field or a paper, in both languages; nothing where nothing was typed. */
function hintOf(text: string): { hint?: string; hintEn?: string } {
  if (text === '') return {};
  const { zh, en } = twoWords(text);
  return { hint: zh, hintEn: en };
}

/** What the register measures in is printed behind it. */
function unitOf(fact: CompanyFact): { unit?: string; unitEn?: string } {
  if (fact === 'area') return { unit: '平方米', unitEn: 'm²' };
  return fact === 'registeredCapital' ? { unit: '元', unitEn: 'yuan' } : {};
}

/** A key that stays the same while the name does: what is known by it (answers, papers on file) isn't lost by editing. */
function keyOf(name: string, known: readonly { key: string; name: string }[], taken: Set<string>, prefix: string): string {
  const same = known.find((one) => one.name === name && !taken.has(one.key));
  let key = same?.key ?? `${prefix}${taken.size + 1}`;
  for (let n = taken.size + 1; taken.has(key) || (same === undefined && known.some((one) => one.key === key)); n += 1) key = `${prefix}${n}`;
  taken.add(key);
  return key;
}

export function readFields(text: string, words: OutlineWords, known: readonly ItemField[]): Outlined<ItemField[]> {
  const fields: ItemField[] = [];
  const taken = new Set<string>();
  const before = known.map(({ key, label }) => ({ key, name: label }));
  for (const line of lines(text)) {
    const [kindWord = '', needWord = '', label = '', labelEn = '', rest = '', hint = ''] = parts(line.text);
    const kind = words.kinds.get(kindWord.toLowerCase());
    if (kind === undefined || label === '') return { ok: false, line: line.number };
    const same = known.find((one) => one.label === label);
    const field: ItemField = { key: keyOf(label, before, taken, 'f'), kind, required: words.required.has(needWord.toLowerCase()), label, labelEn: labelEn === '' ? label : labelEn };
    Object.assign(field, hintOf(hint));
    if (kind === 'choice' || kind === 'several') {
      const options = listed(rest);
      if (options.length === 0 || new Set(options.map((option) => twoWords(option).zh)).size < options.length) return { ok: false, line: line.number };
      field.options = optionsOf(options, same?.options ?? []);
    } else if (kind === 'fact') {
      const fact = words.facts.get(rest.toLowerCase());
      if (fact === undefined) return { ok: false, line: line.number };
      field.fact = fact;
      Object.assign(field, unitOf(fact));
    } else if (rest !== '') {
      const { zh, en } = twoWords(rest);
      field.unit = zh;
      field.unitEn = en;
    }
    fields.push(field);
  }
  return { ok: true, value: fields };
}

/** An option keeps what it is stored as for as long as it bears its name; a new one takes what none before it had. */
function optionsOf(options: readonly string[], known: readonly FieldOption[]): FieldOption[] {
  const taken = new Set(known.map(({ value }) => value));
  let last = 0;
  const fresh = () => {
    do last += 1;
    while (taken.has(`o${last}`));
    return `o${last}`;
  };
  return options.map((option) => {
    const { zh, en } = twoWords(option);
    return { value: known.find(({ label }) => label === zh)?.value ?? fresh(), label: zh, labelEn: en };
  });
}

export function readMaterials(text: string, words: OutlineWords, known: readonly ItemMaterial[]): Outlined<ItemMaterial[]> {
  const materials: ItemMaterial[] = [];
  const taken = new Set<string>();
  for (const line of lines(text)) {
    const [needWord = '', name = '', nameEn = '', keptWord = '', hint = ''] = parts(line.text);
    if (name === '') return { ok: false, line: line.number };
    materials.push({
      key: keyOf(name, known, taken, 'm'), required: words.required.has(needWord.toLowerCase()), name, nameEn: nameEn === '' ? name : nameEn, onFile: words.kept.has(keptWord.toLowerCase()),
      ...hintOf(hint),
    });
  }
  return { ok: true, value: materials };
}

export function readStages(text: string, words: OutlineWords, known: readonly ItemStage[]): Outlined<ItemStage[]> {
  const stages: ItemStage[] = [];
  const taken = new Set<string>();
  const lanesBefore = known.flatMap(({ lanes }) => lanes);
  for (const line of lines(text)) {
    if (line.text.startsWith('#')) {
      const [name = '', nameEn = ''] = parts(line.text.replace(/^#+/, ''));
      if (name === '') return { ok: false, line: line.number };
      stages.push({ name, nameEn: nameEn === '' ? name : nameEn, lanes: [] });
      continue;
    }
    const stage = stages.at(-1);
    const [who = '', name = '', nameEn = '', days = '', checks = '', decides = ''] = parts(line.text);
    const party = partyOf(who, words);
    const count = Number(days);
    if (stage === undefined || party === null || name === '' || !Number.isInteger(count) || count < 1 || count > 250) return { ok: false, line: line.number };
    stage.lanes.push({
      ...party, key: keyOf(name, lanesBefore, taken, 'l'), name, nameEn: nameEn === '' ? name : nameEn, decides: words.managers.has(decides.toLowerCase()) ? 'manager' : 'anyone', days: count,
      checklist: listed(checks).map((check) => {
        const { zh, en } = twoWords(check);
        return { text: zh, textEn: en };
      }),
    });
  }
  return { ok: true, value: stages };
}

function partyOf(who: string, words: OutlineWords): { party: 'holder' | 'department' | 'role'; departmentId: string | null; role: string | null } | null {
  if (words.holder.has(who.toLowerCase())) return { party: 'holder', departmentId: null, role: null };
  const department = words.departments.get(who);
  if (department !== undefined) return { party: 'department', departmentId: department, role: null };
  const role = words.roles.get(who.toLowerCase());
  return role === undefined ? null : { party: 'role', departmentId: null, role };
}

/** How the same things are written down, so that writing and reading give back what was there. */
export interface OutlineNames {
  kind(kind: FieldKind): string;
  fact(fact: CompanyFact): string;
  manager: string;
  required: string;
  optional: string;
  kept: string;
  holder: string;
  role(role: string): string;
  department(id: string): string;
}

const joined = (all: readonly string[]) => all.join(' | ').replace(/( \| )+$/, '');
const paired = (zh: string, en: string) => (zh === en ? zh : `${zh}=${en}`);
const hintText = ({ hint, hintEn }: { hint?: string; hintEn?: string }) => (hint === undefined ? '' : paired(hint, hintEn ?? hint));

export function writeFields(fields: readonly ItemField[], names: OutlineNames): string {
  return fields
    .map((field) => {
      const rest =
        field.fact !== undefined
          ? names.fact(field.fact)
          : (field.options?.map((option) => paired(option.label, option.labelEn)).join('；') ?? (field.unit === undefined ? '' : paired(field.unit, field.unitEn ?? field.unit)));
      return joined([names.kind(field.kind), field.required ? names.required : names.optional, field.label, field.labelEn, rest, hintText(field)]);
    })
    .join('\n');
}

export function writeMaterials(materials: readonly ItemMaterial[], names: OutlineNames): string {
  return materials.map((one) => joined([one.required ? names.required : names.optional, one.name, one.nameEn, one.onFile ? names.kept : '', hintText(one)])).join('\n');
}

export function writeStages(stages: readonly ItemStage[], names: OutlineNames): string {
  return stages
    .flatMap((stage) => [
      `# ${joined([stage.name, stage.nameEn])}`,
      ...stage.lanes.map((lane) =>
        joined([
          lane.departmentId !== null ? names.department(lane.departmentId) : lane.role !== null ? names.role(lane.role) : names.holder,
          lane.name, lane.nameEn, String(lane.days), lane.checklist.map(({ text, textEn }) => paired(text, textEn)).join('；'), lane.decides === 'manager' ? names.manager : '',
        ]),
      ),
    ])
    .join('\n');
}
