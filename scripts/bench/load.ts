import autocannon from 'autocannon';

export const CONNECTIONS = 16;

export interface Measured {
  perSecond: number;
  /** Processor time of the Next process for one answer, in milliseconds: unlike the rest it doesn't hang on what else runs. */
  cpu?: number;
  median: number;
  p99: number;
  errors: number;
}

/** V8 compiles a page's own code for some two thousand answers, on a processor that the page then lacks. */
const WARM_SECONDS = 20;
const TURNS = 3;

export interface Asked {
  url: string;
  cookie: string | null;
}

/**
 * A page and what it is compared with in turns, because machines drift within minutes: sixteen connections each, one request after
 * another without a pause, `seconds` together for each of them, once both are warm. `spent` is the server's processor time so far.
 */
export async function loadInTurns(pages: readonly [Asked, Asked], seconds: number, spent: () => number): Promise<[Measured, Measured]> {
  for (const page of pages) await load(page, WARM_SECONDS);
  const turns: [Turn[], Turn[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const at of [0, 1] as const) {
      const before = spent();
      const result = await load(pages[at], seconds / TURNS);
      turns[at].push({ result, cpu: spent() - before });
    }
  }
  return [together(turns[0]), together(turns[1])];
}

interface Turn {
  result: autocannon.Result;
  cpu: number;
}

function load({ url, cookie }: Asked, duration: number): Promise<autocannon.Result> {
  const headers: Record<string, string> = { accept: 'text/html', ...(cookie === null ? {} : { cookie }) };
  return autocannon({ url, headers, connections: CONNECTIONS, duration });
}

function together(turns: readonly Turn[]): Measured {
  const sum = (of: (turn: Turn) => number) => turns.reduce((total, turn) => total + of(turn), 0);
  const answers = sum(({ result }) => result.requests.total);
  return {
    cpu: sum(({ cpu }) => cpu) / Math.max(1, answers),
    perSecond: answers / sum(({ result }) => result.duration),
    median: sum(({ result }) => result.latency.p50) / turns.length,
    p99: Math.max(...turns.map(({ result }) => result.latency.p99)),
    errors: sum(({ result }) => result.errors + result.timeouts + result.non2xx),
  };
}

/** The same for work that isn't a page: raw SQL, a form posted. */
export async function loadWork(work: () => Promise<unknown>, seconds: number): Promise<Measured> {
  await work();
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await work();
        times.push(performance.now() - start);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / ((performance.now() - begun) / 1_000), median: at(0.5), p99: at(0.99), errors: 0 };
}
