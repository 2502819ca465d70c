/** How an empty file input arrives: from a browser, and from React's reader of what a script sent, which makes a word of nothing. */
const NAMELESS = new Set(['', 'undefined']);

/**
 * What a person typed, as a schema sees it: `name[]` is always a list under `name`, a name given twice is a list too,
 * an empty file input is absent, and the sign that no keyboard has and no database takes (U+0000) is left out. The form in the browser and the action on the server both read it through this.
 */
export function formValues(formData: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const values: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const [key, value] of formData) {
    if (key.startsWith('_') || key.startsWith('$') || key.includes('\0')) continue;
    if (typeof value !== 'string' && value.size === 0 && NAMELESS.has(value.name)) continue;
    const typed = typeof value === 'string' ? value.replaceAll('\0', '') : value;
    const many = key.endsWith('[]');
    const name = many ? key.slice(0, -2) : key;
    const before = Object.hasOwn(values, name) ? values[name] : undefined;
    if (before === undefined) values[name] = many ? [typed] : typed;
    // Added to in place: copied for each, ten thousand of one name would hold up everybody.
    else if (Array.isArray(before)) before.push(typed);
    else values[name] = [before, typed];
  }
  return values;
}

/** The same without files: what can be shown again in the fields. */
export function typedValues(formData: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(formValues(formData))) {
    if (Array.isArray(value)) typed[name] = value.filter((item) => typeof item === 'string');
    else if (typeof value === 'string') typed[name] = value;
  }
  return typed;
}
