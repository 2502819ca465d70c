import { expect, it } from 'vitest';
import { nameIfOften, nameOf } from './kept';

it('what was written to be kept has one name from the first time on', () => {
  expect(nameOf('select 1')).toMatch(/^kept_\d+$/);
  expect(nameOf('select 1')).toBe(nameOf('select 1'));
  expect(nameOf('select 2')).not.toBe(nameOf('select 1'));
});

it('what is asked in the same words is named from the fifth time on; a list written out never', () => {
  const asked = (text: string) => Array.from({ length: 6 }, () => nameIfOften(text));
  const often = asked('select name from companies where id = $1');
  expect(often.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
  expect(often[4]).toMatch(/^kept_\d+$/);
  expect(often[5]).toBe(often[4]);
  expect(asked(`select name from companies where id in (${'$1, '.repeat(2_000)}$1)`)).toEqual(Array(6).fill(undefined));
});

it('there is an end to what is kept, and what was written for it finds room longer', () => {
  const names = Array.from({ length: 400 }, (_, n) => Array.from({ length: 5 }, () => nameIfOften(`select ${n} from often`)).at(-1));
  expect(names[0]).toBeDefined();
  expect(names.at(-1)).toBeUndefined();
  expect(nameOf('select first from written')).toBeDefined();
  for (let n = 0; n < 200; n += 1) nameOf(`select ${n} from written`);
  expect(nameOf('select last from written')).toBeUndefined();
  expect(nameOf('select 1')).toBeDefined();
});
