/** How many tests a reporter says passed and failed. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Passed when tried again. */
  again: number;
}

interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A file that could not even be loaded holds no assertion; it counts as one failure. */
export function countVitest(report: VitestReport): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0, again: 0 };
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else if (status === 'failed') count.failed += 1;
      else count.skipped += 1;
    }
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) count.failed += 1;
  }
  return count;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** On a machine others keep busy a browser test may be tried once more (see retries); it passes, and the run says so. */
export function countPlaywright(report: PlaywrightReport): Count {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped, again: flaky };
}
