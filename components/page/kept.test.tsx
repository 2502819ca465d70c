import { expect, test, vi } from 'vitest';
import { keptMarkup, madeOnce } from './kept';

test('what was drawn from the same facts is taken again', () => {
  const draw = vi.fn(() => <b>一</b>);
  expect(keptMarkup('kept', { n: 1 }, draw)).toBe('<b>一</b>');
  expect(keptMarkup('kept', { n: 1 }, draw)).toBe('<b>一</b>');
  expect(draw).toHaveBeenCalledTimes(1);
  keptMarkup('kept', { n: 2 }, draw);
  keptMarkup('another', { n: 1 }, draw);
  expect(draw).toHaveBeenCalledTimes(3);
});

test('long facts made once are told apart by being themselves', () => {
  const people = [{ name: '王芳' }];
  const options = () => madeOnce(people, 'liaison', () => people.map((one) => ({ value: one.name })));
  expect(options()).toBe(options());
  expect(madeOnce(people, 'mentor', () => [{ value: '' }])).not.toBe(options());
  expect(madeOnce([{ name: '王芳' }], 'liaison', () => [{ value: '' }])).not.toBe(options());

  const draw = vi.fn(() => <i>二</i>);
  keptMarkup('options', { options: options(), value: 'a' }, draw);
  keptMarkup('options', { options: options(), value: 'a' }, draw);
  expect(draw).toHaveBeenCalledTimes(1);
  keptMarkup('options', { options: options(), value: 'b' }, draw);
  keptMarkup('options', { options: madeOnce(people, 'mentor', () => [{ value: '' }]), value: 'a' }, draw);
  expect(draw).toHaveBeenCalledTimes(3);
});
