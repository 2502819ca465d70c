/**
 * Calls `stop` when somebody wants us to end: Ctrl-C, `kill`, a closed terminal. And when npm was killed, which ends the
 * shell between it and us without a word to us: our parent has changed.
 */
export function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}
