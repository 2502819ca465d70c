import type { Day } from '@/lib/kernel/dates';
import type { Random } from './random';
import type { SeedDb } from './insert';

/** What the chapters of the demo hand on to each other. */
export interface Story {
  db: SeedDb;
  random: Random;
  /** The day the demo happens on. */
  today: Day;
  now: Date;
  centerId: string;
  people: { membershipId: string; personId: string; name: string; role: string; departmentId: string | null; phone: string }[];
  mentors: { membershipId: string; name: string }[];
  companies: SeededCompany[];
  /** Membership → name, of those who file for companies. */
  names: Map<string, string>;
}

export interface SeededCompany {
  id: string;
  name: string;
  state: 'incubating' | 'graduated' | 'exited' | 'removed';
  admittedOn: Day;
  demo: boolean;
  liaison: string | null;
  counsellor: string | null;
  mentor: string | null;
  /** The membership that files for the company, where somebody was invited. */
  person: string | null;
}
