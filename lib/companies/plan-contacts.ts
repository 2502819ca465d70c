import type { AskedRow, Plain, PlannedRow, RowProblem } from '@/lib/imports/registry';
import { nameKey } from '@/lib/kernel/text';
import { isRefused } from './asked';
import { contactKeys, contactsSheet } from './contacts-sheet';
import { companyFor, type Companies } from './queries/meant';

export interface KnownContact {
  id: string;
  companyId: string;
  name: string;
  facts: Readonly<Record<(typeof contactKeys)[number], Plain>>;
}

export interface ContactKnowledge {
  companies: Companies;
  contacts: readonly KnownContact[];
}

const { columns } = contactsSheet;
const labels = { company: columns.company.labels[0], creditCode: columns.creditCode.labels[0] };

/** Compares people with those on file: by company and name, namesakes in their order. Pure. */
export function planContacts(rows: readonly AskedRow[], known: ContactKnowledge): PlannedRow[] {
  const there = new Map<string, KnownContact[]>();
  for (const contact of known.contacts) {
    const key = `${contact.companyId} ${nameKey(contact.name)}`;
    there.set(key, [...(there.get(key) ?? []), contact]);
  }
  const seen = new Map<string, number[]>();
  return rows.map((row) => {
    const { values } = row;
    const problems: RowProblem[] = [...row.problems];
    const label = [values.company, values.name].filter((text) => typeof text === 'string').join(' · ');
    const company = companyFor(row, known.companies, labels);
    if ('key' in company) problems.push(company);
    if (typeof values.name !== 'string' && row.problems.length === 0) problems.push({ column: columns.name.labels[0], value: '', key: 'required', own: false });
    const refused = (): PlannedRow => ({ ...row, verdict: 'refused', targetId: null, label, before: null, problems });
    if (isRefused(problems) || 'key' in company) return refused();
    const key = `${company.id} ${nameKey(String(values.name))}`;
    const before = seen.get(key) ?? [];
    const target = there.get(key)?.[before.length];
    seen.set(key, [...before, row.row]);
    if (target === undefined && before.length > 0) {
      problems.push({ column: columns.name.labels[0], value: String(values.name), key: 'sheet.duplicateInFile', params: { label: columns.name.labels[0], first: before[0] ?? 0, second: row.row }, own: false });
      return refused();
    }
    const wanted = { ...values, company: company.name, creditCode: company.creditCode, companyId: company.id };
    if (target === undefined) return { ...row, values: wanted, problems, verdict: 'new', targetId: null, label, before: null };
    // Somebody has to be the main one: no row takes that away without giving it to another.
    const changed = contactKeys.filter((one) => values[one] !== undefined && !(one === 'primary' && values[one] !== 'yes') && (values[one] ?? '') !== (target.facts[one] ?? ''));
    return { ...row, values: wanted, problems, label, targetId: target.id, verdict: changed.length === 0 ? 'unchanged' : 'changed', before: changed.length === 0 ? null : Object.fromEntries(changed.map((one) => [one, target.facts[one]])) };
  });
}
