import { Problem } from '../house/problems';

export interface Flags {
  empty: boolean;
  demo: boolean;
  /** The day the demo is relative to, YYYY-MM-DD; null is the real one. */
  today: string | null;
}

/** @throws Problem flagUnknown, flagsConflict, todayWrong */
export function parseFlags(args: readonly string[]): Flags {
  const flags: Flags = { empty: false, demo: false, today: null };
  for (const [index, arg] of args.entries()) {
    if (arg === '--empty') flags.empty = true;
    else if (arg === '--demo') flags.demo = true;
    else if (arg === '--today') flags.today = day(args[index + 1] ?? '');
    else if (arg.startsWith('--today=')) flags.today = day(arg.slice('--today='.length));
    else if (args[index - 1] !== '--today') throw new Problem('flagUnknown', { flag: arg });
  }
  if (flags.empty && flags.demo) throw new Problem('flagsConflict');
  return flags;
}

function day(value: string): string {
  const moment = new Date(`${value}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
  if (!exists) throw new Problem('todayWrong', { value });
  return value;
}
