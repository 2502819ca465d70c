import { describe, expect, it } from 'vitest';
import type { FieldKind, ItemField } from '../inputs/item';
import { answerProblem, answerProblems, differences, keptAnswers } from './answers';

const field = (kind: FieldKind, more: Partial<ItemField> = {}): ItemField => ({ key: 'f', kind, required: true, label: '项', labelEn: 'Field', ...more });
const options = [
  { value: 'a', label: '甲', labelEn: 'A' },
  { value: 'b', label: '乙', labelEn: 'B' },
];

describe('an answer', () => {
  it.each<[FieldKind, string, string | null]>([
    ['line', '', 'required'],
    ['line', '写了', null],
    ['text', '写了\n两行', null],
    ['phone', '12', 'invalidPhone'],
    ['phone', '13900000000', null],
    ['number', '12.5', null],
    ['number', '十二', 'notANumber'],
    ['money', '12000.5', null],
    ['money', '一万', 'invalidMoney'],
    ['money', '-5', 'negativeAmount'],
    ['date', '2026-11-20', null],
    ['date', '2026-11-31', 'invalidDate'],
    ['period', '2026-11-20/2026-12-20', null],
    ['period', '2026-12-20/2026-11-20', 'endBeforeStart'],
    ['period', '/', 'required'],
    ['period', '2026-11-20/', 'invalidDate'],
    ['choice', 'a', null],
    ['choice', 'c', 'invalidChoice'],
    ['several', 'a\nb', null],
    ['several', 'a\nc', 'invalidChoice'],
    ['yesno', 'yes', null],
    ['yesno', 'maybe', 'invalidChoice'],
    ['fact', '', 'required'],
    ['file', '', null],
  ])('of kind %s, %j: %s', (kind, answer, problem) => {
    expect(answerProblem(field(kind, { options }), answer)).toBe(problem);
  });

  it('may be left out where it isn’t asked for', () => {
    for (const kind of ['line', 'number', 'money', 'date', 'choice', 'yesno'] as const) expect(answerProblem(field(kind, { required: false }), '')).toBeNull();
  });
});

describe('what is typed', () => {
  it('is kept plain, and only for fields that the item has', () => {
    const fields = [field('money', { key: 'm' }), field('period', { key: 'p' }), field('number', { key: 'n' })];
    expect(keptAnswers(fields, { m: '１2,000.50', p_from: '2026-11-20', p_to: '2026-12-01', n: '1,200', other: 'x' })).toEqual({ m: '12000.5', p: '2026-11-20/2026-12-01', n: '1200' });
  });

  it('that can’t be read stays as it was typed', () => {
    expect(keptAnswers([field('money', { key: 'm' })], { m: '一万元' })).toEqual({ m: '一万元' });
  });

  it('is refused on its own field, a period on its first day', () => {
    const fields = [field('line', { key: 'a' }), field('period', { key: 'p' })];
    expect(answerProblems(fields, { a: '', p: '/' })).toEqual([
      { field: 'a', code: 'required' },
      { field: 'p_from', code: 'required' },
    ]);
  });
});

it('differs where the company changed what the desk wrote', () => {
  const typed = { title: '一', body: '', answers: { a: '1', b: '2' } };
  expect(differences(typed, { title: '一', body: '补充', answers: { a: '1', b: '3' } })).toEqual([
    { key: 'body', before: '', after: '补充' },
    { key: 'b', before: '2', after: '3' },
  ]);
});
