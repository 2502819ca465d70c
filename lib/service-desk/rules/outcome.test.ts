import { describe, expect, it } from 'vitest';
import firstItems from '../first-items.json' with { type: 'json' };
import { outcomeWord, outcomeWordsOf } from './outcome';

describe('what an outcome is called', () => {
  const words = { granted: '已答复', grantedEn: 'Answered', declined: '未能答复' };
  it.each([
    ['granted', false, '已答复'],
    ['granted', true, 'Answered'],
    ['declined', false, '未能答复'],
    // Chinese words are no English ones: the general word stands.
    ['declined', true, null],
  ] as const)('%s, in English %s: %s', (outcome, english, word) => {
    expect(outcomeWord(words, outcome, english)).toBe(word);
    expect(outcomeWord({}, outcome, english)).toBeNull();
  });

  it('keeps nothing of what is left empty', () => {
    expect(outcomeWordsOf({ granted: '同意减免', grantedEn: '', declined: '', declinedEn: '' })).toEqual({ granted: '同意减免' });
  });

  it('is worded for every item a center begins with, in both languages', () => {
    for (const { key, outcomeWords } of firstItems) expect(Object.values(outcomeWords).map((word) => word !== ''), key).toEqual([true, true, true, true]);
  });
});
