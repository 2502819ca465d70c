import { reading } from '@/db/testing/factories';
import { searchCompanies } from '@/lib/companies/queries/search';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Measured } from './load';

/** Two characters as people type them into ⌘K: common and rare ones, brands, places, trades, and two letters of a sound. */
const TYPED = ['科技', '兰州', '甘肃', '生物', '信息', '环保', '智能', '肽谷', '华科', '海默', '奇正', '西脉', '医药', '材料', '电子', '节能', '青禾', '中陇', '天禾', '软件'];
const ROUNDS = 10;

/** One search after another, as ⌘K asks, in a read transaction behind row-level security. */
export async function searchTimes(manager: MemberActor): Promise<Measured & { p95: number; companies: number }> {
  const times: number[] = [];
  let companies = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const text of TYPED) {
      const { found, took } = await reading(
        manager,
        async (ctx) => {
          const begun = performance.now();
          const found = await searchCompanies(ctx, text, 8);
          return { found, took: performance.now() - begun };
        },
        new Date(),
      );
      companies += found.length;
      // The first round warms the database up.
      if (round > 0) times.push(took);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const sum = times.reduce((total, time) => total + time, 0);
  return { perSecond: (1_000 * times.length) / sum, median: at(0.5), p99: at(0.99), p95: at(0.95), errors: 0, companies };
}
