import { type Outcome, runSuite, type Suite } from './suite';

/**
 * Runs suites one after another, prints what each came to and took, and closes with the line that sums them.
 * @returns the exit code: 0 when something passed and nothing failed
 */
export async function runAll(suites: readonly Suite[]): Promise<0 | 1> {
  const started = Date.now();
  const lines: string[] = [];
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
    const { passed, failed, note = '' } = await runSuite(suite);
    total.passed += passed;
    total.failed += failed;
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds(begun).padStart(8)}`;
    const line = `${failed === 0 ? '✓' : '✗'} ${suite.name.padEnd(20)}${counts}  ${note}`.trimEnd();
    lines.push(line);
    console.log(line);
  }
  // What was interrupted has not passed.
  if (asked) total.failed += 1;
  console.log(`\n${lines.join('\n')}\n\n${seconds(started)}\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
