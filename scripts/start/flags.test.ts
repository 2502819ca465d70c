import { describe, expect, it } from 'vitest';
import { parseFlags } from './flags';

describe('the flags of a start', () => {
  it('are none by default', () => {
    expect(parseFlags([])).toEqual({ empty: false, demo: false, today: null });
  });

  it('take a day in either spelling', () => {
    expect(parseFlags(['--today=2026-11-20', '--demo'])).toEqual({ empty: false, demo: true, today: '2026-11-20' });
    expect(parseFlags(['--today', '2026-11-20']).today).toBe('2026-11-20');
  });

  it.each([
    [['--today=2026-02-30'], 'todayWrong'],
    [['--today'], 'todayWrong'],
    [['--empty', '--demo'], 'flagsConflict'],
    [['--emtpy'], 'flagUnknown'],
    [['2026-11-20'], 'flagUnknown'],
  ])('%j is refused as %s', (args, key) => {
    expect(() => parseFlags(args)).toThrow(expect.objectContaining({ key }));
  });
});
