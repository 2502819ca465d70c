import { expect, test, vi } from 'vitest';
import { keptMarkup, keptRows, madeOnce } from './kept';

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

test('a row is drawn again only where it, or what else it is drawn by, is another', () => {
  const draw = vi.fn((row: { name: string }) => <b>{row.name}</b>);
  const by = () => draw;
  const [first, second] = [{ name: '青禾' }, { name: '<肽谷>' }];
  expect(keptRows(by, { locale: 'zh-CN' }, [first, second], draw)).toBe('<b>青禾</b><b>&lt;肽谷&gt;</b>');
  expect(keptRows(by, { locale: 'zh-CN' }, [{ ...second }, { ...first }], draw)).toBe('<b>&lt;肽谷&gt;</b><b>青禾</b>');
  expect(draw).toHaveBeenCalledTimes(2);
  keptRows(by, { locale: 'zh-CN' }, [first, { name: '云枢' }], draw);
  expect(draw).toHaveBeenCalledTimes(3);
  keptRows(by, { locale: 'en' }, [first], draw);
  expect(draw).toHaveBeenCalledTimes(4);
});

test('what one function drew is never taken for another’s, nor for one made anew', () => {
  const rows = [{ name: '青禾' }];
  const made = (sign: string) => () => keptRows(() => sign, {}, rows, (row) => <i>{sign + row.name}</i>);
  expect(made('甲')()).toBe('<i>甲青禾</i>');
  expect(made('乙')()).toBe('<i>乙青禾</i>');
});

const Waiting = () => Promise.resolve('later') as never;

test('a row with something for the browser’s React is left to it', () => {
  const by = () => null;
  expect(keptRows(by, {}, [1], () => <Waiting />)).toBeNull();
});
