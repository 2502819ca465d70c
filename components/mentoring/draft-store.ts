/** What is typed into a visit's form, kept in this browser until the server has it: nothing is lost on a staircase without signal. */
export interface VisitDraft {
  /** The id the visit will have: sending it twice makes one. */
  visit: string;
  company: string;
  /** Where to go on writing. */
  href: string;
  /** Milliseconds since 1970. */
  at: number;
  values: Record<string, string[]>;
}

// Several people may share a phone: what one membership typed is never shown to another.
const prefixOf = (membership: string) => `visit-draft.${membership}.`;

/** A correction belongs to the version it corrects. */
export function correctionKey(visit: string, version: number): string {
  return `${visit}.${version}`;
}

export function readDraft(membership: string, key: string): VisitDraft | null {
  try {
    return parse(localStorage.getItem(prefixOf(membership) + key));
  } catch {
    return null;
  }
}

/** @returns false where the browser keeps nothing: private windows, a full disk */
export function keepDraft(membership: string, key: string, draft: VisitDraft): boolean {
  try {
    localStorage.setItem(prefixOf(membership) + key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(membership: string, key: string): void {
  try {
    localStorage.removeItem(prefixOf(membership) + key);
  } catch {
    // Nothing was kept, so there is nothing to drop.
  }
}

/** All drafts of this membership, the newest first. */
export function listDrafts(membership: string): (VisitDraft & { key: string })[] {
  try {
    const prefix = prefixOf(membership);
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys
      .flatMap((key) => {
        const draft = parse(localStorage.getItem(key));
        return draft === null ? [] : [{ ...draft, key: key.slice(prefix.length) }];
      })
      .sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

function parse(text: string | null): VisitDraft | null {
  if (text === null) return null;
  const draft: unknown = JSON.parse(text);
  const whole = typeof draft === 'object' && draft !== null && 'visit' in draft && 'href' in draft && 'at' in draft && 'values' in draft;
  return whole ? (draft as VisitDraft) : null;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): Field[] {
  return Array.from(form.elements).filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      one.type !== 'hidden',
  );
}

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

/** What stands in the form's visible fields. */
export function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    if (isTick(field) && !field.checked) continue;
    values[field.name] = [...(values[field.name] ?? []), field.value];
  }
  return values;
}

/** Puts kept values back, and tells the form that something was typed. */
export function fillForm(form: HTMLFormElement, values: Record<string, string[]>): void {
  for (const field of fieldsOf(form)) {
    const kept = values[field.name] ?? [];
    if (isTick(field)) field.checked = kept.includes(field.value);
    else field.value = kept[0] ?? '';
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}
