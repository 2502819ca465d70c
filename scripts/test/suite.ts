import { spawn } from 'node:child_process';
import type { Failure } from './reports';

/** What a suite came to. `note` says what the numbers alone don't. */
export interface Outcome {
  passed: number;
  failed: number;
  note?: string;
  /** What failed, as far as it is known by name. */
  failures?: Failure[];
}

export interface Suite {
  name: string;
  minutes: number;
  run(signal: AbortSignal): Promise<Outcome>;
}

/** A suite that executed nothing, threw or hung has failed: silence never passes. */
export async function runSuite(suite: Suite): Promise<Outcome> {
  const timeout = AbortSignal.timeout(suite.minutes * 60_000);
  try {
    const outcome = await suite.run(timeout);
    if (timeout.aborted) return { ...outcome, failed: outcome.failed + 1, note: `took longer than ${suite.minutes} minutes` };
    if (outcome.passed + outcome.failed === 0) return { passed: 0, failed: 1, note: 'executed no test' };
    return outcome;
  } catch (error) {
    return { passed: 0, failed: 1, note: (error as Error).stack ?? String(error) };
  }
}

/** A pass or a fail of its own. */
export function one(ok: boolean): Outcome {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A reporter's numbers, with a failing exit code that they don't explain counted as one more failure. */
export function counted(passed: number, failed: number, code: number | null, note = ''): Outcome {
  if (failed > 0 || code === 0) return { passed, failed, note };
  return { passed, failed: 1, note: `${note} exit code ${code ?? 'none'}`.trim() };
}

/** Runs a command of the project with its output shown; ends it and all its children when the signal comes. */
export function command(args: string[], environment: Record<string, string>, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const end = (how: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, how);
      } catch {
        // It has ended by itself.
      }
    };
    const onAbort = () => end('SIGKILL');
    const onSignal = (how: NodeJS.Signals) => end(how);
    signal.addEventListener('abort', onAbort);
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    const done = (code: number | null) => {
      signal.removeEventListener('abort', onAbort);
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      resolve(code);
    };
    child.once('error', () => done(1));
    child.once('close', done);
  });
}
