import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldIssues } from './issues';

const issuesOf = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? [] : fieldIssues(result.error);
};
const keyOf = (schema: z.ZodType, value: unknown) => issuesOf(schema, value)[0]?.key;

describe('issues of a form', () => {
  it('carry the key a schema gave, with its limits', () => {
    const schema = z.object({
      name: z.string().min(2, 'nameTooShort'),
      contacts: z.array(
        z.object({
          phone: z.string().refine(() => false, { error: 'phone', params: { from: 3, odd: {} } }),
        }),
      ),
    });
    expect(issuesOf(schema, { name: '', contacts: [{ phone: '1' }] })).toEqual([
      { path: 'name', key: 'nameTooShort', params: { min: 2 } },
      { path: 'contacts.0.phone', key: 'phone', params: { from: 3 } },
    ]);
  });

  it('else say what kind of wrong it is', () => {
    expect(keyOf(z.object({ a: z.string() }), {})).toBe('required');
    expect(keyOf(z.string().min(1), '')).toBe('required');
    expect(keyOf(z.string().min(5), 'ab')).toBe('tooShort');
    expect(keyOf(z.string().max(5), 'abcdef')).toBe('tooLong');
    expect(keyOf(z.number(), 'x')).toBe('notANumber');
    expect(keyOf(z.coerce.number(), 'x')).toBe('notANumber');
    expect(keyOf(z.number().min(3), 1)).toBe('tooSmall');
    expect(keyOf(z.bigint().max(3n), 9n)).toBe('tooLarge');
    expect(keyOf(z.array(z.string()).min(1), [])).toBe('chooseOne');
    expect(keyOf(z.array(z.string()).max(1), ['a', 'b'])).toBe('tooMany');
    expect(keyOf(z.enum(['a', 'b']), 'c')).toBe('invalidChoice');
    expect(keyOf(z.union([z.literal('a'), z.number()]), 'c')).toBe('invalidChoice');
    expect(keyOf(z.email(), 'c')).toBe('invalidEmail');
    expect(keyOf(z.url(), 'c')).toBe('invalidUrl');
    expect(keyOf(z.iso.date(), 'c')).toBe('invalidDate');
    expect(keyOf(z.date(), 'c')).toBe('invalidDate');
    expect(keyOf(z.uuid(), 'c')).toBe('invalid');
    expect(
      keyOf(
        z.string().refine(() => false),
        'c',
      ),
    ).toBe('invalid');
    expect(keyOf(z.strictObject({}), { x: 1 })).toBe('unexpectedField');
    expect(keyOf(z.number().multipleOf(5), 3)).toBe('notAMultiple');
    expect(keyOf(z.string(), 3)).toBe('invalid');
  });

  it('tell a choice left open from one that does not exist', () => {
    const schema = z.object({ kind: z.enum(['a', 'b']) });
    const keys = [{}, { kind: '' }, { kind: 'x' }].map((input) => {
      const result = schema.safeParse(input);
      return result.success ? null : fieldIssues(result.error, input)[0]?.key;
    });
    expect(keys).toEqual(['required', 'required', 'invalidChoice']);
  });

  it('are one per field, the first', () => {
    const schema = z.object({ a: z.string().min(5, 'first').regex(/^x/, 'second') });
    expect(issuesOf(schema, { a: 'b' })).toEqual([{ path: 'a', key: 'first', params: { min: 5 } }]);
  });
});
