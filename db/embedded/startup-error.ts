export type StartupProblem =
  | 'diskFull'
  | 'platformUnsupported'
  | 'binariesMissing'
  | 'noUnprivilegedUser'
  | 'noReachablePlace'
  | 'dataForeign'
  | 'dataVersion'
  | 'databaseFailed'
  | 'databaseLocked';

/** Something the person who starts the house can understand and mend; `problem` is a key under `problems.` of the start messages. */
export class StartupError extends Error {
  readonly problem: StartupProblem;
  readonly params: Readonly<Record<string, string>>;

  constructor(problem: StartupProblem, params: Record<string, string> = {}) {
    super(`${problem} ${JSON.stringify(params)}`);
    this.problem = problem;
    this.params = params;
  }
}

/** True for what a full disk says, in Node's words or in PostgreSQL's. */
export function saysDiskFull(text: string): boolean {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(text);
}
