import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids';

describe('ids', () => {
  it('are well formed, distinct and grow with time', () => {
    const ids = Array.from({ length: 500 }, () => newId());
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(500);
    expect([...ids].sort()).toEqual(ids);
  });

  it('refuses what is not one', () => {
    for (const bad of [
      '',
      '1',
      'new',
      "' or 1=1 --",
      `${newId()}0`,
      null,
      undefined,
      7,
      [newId()],
    ]) {
      expect(isId(bad)).toBe(false);
    }
  });
});
