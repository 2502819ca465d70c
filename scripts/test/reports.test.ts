import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, shownFailure } from './reports';
import { counted, runSuite } from './suite';

describe('the count of a run', () => {
  it('takes a file that could not be loaded as a failure', () => {
    const count = countVitest({
      testResults: [
        { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        {
          name: 'c.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'passed' }, { status: 'failed', fullName: 'adds', failureMessages: ['expected 2'] }],
        },
      ],
    });
    expect(count).toMatchObject({ passed: 2, failed: 2, skipped: 1, again: 0 });
    expect(count.failures).toEqual([
      { title: 'b.test.ts', message: 'no such module' },
      { title: 'c.test.ts › adds', message: 'expected 2' },
    ]);
  });

  it('says which tests passed only when tried again, and takes an error outside tests as a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    const spec = (title: string, status: string) => ({
      title, file: 'desk.spec.ts', line: 7, tests: [{ status, results: [{ error: { message: 'gone' } }, {}] }],
    });
    const suites = [{ specs: [spec('opens', 'expected')], suites: [{ specs: [spec('closes', 'unexpected')] }] }];
    expect(countPlaywright({ stats, errors: [{ message: 'no browser' }], suites })).toEqual({
      passed: 7,
      failed: 2,
      skipped: 3,
      again: 2,
      failures: [
        { title: 'desk.spec.ts:7 › closes', message: 'gone' },
        { title: 'outside tests', message: 'no browser' },
      ],
    });
  });

  it('shows the opening lines of a failure without colours', () => {
    const message = ['\u001b[31mexpected 2\u001b[39m', '', ...Array.from({ length: 40 }, (_, line) => `at ${line}`)].join('\n');
    const shown = shownFailure('unit', { title: 'adds', message }).split('\n');
    expect(shown.slice(0, 3)).toEqual(['✗ unit: adds', '    expected 2', '    at 0']);
    expect(shown).toHaveLength(13);
  });

  it('takes an exit code that no test explains as a failure', () => {
    expect(counted(7, 0, 1)).toMatchObject({ passed: 7, failed: 1 });
    expect(counted(7, 2, 1)).toMatchObject({ passed: 7, failed: 2 });
    expect(counted(7, 0, 0)).toMatchObject({ passed: 7, failed: 0 });
    expect(counted(7, 0, null)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('takes a suite without tests, and one that throws, as a failure', async () => {
    const nothing = () => Promise.resolve({ passed: 0, failed: 0 });
    expect(await runSuite({ name: 'empty', minutes: 1, run: nothing })).toMatchObject({ failed: 1 });
    const broken = () => Promise.reject(new Error('broken'));
    expect(await runSuite({ name: 'broken', minutes: 1, run: broken })).toMatchObject({ passed: 0, failed: 1 });
  });
});
