import { expect, it } from 'vitest';
import { formatArea, parseArea } from './area';

it('an area is read and written in hundredths of a square metre', () => {
  expect(parseArea('50.25')).toBe(5025);
  expect(parseArea('1,235,000')).toBe(123_500_000);
  expect(formatArea(123_456)).toBe('1,234.56');
  for (const text of ['-1', '1.234', '', '若干', '99999999999']) expect(parseArea(text)).toBeNull();
});
