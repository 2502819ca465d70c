/** One test that failed, and what it said. */
export interface Failure {
  title: string;
  message: string;
}

/** How many tests a reporter says passed and failed. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Passed when tried again. */
  again: number;
  failures: Failure[];
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[];
  }[];
}

/** A file that could not even be loaded holds no assertion; it counts as one failure. */
export function countVitest(report: VitestReport): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0, again: 0, failures: [] };
  const fail = (title: string, message: string) => {
    count.failed += 1;
    count.failures.push({ title, message });
  };
  for (const file of report.testResults) {
    for (const { status, fullName = '', failureMessages = [] } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else if (status === 'failed') fail(`${file.name} › ${fullName}`, failureMessages.join('\n'));
      else count.skipped += 1;
    }
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) fail(file.name, file.message ?? '');
  }
  return count;
}

interface PlaywrightSuite {
  title?: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; line: number; tests: { status: string; results: { error?: { message?: string } }[] }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

/** On a machine others keep busy a browser test may be tried once more (see retries); it passes, and the run says so. */
export function countPlaywright(report: PlaywrightReport): Count {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = [
    ...report.suites.flatMap(failuresOf),
    ...report.errors.map(({ message = '' }) => ({ title: 'outside tests', message })),
  ];
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped, again: flaky, failures };
}

function failuresOf({ suites = [], specs = [] }: PlaywrightSuite): Failure[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ results }) => ({
        title: `${file}:${line} › ${title}`,
        message: results.findLast(({ error }) => error !== undefined)?.error?.message ?? '',
      })));
  return [...own, ...suites.flatMap(failuresOf)];
}

const LINES_SHOWN = 12;

/** The opening lines of what a failed test said, without colours: what fits where only the end of a run is seen. */
export function shownFailure(suite: string, { title, message }: Failure): string {
  const lines = plain(message).split('\n').map((line) => line.trimEnd()).filter((line) => line !== '');
  return [`✗ ${suite}: ${plain(title)}`, ...lines.slice(0, LINES_SHOWN).map((line) => `    ${line.slice(0, 300)}`)].join('\n');
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return text.replace(/\u001b\[[0-9;]*m/g, '').replace(`${process.cwd()}/`, '');
}
