import type { AskedRow, Plain, PlannedRow, RowProblem } from '@/lib/imports/registry';
import type { ReadRow } from '@/lib/imports/rows';
import type { CellOutcome } from '@/lib/imports/sheet-spec';
import { checkCreditCode } from '@/lib/kernel/credit-code';
import type { Day } from '@/lib/kernel/dates';
import { cleanLine, cleanText, nameKey } from '@/lib/kernel/text';
import { type TrioRole, tagsOf, trioRoles } from './inputs';
import { datesProblem, mayServeAs } from './rules';
import { fieldKey, type FieldShape, isFieldKey } from './fields';
import { traitsIn } from './profile-columns';
import { isCapitalSuspicious } from './rules/profile';
import { type RegisterKey, registerKeys, registerSheet } from './sheet';

/** A company as the register compares it: by the sheet's own keys, in the form cells are read into. */
export interface KnownCompany {
  id: string;
  key: string;
  facts: Readonly<Record<RegisterKey, Plain>> & Readonly<Record<string, Plain>>;
  /** Who looks after it now, by membership. */
  trio: Readonly<Partial<Record<TrioRole, string>>>;
}

export interface RegisterKnowledge {
  byCode: ReadonlyMap<string, KnownCompany>;
  byName: ReadonlyMap<string, readonly KnownCompany[]>;
  /** Open carriers by the key of their name. */
  carriers: ReadonlyMap<string, string>;
  members: readonly { id: string; name: string; role: string }[];
  today: Day;
  /** May replace those who look after a company; others may only name somebody where nobody is. */
  mayReassign: boolean;
  /** The center's own fields in use. */
  fields: readonly FieldShape[];
}

/** What a row's cells ask for; amounts as digits of fen, tags as a list. */
export function askedOf(row: ReadRow<typeof registerSheet>): AskedRow {
  const values: Record<string, Plain> = {};
  const problems: RowProblem[] = row.refusals.map(({ letter, header, shown, reason, params }) => ({
    column: `${letter} ${header}`.trim(),
    value: shown,
    key: reason,
    params,
  }));
  for (const key of registerKeys) {
    const outcome = row.cells[key];
    if (outcome === undefined || outcome.kind === 'unchanged' || outcome.kind === 'refused') continue;
    if (outcome.kind === 'clear') values[key] = null;
    else if (key === 'tags') values[key] = tagsOf(String(outcome.value)).slice(0, 20).map((tag) => [...tag].slice(0, 20).join(''));
    else if (key === 'founderTraits') values[key] = traitsIn(String(outcome.value)) ?? [];
    else values[key] = typeof outcome.value === 'bigint' ? outcome.value.toString() : outcome.value;
  }
  for (const [key, outcome] of Object.entries(row.cells as Record<string, CellOutcome<string | number | bigint> | undefined>)) {
    if (!isFieldKey(key) || outcome === undefined || outcome.kind === 'unchanged' || outcome.kind === 'refused') continue;
    values[key] = outcome.kind === 'clear' ? null : typeof outcome.value === 'bigint' ? outcome.value.toString() : outcome.value;
  }
  if (typeof values.creditCode === 'string') {
    const checked = checkCreditCode(values.creditCode);
    values.creditCode = checked.code;
    if (checked.ok && !checked.organisationDigitMatches) {
      problems.push({ column: registerSheet.columns.creditCode.labels[0], value: checked.code, key: 'creditCode.organisationDigit', warning: true });
    }
  }
  return { row: row.number, values, problems };
}

/** Compares what rows ask for with what is known. Pure: planning the same twice gives the same. */
export function planRegister(rows: readonly AskedRow[], known: RegisterKnowledge): PlannedRow[] {
  const codes = rowsBy(rows, (row) => text(row.values.creditCode));
  const names = rowsBy(rows, (row) => (typeof row.values.name === 'string' ? nameKey(row.values.name) : null));
  const planned = rows.map((row) => planRow(row, known, codes, names));
  const targets = new Map<string, PlannedRow[]>();
  for (const row of planned) if (row.targetId !== null) targets.set(row.targetId, [...(targets.get(row.targetId) ?? []), row]);
  return planned.map((row) => {
    const same = row.targetId === null ? [] : (targets.get(row.targetId) ?? []);
    const [first, second] = same;
    if (row.verdict === 'refused' || first === undefined || second === undefined) return row;
    return refuse(row, [said('company.sameCompany', 'name', row.values.name, { first: first.row, second: second.row })]);
  });
}

function planRow(row: AskedRow, known: RegisterKnowledge, codes: ReadonlyMap<string, number[]>, names: ReadonlyMap<string, number[]>): PlannedRow {
  const { values } = row;
  const label = text(values.name) ?? text(values.creditCode) ?? '';
  const bare: PlannedRow = { ...row, verdict: 'refused', targetId: null, label, before: null };
  const problems: RowProblem[] = [];
  for (const [key, all, value] of [
    ['creditCode', codes, text(values.creditCode)],
    ['name', names, typeof values.name === 'string' ? nameKey(values.name) : null],
  ] as const) {
    const [first, second] = (value === null ? undefined : all.get(value)) ?? [];
    if (first !== undefined && second !== undefined) {
      problems.push(said('sheet.duplicateInFile', key, values[key], { label: registerSheet.columns[key].labels[0], first, second }));
    }
  }
  const match = matchOf(row, known);
  if ('key' in match) problems.push(match);
  const company = 'company' in match ? match.company : null;
  const { changes, wrong, doubts } = changesOf(row, company, known);
  // Everything that is wrong is said at once: a sheet is corrected in one go.
  if (problems.length + wrong.length > 0 || row.problems.some((problem) => problem.warning !== true)) {
    const isMeant = company !== null && problems.length === 0;
    return refuse({ ...bare, targetId: isMeant ? company.id : null, label: isMeant ? (text(company.facts.name) ?? label) : label }, [...problems, ...wrong]);
  }
  const noted = doubts.length === 0 ? {} : { problems: [...row.problems, ...doubts] };
  if (company === null) return { ...bare, ...noted, verdict: 'new' };
  const before = Object.fromEntries(changes.map((key) => [key, company.facts[key] ?? null]));
  return {
    ...bare,
    ...noted,
    label: text(values.name) ?? text(company.facts.name) ?? label,
    targetId: company.id,
    verdict: changes.length === 0 ? 'unchanged' : 'changed',
    before: changes.length === 0 ? null : before,
  };
}

type Match = { company: KnownCompany } | { fresh: true } | RowProblem;

/** By credit code, then by exact name. A name that belongs to one company under a code that belongs to another matches neither. */
function matchOf({ values }: AskedRow, known: RegisterKnowledge): Match {
  const code = text(values.creditCode);
  const name = text(values.name);
  const byCode = code === null ? undefined : known.byCode.get(code);
  const named = name === null ? [] : (known.byName.get(nameKey(name)) ?? []);
  const [byName] = named;
  if (byCode !== undefined) {
    const other = named.find((company) => company.id !== byCode.id);
    return other === undefined
      ? { company: byCode }
      : said('company.codeAndName', 'creditCode', code, { code: text(byCode.facts.name) ?? '', name: text(other.facts.name) ?? '' });
  }
  if (named.length > 1) return said('company.nameAmbiguous', 'name', name, { count: named.length });
  if (byName !== undefined) {
    const owns = text(byName.facts.creditCode);
    if (code !== null && owns !== null && owns !== code) return said('company.otherCode', 'creditCode', code, { code: owns });
    return { company: byName };
  }
  return name === null ? said('required', 'name', '') : { fresh: true };
}

function changesOf(row: AskedRow, company: KnownCompany | null, known: RegisterKnowledge): { changes: string[]; wrong: RowProblem[]; doubts: RowProblem[] } {
  const changes: string[] = [];
  const doubts: RowProblem[] = [];
  const wrong: RowProblem[] = [];
  for (const key of registerKeys) {
    const wanted = row.values[key];
    if (wanted === undefined) continue;
    const problem = problemOf(key, wanted, company, known);
    if (problem !== null) wrong.push(problem);
    else if (!isSame(key, wanted, company, known)) changes.push(key);
  }
  for (const key of known.fields.map((field) => fieldKey(field.id))) {
    const wanted = row.values[key];
    if (wanted !== undefined && wanted !== (company?.facts[key] ?? null)) changes.push(key);
  }
  const merged = (key: 'state' | 'establishedOn' | 'admittedOn' | 'leftOn') => {
    const wanted = row.values[key];
    return text(wanted === undefined ? company?.facts[key] : wanted);
  };
  const touchesDates = (['state', 'establishedOn', 'admittedOn', 'leftOn'] as const).some((key) => company === null || changes.includes(key));
  const dates = touchesDates
    ? datesProblem(
        { state: merged('state') ?? 'incubating', establishedOn: merged('establishedOn'), admittedOn: merged('admittedOn'), leftOn: merged('leftOn') },
        known.today,
      )
    : null;
  if (dates !== null) wrong.push(said(dates.key, dates.field, row.values[dates.field] ?? company?.facts[dates.field]));
  const capital = (key: 'paidInCapital' | 'registeredCapital') => {
    const wanted = row.values[key] === undefined ? company?.facts[key] : row.values[key];
    return typeof wanted === 'string' ? BigInt(wanted) : null;
  };
  const money = (['paidInCapital', 'registeredCapital'] as const).find((key) => changes.includes(key));
  // One of the two was written in yuan where the sheet says 万元, or the other way round: asked, as the form does.
  if (money !== undefined && isCapitalSuspicious(capital('paidInCapital'), capital('registeredCapital'))) doubts.push({ ...said('profile.capitalWarning', money, row.values[money]), warning: true });
  const contact = row.values.contactPhone ?? row.values.contactEmail ?? null;
  if (contact !== null && contactNameFor(row.values, company) === null) wrong.push(said('company.contactNeedsName', 'contactName', ''));
  return { changes, wrong, doubts };
}

/** The main contact's name: as written, as known, or the legal representative's where only a number is given. */
export function contactNameFor(values: AskedRow['values'], company: Pick<KnownCompany, 'facts'> | null): string | null {
  return text(values.contactName) ?? text(company?.facts.contactName) ?? text(values.legalRepresentative) ?? text(company?.facts.legalRepresentative);
}

function problemOf(key: RegisterKey, wanted: Plain, company: KnownCompany | null, known: RegisterKnowledge): RowProblem | null {
  if (wanted === null) return key === 'state' || key === 'contactName' ? said('sheet.cannotClear', key, '') : null;
  if (key === 'carrier') {
    const carrier = nameKey(String(wanted));
    return known.carriers.has(carrier) || carrier === nameKey(String(company?.facts.carrier ?? '')) ? null : said('company.unknownCarrier', key, wanted);
  }
  if (isTrio(key)) {
    const found = memberFor(key, String(wanted), company, known);
    if (typeof found !== 'string') return found;
    const now = company?.trio[key];
    return now !== undefined && now !== found && !known.mayReassign ? said('company.mayNotReassign', key, wanted) : null;
  }
  return null;
}

/** The membership a written name means, or why it means none. Whoever holds the place now is meant before a namesake. */
export function memberFor(role: TrioRole, written: string, company: Pick<KnownCompany, 'trio'> | null, known: Pick<RegisterKnowledge, 'members'>): string | RowProblem {
  const key = nameKey(written);
  const fitting = known.members.filter((member) => nameKey(member.name) === key && mayServeAs(member.role, role));
  const now = fitting.find((member) => member.id === company?.trio[role]);
  if (now !== undefined) return now.id;
  const exact = fitting.filter((member) => member.role === role);
  const [one, another] = exact.length === 1 ? exact : fitting;
  if (one === undefined) return said('company.unknownMember', role, written);
  return another === undefined ? one.id : said('company.ambiguousMember', role, written, { count: fitting.length });
}

function isSame(key: RegisterKey, wanted: Plain, company: KnownCompany | null, known: RegisterKnowledge): boolean {
  if (company === null) return false;
  const now = company.facts[key];
  if (isTrio(key)) return wanted === null ? company.trio[key] === undefined : memberFor(key, String(wanted), company, known) === company.trio[key];
  if (key === 'name' || key === 'carrier') return nameKey(String(now ?? '')) === nameKey(String(wanted ?? ''));
  if (key === 'tags' || key === 'founderTraits') return list(wanted).join('\n') === list(now).join('\n');
  // Rows of older origin may hold spaces that no cell gives back.
  const kept = typeof now === 'string' ? (key === 'note' ? cleanText(now) : cleanLine(now)) : now;
  return (wanted === '' ? null : wanted) === (kept === '' ? null : kept);
}

export function isTrio(key: string): key is TrioRole {
  return (trioRoles as readonly string[]).includes(key);
}

function list(value: Plain): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Plain | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}

function said(key: string, column: RegisterKey, value: Plain | undefined, params: RowProblem['params'] = {}): RowProblem {
  return { column: registerSheet.columns[column].labels[0], value: Array.isArray(value) ? value.join('、') : String(value ?? ''), key, params, own: false };
}

function refuse(row: PlannedRow, problems: readonly RowProblem[]): PlannedRow {
  return { ...row, verdict: 'refused', before: null, problems: [...row.problems, ...problems] };
}

function rowsBy(rows: readonly AskedRow[], key: (row: AskedRow) => string | null): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const value = key(row);
    if (value !== null) found.set(value, [...(found.get(value) ?? []), row.row]);
  }
  return found;
}
