import { describe, expect, it } from 'vitest';
import { checkResidentId, maskAccount, maskName, maskResidentId } from './identity';

describe('resident identity numbers', () => {
  it('hold by the standard, with birthday and sex', () => {
    expect(checkResidentId('11010519491231002x', '2022-06-30')).toEqual({
      ok: true,
      number: '11010519491231002X',
      bornOn: '1949-12-31',
      sex: 'female',
    });
    expect(checkResidentId('440524188001010014', '2022-06-30')).toMatchObject({
      ok: true,
      sex: 'male',
    });
  });

  it('are refused for shape, birthday and last digit', () => {
    expect(checkResidentId('110105491231002', '2022-06-30')).toEqual({
      ok: false,
      problem: 'residentId.shape',
    });
    expect(checkResidentId('110105194902310021', '2022-06-30')).toEqual({
      ok: false,
      problem: 'residentId.birthday',
    });
    expect(checkResidentId('11010519491231002X', '1949-12-30')).toEqual({
      ok: false,
      problem: 'residentId.birthday',
    });
    expect(checkResidentId('110105194912310021', '2022-06-30')).toEqual({
      ok: false,
      problem: 'residentId.checkDigit',
    });
  });

  it('are masked, like names and accounts', () => {
    expect(maskResidentId('620102199001011234')).toBe('620102********1234');
    expect(maskResidentId('1234')).toBe('****');
    expect(maskName('张三丰')).toBe('张**');
    expect(maskName('𠮷田')).toBe('𠮷*');
    expect(maskName('')).toBe('');
    expect(maskAccount('6222021234567890128')).toBe('***************0128');
  });
});
