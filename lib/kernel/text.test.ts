import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, compactCode, nameKey, toHalfWidth } from './text';

describe('typed text', () => {
  it('loses what nobody typed on purpose', () => {
    expect(cleanLine('　 兰州\u200b某\u0000某　　科技\r\n有限公司\ufeff ')).toBe(
      '兰州某某 科技 有限公司',
    );
    expect(cleanText('\n\n第一行　 \r\n\u0007第二行\n\n\n\n\n\n末行\n ')).toBe(
      '第一行\n第二行\n\n\n末行',
    );
    expect(cleanLine('a\ud800b')).toBe('a\ufffdb');
    expect(cleanLine('一家👨‍👩‍👧')).toBe('一家👨‍👩‍👧');
  });

  it('prose keeps its full-width signs; codes lose them', () => {
    expect(cleanLine('好的，（办结）！')).toBe('好的，（办结）！');
    expect(toHalfWidth('ＡＢＣ１２３（）－　')).toBe('ABC123()- ');
    expect(compactCode(' 9162 ｍａ０　')).toBe('9162MA0');
  });

  it('two spellings of one name are equal', () => {
    expect(nameKey('兰州某某科技（集团） 有限公司')).toBe(nameKey(' 兰州某某科技(集团)有限公司　'));
    expect(nameKey('ＡＢＣ Tech')).toBe(nameKey('abc tech'));
    expect(nameKey('甲公司')).not.toBe(nameKey('乙公司'));
  });

  it('that holds nothing strange is cleaned as any other is', () => {
    const ordinary = fc.string({ unit: fc.constantFrom(...'ab Z09-_()兰州龥、。〈（Ａ～　\t'), maxLength: 12 });
    fc.assert(fc.property(ordinary, (text) => cleanLine(text) === cleanLine(`${text}\u200b`)));
  });

  it('is clean after one cleaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
      }),
    );
  });
});
