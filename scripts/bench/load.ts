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

/** The bare page runs before and after each page and is warm soon; a page's own code takes some hundred answers to be compiled. */
const WARM_SECONDS = 5;

/** Sixteen connections, one request after another without a pause, for `seconds`, once everything is warm. `spent` is the server's processor time so far. */
export async function loadPage(url: string, cookie: string | null, seconds: number, spent: () => number): Promise<Measured> {
  const headers: Record<string, string> = { accept: 'text/html', ...(cookie === null ? {} : { cookie }) };
  await autocannon({ url, headers, connections: CONNECTIONS, duration: WARM_SECONDS });
  const before = spent();
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  return {
    cpu: (spent() - before) / Math.max(1, result.requests.total),
    perSecond: result.requests.average,
    median: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
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
