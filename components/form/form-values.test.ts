import { describe, expect, test } from 'vitest';
import { formValues, typedValues } from './form-values';

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('what was typed', () => {
  test('a name with brackets is a list even when one box is ticked', () => {
    expect(formValues(form(['topics[]', 'a']))).toEqual({ topics: ['a'] });
  });

  test('thirty thousand of one name are read at once, and a name every object has is a name like any other', () => {
    const form = new FormData();
    for (let index = 0; index < 30_000; index += 1) form.append('tags', 'x');
    form.append('constructor', 'x');
    const begun = performance.now();
    const values = formValues(form);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(values.tags).toHaveLength(30_000);
    expect(values.constructor).toBe('x');
  });

  test('a name given twice becomes a list', () => {
    expect(formValues(form(['day', '1'], ['day', '2']))).toEqual({ day: ['1', '2'] });
  });

  test('the sign no database takes is left out, of lists and of names too', () => {
    expect(formValues(form(['name', 'a\0b\0'], ['tags[]', '\0c'], ['field_\0', 'd']))).toEqual({ name: 'ab', tags: ['c'] });
  });

  test('what the form itself carries along is not typed', () => {
    expect(formValues(form(['_form', 'k'], ['$ACTION_ID', 'x'], ['name', 'n']))).toEqual({ name: 'n' });
  });

  test('an empty file input is absent, and files are never typed text', () => {
    const file = new File(['x'], 'a.pdf');
    const data = form(['empty', new File([], '')], ['sent', new File([], 'undefined')], ['files[]', file], ['note', 'n']);
    expect(formValues(data)).toEqual({ files: [file], note: 'n' });
    expect(typedValues(data)).toEqual({ files: [], note: 'n' });
  });
});
