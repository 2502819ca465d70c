import type { Socket } from 'node:net';
import pg from 'pg';
import { KEPT, nameIfOften, nameOf } from './kept';

interface Asked {
  name?: string;
  text: string;
}

/** Milliseconds for which a reading that is over may stand open, when nothing else is asked. */
const SOON = 10;

/**
 * Questions put in one turn of the process leave in one piece, and their answers are read together: what a page asks side by
 * side costs one journey. Those written once (`KEPT`), and what pages ask often, keep their plan in the database, where the
 * connection is one server's: a pooler of transactions gives each to another.
 */
export class OneLetter extends pg.Client {
  /** Set while it reads: what a write asks may be planned for tables that it is filling itself. */
  isReading = false;
  /** How many questions it has been asked so far. */
  asked = 0;
  private gathering = false;
  private isDirect = false;
  /** What was read is known, and the transaction it was read in still stands open. */
  private isUnended = false;
  private ending: NodeJS.Timeout | undefined;

  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (asked: unknown, ...more: unknown[]) => unknown;
    this.query = ((asked: Asked | string, ...more: unknown[]) => {
      this.gather();
      this.finish(ask);
      this.asked += 1;
      return ask(isPlain(asked) ? { ...asked, name: this.nameOf(asked) } : asked, ...more);
    }) as typeof this.query;
  }

  /** A pooler tells its clients of a server that isn't there. */
  async learn(): Promise<void> {
    const { rows } = await this.query<{ pid: number }>('select pg_backend_pid() as pid');
    this.isDirect = rows[0]?.pid === (this as unknown as { processID: number }).processID;
  }

  /**
   * Ends a reading with whatever is asked next, or after `SOON`: a letter of its own would cost a busy server more than some of
   * its questions. A pooler lends its connection for as long as a transaction stands open, so there it ends at once.
   */
  endSoon(): Promise<unknown> {
    if (!this.isDirect) return this.query('commit');
    this.isUnended = true;
    this.ending ??= setTimeout(() => {
      this.ending = undefined;
      this.finish(this.query);
    }, SOON).unref();
    return Promise.resolve();
  }

  private finish(ask: (text: string) => unknown): void {
    if (!this.isUnended) return;
    this.isUnended = false;
    // Nobody waits for it; where the connection broke, what comes next says so.
    (ask('commit') as Promise<unknown>).catch(() => undefined);
  }

  private nameOf({ name, text }: Asked): string | undefined {
    if (!this.isDirect || (name !== undefined && name !== KEPT)) return undefined;
    return name === KEPT ? nameOf(text) : this.isReading ? nameIfOften(text) : undefined;
  }

  private gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    if (this.gathering) return;
    this.gathering = true;
    stream.cork();
    process.nextTick(() => {
      this.gathering = false;
      stream.uncork();
    });
  }
}

/** Neither a text nor something that asks by itself, as a cursor does. */
function isPlain(asked: Asked | string): asked is Asked {
  return typeof asked === 'object' && !('submit' in asked);
}
