import { isDay } from '@/lib/kernel/dates';
import { parseYuan, plainYuan } from '@/lib/kernel/money';
import { parsePhone } from '@/lib/kernel/phone';
import { toHalfWidth } from '@/lib/kernel/text';
import type { ItemField } from '../inputs/item';

export interface Problem {
  /** The field of the form it concerns. */
  field: string;
  code: string;
}

/** What was typed into one field, in the form it is kept in: a number plain, a period as from/to. What can't be read stays as typed. */
export function keptAnswer(field: ItemField, typed: Readonly<Record<string, string>>): string {
  const answer = typed[field.key] ?? '';
  switch (field.kind) {
    case 'period': {
      const [from, to] = [typed[`${field.key}_from`] ?? '', typed[`${field.key}_to`] ?? ''];
      return from === '' && to === '' ? answer : `${from}/${to}`;
    }
    case 'number':
      return toHalfWidth(answer).replace(/[\s,]/g, '');
    case 'money': {
      const amount = parseYuan(answer);
      return amount === null ? answer : plainYuan(amount);
    }
    default:
      return answer;
  }
}

/** Everything typed, for the item's own fields alone: what it doesn't ask isn't kept. */
export function keptAnswers(fields: readonly ItemField[], typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(fields.filter(({ kind }) => kind !== 'file').map((field) => [field.key, keptAnswer(field, typed)]));
}

/** What keeps an answer from being sent; null when it may go. `answer` in the form it is kept in. */
export function answerProblem(field: ItemField, answer: string): string | null {
  const [from = '', to = ''] = answer.split('/');
  const empty = field.kind === 'period' ? from === '' && to === '' : answer === '';
  if (empty) return field.required && field.kind !== 'file' ? 'required' : null;
  const offered = (value: string) => field.options?.some((option) => option.value === value) === true;
  switch (field.kind) {
    case 'number':
      return /^-?\d{1,12}(\.\d{1,4})?$/.test(answer) ? null : 'notANumber';
    case 'money':
      return parseYuan(answer) === null ? 'invalidMoney' : answer.startsWith('-') ? 'negativeAmount' : null;
    case 'date':
      return isDay(answer) ? null : 'invalidDate';
    case 'period':
      if (!isDay(from) || !isDay(to)) return 'invalidDate';
      return to < from ? 'endBeforeStart' : null;
    case 'phone':
      return parsePhone(answer) === null ? 'invalidPhone' : null;
    case 'choice':
      return offered(answer) ? null : 'invalidChoice';
    case 'several':
      return answer.split('\n').every(offered) ? null : 'invalidChoice';
    case 'yesno':
      return answer === 'yes' || answer === 'no' ? null : 'invalidChoice';
    case 'line':
    case 'text':
    case 'fact':
    case 'file':
      return null;
  }
}

/** The first problem of each field, in the order of the form. */
export function answerProblems(fields: readonly ItemField[], answers: Readonly<Record<string, string>>): Problem[] {
  return fields.flatMap((field) => {
    const code = answerProblem(field, answers[field.key] ?? '');
    return code === null ? [] : [{ field: field.kind === 'period' ? `${field.key}_from` : field.key, code }];
  });
}

export interface Difference {
  /** The field's key; `title` and `body` for the request's own words. */
  key: string;
  before: string;
  after: string;
}

interface Written {
  title: string;
  body: string;
  answers: Readonly<Record<string, string>>;
}

/** Each place where what stands there now isn't what was typed first. */
export function differences(before: Written, after: Written): Difference[] {
  const keys = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])];
  return [
    { key: 'title', before: before.title, after: after.title },
    { key: 'body', before: before.body, after: after.body },
    ...keys.map((key) => ({ key, before: before.answers[key] ?? '', after: after.answers[key] ?? '' })),
  ].filter((one) => one.before !== one.after);
}
