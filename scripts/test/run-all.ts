import { type Failure, shownFailure } from './reports';
import { type Outcome, runSuite, type Suite } from './suite';

/** `.ci/run` looks for this line to repeat what stands between it and the sum. */
const FAILED = '── what failed ──';
const SHOWN = 40;

/**
 * Runs suites one after another, prints what each came to and took, and closes with what failed, by name, and the line
 * that sums them: whoever sees only the end of a long run sees what to do.
 * @returns the exit code: 0 when something passed and nothing failed
 */
export async function runAll(suites: readonly Suite[]): Promise<0 | 1> {
  const started = Date.now();
  const lines: string[] = [];
  const failures: string[] = [];
  const total: Outcome = { passed: 0, failed: 0 };
  let asked = false;
  const onSignal = () => {
    asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  for (const suite of suites) {
    if (asked) break;
    console.log(`\n── ${suite.name} ──`);
    const begun = Date.now();
    const outcome = await runSuite(suite);
    const { passed, failed, note = '' } = outcome;
    total.passed += passed;
    total.failed += failed;
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds(begun).padStart(8)}`;
    const line = `${failed === 0 ? '✓' : '✗'} ${suite.name.padEnd(20)}${counts}  ${note}`.trimEnd();
    failures.push(...failuresOf(outcome).map((failure) => shownFailure(suite.name, failure)));
    lines.push(line);
    console.log(line);
  }
  // What was interrupted has not passed.
  if (asked) {
    total.failed += 1;
    failures.push('✗ interrupted');
  }
  console.log(`\n${lines.join('\n')}\n\n${seconds(started)}`);
  if (failures.length > 0) {
    const more = failures.length > SHOWN ? [`and ${failures.length - SHOWN} more`] : [];
    console.log(`\n${[FAILED, ...failures.slice(0, SHOWN), ...more].join('\n')}\n`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** A failure that no test explains speaks through the suite's note. */
function failuresOf({ failed, note = '', failures = [] }: Outcome): Failure[] {
  return failed > failures.length ? [...failures, { title: 'the suite itself', message: note }] : failures;
}
