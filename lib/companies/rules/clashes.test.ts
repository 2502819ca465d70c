import { describe, expect, test } from 'vitest';
import { figureClashes, rightClashes } from './clashes';

const figure = (id: string, value: bigint, more: { year?: number; key?: string; state?: string } = {}) => ({ id, value, year: 2025, key: 'revenue', state: 'verified', ...more });
const right = (id: string, more: object = {}) => ({
  id, number: '2021SR0123456', kind: 'software', title: '监测平台', filedOn: '2021-01-01', grantedOn: null, endedOn: null, acquired: 'own', owner: '', pledged: false, usedBefore: false, note: '', ...more,
});

describe('figures of which one stands', () => {
  test.each([
    ['another value', figure('a', 1n), figure('b', 2n), true],
    ['the same value', figure('a', 1n), figure('b', 1n), false],
    ['another year', figure('a', 1n), figure('b', 2n, { year: 2024 }), false],
    ['another key', figure('a', 1n), figure('b', 2n, { key: 'staff' }), false],
    ['both wait', figure('a', 1n, { state: 'proposed' }), figure('b', 2n, { state: 'proposed' }), true],
    ['one is verified, one waits', figure('a', 1n), figure('b', 2n, { state: 'proposed' }), false],
    ['both were sent back', figure('a', 1n, { state: 'disputed' }), figure('b', 2n, { state: 'disputed' }), false],
    ['both are history', figure('a', 1n, { state: 'superseded' }), figure('b', 2n, { state: 'superseded' }), false],
  ])('%s', (_, mine, theirs, clash) => {
    expect(figureClashes([mine], [theirs])).toEqual(clash ? [{ mine, theirs }] : []);
  });
});

describe('rights of which one registration stands', () => {
  test.each([
    ['the same', {}, null],
    ['another number', { number: '2021SR0123457', title: '别的' }, null],
    ['another title', { title: '监测平台V2' }, ['title']],
    ['a day the survivor lacks', { grantedOn: '2021-02-01' }, ['grantedOn']],
    ['several', { kind: 'invention', pledged: true, note: '质押' }, ['kind', 'pledged', 'note']],
    ['nothing said in two ways', { owner: null }, null],
  ])('%s', (_, more, differ) => {
    const [mine, theirs] = [right('a'), right('b', more)];
    expect(rightClashes([mine], [theirs]).map((one) => one.differ)).toEqual(differ === null ? [] : [differ]);
  });

  test('without a number both stand', () => {
    expect(rightClashes([right('a', { number: null })], [right('b', { number: null, title: '别的' })])).toEqual([]);
  });
});
