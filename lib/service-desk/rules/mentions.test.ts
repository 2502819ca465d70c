import { describe, expect, it } from 'vitest';
import { mentionedIn, mentionsOf } from './mentions';

const people = [
  { id: 'a', name: '张三' },
  { id: 'b', name: '张三丰' },
  { id: 'c', name: '李晓梅' },
  { id: 'd', name: '李晓梅' },
];

describe('names with an @ before them', () => {
  it.each([
    ['请 @张三 看一下', ['a']],
    ['请 @张三丰 看一下', ['b']],
    ['@李晓梅@张三，一起看', ['c', 'd', 'a']],
    ['@张三 和 @张三', ['a']],
    ['张三说过', []],
    ['a@b.com', []],
    ['@', []],
    ['', []],
  ])('%s', (body, expected) => {
    expect(mentionedIn(body, people)).toEqual(expected);
  });

  it('give the text back piece by piece', () => {
    const body = '请@张三丰看，\n再转@李晓梅';
    const parts = mentionsOf(body, people.map(({ name }) => name));
    expect(parts.map(({ text }) => text).join('')).toBe(body);
    expect(parts.filter(({ mention }) => mention).map(({ text }) => text)).toEqual(['@张三丰', '@李晓梅']);
  });

  it('are none where nobody has a name', () => {
    expect(mentionsOf('@甲', [''])).toEqual([{ text: '@甲', mention: false }]);
  });
});
