/**
 * What becomes of each column that names a company when two files are merged. A test holds this list against the database, so
 * that a new table can't be forgotten: decide, write it down here, and see that `company_merge` does it.
 *
 * moves: all rows go to the survivor. yields: where a unique key lets only one stand, the survivor's stands and the other is kept with
 * the merge, or with figures in their history. one: one road goes on. through: stays and is read through `company_files`. follows: kept by triggers.
 */
export type MergeFate = 'moves' | 'yields' | 'one' | 'through' | 'follows';

export const mergeFates: Readonly<Record<string, MergeFate>> = {
  'approval_lanes.company_id': 'moves',
  'approval_opinions.company_id': 'moves',
  'approval_rounds.company_id': 'moves',
  'approval_stages.company_id': 'moves',
  'approval_stops.company_id': 'moves',
  'collection_answers.company_id': 'yields',
  'applications.company_id': 'moves',
  'companies.id': 'one',
  'company_assignments.company_id': 'yields',
  'company_bank_accounts.company_id': 'moves',
  'company_contacts.company_id': 'yields',
  'company_facts.company_id': 'yields',
  'company_field_values.company_id': 'yields',
  'company_grams.company_id': 'follows',
  'company_names.company_id': 'moves',
  'company_notes.company_id': 'moves',
  'company_people.company_id': 'moves',
  'company_products.company_id': 'moves',
  'company_proposals.company_id': 'moves',
  'company_relations.company_id': 'moves',
  'company_relations.other_id': 'moves',
  'company_road.company_id': 'one',
  'documents.company_id': 'moves',
  'entries.company_id': 'through',
  'files.company_id': 'moves',
  'graduation_evidence.company_id': 'moves',
  'invitations.company_id': 'moves',
  'ip_rights.company_id': 'yields',
  'memberships.company_id': 'yields',
  'notice_drafts.company_id': 'moves',
  'notice_recipients.company_id': 'yields',
  'request_codes.company_id': 'moves',
  'request_confirmations.company_id': 'moves',
  'request_materials.company_id': 'moves',
  'request_messages.company_id': 'moves',
  'request_ratings.company_id': 'moves',
  'request_repairs.company_id': 'moves',
  'request_returns.company_id': 'moves',
  'request_rounds.company_id': 'moves',
  'request_supervisions.company_id': 'moves',
  'request_urges.company_id': 'moves',
  'requests.company_id': 'moves',
  'term_warnings.company_id': 'yields',
  'visits.company_id': 'moves',
};

/**
 * What of a file is chosen side by side: every column a person fills in. Where only one file says something, that is taken. A test
 * holds this list against the table.
 */
export const mergeFields = [
  'name', 'shortName', 'creditCode', 'registrationNumber', 'legalRepresentative', 'registeredCapitalFen', 'paidInCapitalFen', 'establishedOn', 'address',
  'industry', 'leadingIndustry', 'industryDivision', 'techField', 'termField', 'taxpayerKind', 'registrationType', 'founderTraits', 'room', 'area', 'note',
] as const;
/** Where a prospect will sit and from when are plans; once a company was admitted its road says both. */
export const plannedFields = ['carrierId', 'admittedOn'] as const;
export type MergeField = (typeof mergeFields)[number] | (typeof plannedFields)[number];

/** What is chosen between these two. */
export function fieldsBetween(survivor: { state: string }, other: { state: string }): MergeField[] {
  return survivor.state === 'prospect' && other.state === 'prospect' ? [...mergeFields, ...plannedFields] : [...mergeFields];
}

/** How long a merge can be undone. */
export const UNDO_MS = 24 * 3_600_000;

export function mergeEndsAt(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + UNDO_MS);
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** True where two values say the same. The order of what is chosen from a list says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item) => other.includes(item));
  return one === other;
}

/** The survivor's values after a merge, those that change alone: what was chosen of the other, and what the survivor has none of. */
export function mergedValues(survivor: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>, keys: readonly string[], take: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of keys) {
    const [mine, theirs] = [survivor[key], other[key]];
    if (key === 'tags' && Array.isArray(mine) && Array.isArray(theirs)) {
      const both = [...new Set([...mine, ...theirs])];
      if (both.length > mine.length) values[key] = both;
    } else if (!isEmpty(theirs) && !isSame(mine, theirs) && (take.includes(key) || isEmpty(mine))) values[key] = theirs;
  }
  return values;
}
