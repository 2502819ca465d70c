import { plainYuan } from '@/lib/kernel/money';
import type { CompanyFact, ItemField } from '../inputs/item';

/** The register's own columns, as far as a form is filled from them. */
export interface Registered {
  name: string;
  creditCode: string | null;
  legalRepresentative: string | null;
  establishedOn: string | null;
  industry: string | null;
  address: string | null;
  room: string | null;
  /** Hundredths of a square metre. */
  area: number | null;
  registeredCapitalFen: bigint | null;
  admittedOn: string | null;
}

function factOf(company: Registered, fact: CompanyFact): string {
  switch (fact) {
    case 'area':
      return company.area === null ? '' : String(company.area / 100);
    case 'registeredCapital':
      return company.registeredCapitalFen === null ? '' : plainYuan(company.registeredCapitalFen);
    default:
      return company[fact] ?? '';
  }
}

/** What stands in a form's fields before anybody typed: by key, as the register has it. */
export function firstFacts(fields: readonly ItemField[], company: Registered): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => (field.fact === undefined ? [] : [[field.key, factOf(company, field.fact)]])).filter(([, value]) => value !== ''));
}
