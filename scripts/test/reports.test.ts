import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './reports';
import { counted, runSuite } from './suite';

describe('the count of a run', () => {
  it('takes a file that could not be loaded as a failure', () => {
    const count = countVitest({
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      ],
    });
    expect(count).toEqual({ passed: 2, failed: 2, skipped: 1, again: 0 });
  });

  it('says which tests passed only when tried again, and takes an error outside tests as a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats, errors: ['no browser'] })).toEqual({ passed: 7, failed: 2, skipped: 3, again: 2 });
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
