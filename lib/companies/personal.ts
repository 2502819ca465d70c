import { addMonths, type Day } from '@/lib/kernel/dates';

/**
 * Why each personal field is held, on what ground, and for how long (个人信息保护法 第六、十三、十七、十九、四十七条). Fields of people
 * are those a human being can be told by; what the business register publishes of a company's head is public by law.
 */
export const personalGrounds = ['contract', 'duty', 'consent', 'public'] as const;
export type PersonalGround = (typeof personalGrounds)[number];

export interface PersonalPurpose {
  /** Key of the words `privacy.fields` and `privacy.purposes`. */
  field: string;
  ground: PersonalGround;
  /** Sensitive personal information: apart, with consent of its own (第二十八至三十条). */
  sensitive: boolean;
  /** Years it is kept after the company has left, or the person; null: as long as the register says so. */
  years: number | null;
}

/** As whom the center knows somebody: a contact, one the company stands on, an applicant, or a member of whatever kind. */
export const personKinds = ['contact', 'key', 'applicant', 'member'] as const;
export type PersonKind = (typeof personKinds)[number];

/** Years after leaving until a contact is due to be deleted; 财政票据 and papers run by their own law. */
export const KEEP_YEARS = 3;
/** What the notice that applicants agree to promises for an application that came to nothing. */
export const APPLICATION_KEEP_YEARS = 2;

export const personalPurposes: readonly PersonalPurpose[] = [
  { field: 'contactName', ground: 'contract', sensitive: false, years: KEEP_YEARS },
  { field: 'contactPhone', ground: 'contract', sensitive: false, years: KEEP_YEARS },
  { field: 'contactEmail', ground: 'contract', sensitive: false, years: KEEP_YEARS },
  { field: 'legalRepresentative', ground: 'public', sensitive: false, years: null },
  { field: 'keyPeople', ground: 'contract', sensitive: false, years: KEEP_YEARS },
  { field: 'applicant', ground: 'contract', sensitive: false, years: APPLICATION_KEEP_YEARS },
  { field: 'account', ground: 'contract', sensitive: false, years: KEEP_YEARS },
  { field: 'mentor', ground: 'contract', sensitive: false, years: KEEP_YEARS },
  { field: 'bankAccount', ground: 'consent', sensitive: true, years: KEEP_YEARS },
  { field: 'trail', ground: 'duty', sensitive: false, years: 1 },
  { field: 'documents', ground: 'duty', sensitive: false, years: 10 },
];

/** For what somebody agrees, each with a version of its own words. */
export const consentScenes = ['contact', 'mentors', 'investors', 'publicity', 'bankAccount'] as const;
export const consentVersions: Readonly<Record<(typeof consentScenes)[number], string>> = { contact: '2026-01', mentors: '2026-01', investors: '2026-01', publicity: '2026-01', bankAccount: '2026-01' };

/** Who is asked for consent: people of companies, by where they are known. Applicants agree when they register. */
export const consentKinds = ['contact', 'key', 'member'] as const;
export type ConsentKind = (typeof consentKinds)[number];
/** How it was said. */
export const consentWays = ['paper', 'online', 'message', 'spoken'] as const;

/** Whether a day may stand as that of a consent or of its withdrawal: not to come, and nobody withdraws before they agreed. */
export function consentDayProblem(day: Day, today: Day, givenOn?: Day): 'personal.later' | 'personal.beforeGiven' | null {
  if (day > today) return 'personal.later';
  return givenOn !== undefined && day < givenOn ? 'personal.beforeGiven' : null;
}

export const erasureReasons = ['expired', 'withdrawn', 'asked', 'unlawful'] as const;

/** How many years somebody is kept who is known as this, once they are gone. */
export function keptYears(kind: PersonKind): number {
  return kind === 'applicant' ? APPLICATION_KEEP_YEARS : KEEP_YEARS;
}

/** The day from which a contact of a company that left is due to be deleted; null while the company is here. */
export function dueToErase(leftOn: Day | null): Day | null {
  return leftOn === null ? null : addMonths(leftOn, KEEP_YEARS * 12);
}

/** What tells two people of one name apart: numbers and addresses anywhere in a row, their rows' ids where the row is about one. */
export interface Signs {
  numbers: readonly string[];
  ids: readonly string[];
}

/** Keys under which a row says what it is or what it is about; who wrote it says nothing of whom it names. */
const ABOUT = ['id', 'subject_id', 'target_id', 'person_id'] as const;

/** Whose a row is that holds a name two people of a company bear; `open` where nothing in it tells, or both are in it. */
export function whoseMention(line: Readonly<Record<string, unknown>>, mine: Signs, others: Signs): 'mine' | 'other' | 'open' {
  const text = JSON.stringify(line);
  const has = ({ numbers, ids }: Signs) => numbers.some((sign) => text.includes(sign)) || ABOUT.some((key) => ids.includes(String(line[key])));
  const [here, there] = [has(mine), has(others)];
  return here === there ? 'open' : here ? 'mine' : 'other';
}
