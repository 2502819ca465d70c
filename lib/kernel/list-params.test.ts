import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineList, offsetOf, pageCount, REACHABLE_ROWS } from './list-params';

const list = defineList({
  filters: {
    q: z.string().optional(),
    state: z.enum(['open', 'closed', 'all']).default('open'),
    role: z.array(z.enum(['director', 'finance'])).optional(),
    year: z.coerce.number().int().min(1900).max(2100).optional(),
  },
  sorts: ['name', 'createdAt'],
  defaultSort: 'createdAt',
  defaultDir: 'desc',
});
const parseText = (text: string) => {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [before, value].flat();
  }
  return list.parse(search);
};

describe('the URL of a list', () => {
  it('says nothing: defaults', () => {
    expect(list.parse({})).toEqual({
      page: 1,
      size: 20,
      sort: 'createdAt',
      dir: 'desc',
      filters: { q: undefined, state: 'open', role: undefined, year: undefined },
    });
    expect(list.toSearch(list.parse({}))).toBe('');
  });

  it('says something: it is taken', () => {
    const params = parseText(
      'q=兰州&state=closed&role=director&role=finance&year=2022&sort=name&dir=asc&size=50&page=3&view=mine',
    );
    expect(params).toEqual({
      page: 3,
      size: 50,
      sort: 'name',
      dir: 'asc',
      view: 'mine',
      filters: { q: '兰州', state: 'closed', role: ['director', 'finance'], year: 2022 },
    });
    expect(offsetOf(params)).toBe(100);
    expect(parseText('role=finance').filters.role).toEqual(['finance']);
  });

  it('says nonsense: each falls back alone', () => {
    const params = list.parse({
      page: '-3',
      size: '1000000',
      sort: 'password; drop table',
      dir: 'up',
      state: ['what', 'ever'],
      year: '1e9',
      q: '\u0000兰\u0000',
      role: 'operator',
      view: '../x',
    });
    expect(params).toEqual(list.parse({ q: '兰' }));
    expect(list.parse({ page: '999999999', size: '100' }).page).toBe(REACHABLE_ROWS / 100);
    expect(list.parse({ page: '1'.repeat(400) }).page).toBe(1);
    expect(list.parse({ q: 'x'.repeat(5000) }).filters.q).toHaveLength(200);
  });

  it('begins at page 1 when anything but the page changes', () => {
    const params = parseText('q=a&page=4');
    expect(list.toSearch(params)).toBe('?q=a&page=4');
    expect(list.toSearch(params, { page: 5 })).toBe('?q=a&page=5');
    expect(list.toSearch(params, { sort: 'name' })).toBe('?q=a&sort=name');
    expect(list.toSearch(params, { filters: { q: undefined } })).toBe('');
  });

  it('can empty a filter whose default is not empty', () => {
    expect(parseText('state=').filters.state).toBeUndefined();
    expect(list.toSearch(parseText('state='))).toBe('?state=');
  });

  it('refuses a filter named like one of its own', () => {
    expect(() =>
      defineList({ filters: { page: z.string() }, sorts: ['a'], defaultSort: 'a' }),
    ).toThrow('page');
  });

  it('never fails, and reads back what it writes', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('open', 'closed', 'director', '2022', '50', '3', 'asc', 'name', ''),
    );
    const search = fc.dictionary(
      fc.constantFrom('q', 'state', 'role', 'year', 'page', 'size', 'sort', 'dir', 'view', 'other'),
      fc.oneof(any, fc.array(any, { maxLength: 4 })),
    );
    fc.assert(
      fc.property(search, (given) => {
        const params = list.parse(given);
        expect(params.page * params.size).toBeLessThanOrEqual(REACHABLE_ROWS);
        expect(parseText(list.toSearch(params))).toEqual(params);
      }),
    );
  });

  it('has at least one page and ends where rows can be reached', () => {
    expect(pageCount(0, 20)).toBe(1);
    expect(pageCount(41, 20)).toBe(3);
    expect(pageCount(2_000_000, 100)).toBe(100);
  });
});
