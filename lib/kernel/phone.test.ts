import { describe, expect, it } from 'vitest';
import { maskPhone, parseMobile, parsePhone } from './phone';

describe('phone numbers', () => {
  it('are stored in one form however they are typed', () => {
    for (const text of [
      '13800001234',
      '138 0000 1234',
      '138-0000-1234',
      '+86 13800001234',
      '＋８６１３８００００１２３４',
      '0086-138-0000-1234',
    ])
      expect(parsePhone(text)).toBe('13800001234');
    for (const text of [
      '0931-8500000',
      '09318500000',
      '(0931)8500000',
      '（0931） 8500000',
      '0931 8500000',
      '0931－8500000',
    ])
      expect(parsePhone(text)).toBe('0931-8500000');
    expect(parsePhone('01062345678')).toBe('010-62345678');
    expect(parsePhone('0931-8500000转12')).toBe('0931-8500000-12');
  });

  it('are refused when they are none', () => {
    for (const text of [
      '',
      '12345',
      '12800001234',
      '138000012345',
      '8500000',
      'abc',
      '138****1234',
    ])
      expect(parsePhone(text)).toBeNull();
    expect(parseMobile('0931-8500000')).toBeNull();
  });

  it('are masked', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('0931-8500123')).toBe('0931-****123');
    expect(maskPhone('12')).toBe('**');
  });
});
