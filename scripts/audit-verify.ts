import { closeOwner, ownerTransaction } from '@/db/owner';
import { sealAll } from '@/lib/audit/seal';
import { type Verdict, verifyCenter } from '@/lib/audit/verify';
import { currentTime } from '@/lib/kernel/env';
import { locales, translator } from '@/lib/kernel/i18n';

/**
 * npm run audit:verify [-- SLUG]
 * Walks the hash chain of every center, or of one, and names the first broken link. Exits with 1 when there is one.
 */
export async function main(args: string[]): Promise<number> {
  const [slug] = args;
  const now = currentTime();
  const centers = await ownerTransaction(async (client) => {
    const { rows } = await client.query<{ id: string; slug: string }>('select id, slug from centers where $1::text is null or slug = $1 order by slug', [slug ?? null]);
    // What still waits for its seal gets it now, so that the newest entries are looked at as well.
    await sealAll(client, now);
    return rows;
  });
  let broken = centers.length === 0 && slug !== undefined;
  for (const center of centers) {
    const verdict = await ownerTransaction((client) => verifyCenter(client, center.id));
    broken ||= verdict.broken !== null;
    for (const line of linesOf(center.slug, verdict)) console.log(line);
  }
  if (centers.length === 0) console.log(locales.map((locale) => translator(locale, 'audit')('verify.none')).join(' / '));
  await closeOwner();
  return broken ? 1 : 0;
}

function linesOf(slug: string, { sealed, hash, broken }: Verdict): string[] {
  return locales.map((locale) => {
    const t = translator(locale, 'audit');
    if (broken === null) return t('verify.holds', { slug, count: sealed, hash: hash.slice(0, 16) });
    const { problem, sequence, entryId, day } = broken;
    const where = sequence === null ? '' : t('verify.at', { sequence });
    return t('verify.broken', { slug, where, problem: t(`verify.problems.${problem}`, { day: day ?? '' }), entry: entryId ?? '—', count: sealed });
  });
}
