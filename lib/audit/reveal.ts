import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { record } from './commands';
import { fieldRevealed } from './entries';

interface Revealed {
  subject: { type: string; id: string };
  companyId?: string | null;
  /** A word of the trail's: phone, idNumber, email; see messages audit.fields. */
  field: string;
  /** Whose it is, as the sentence names it. */
  of: string;
  reason: string;
  value: string | null;
}

/**
 * Lets a masked value be read in full and leaves an entry that says who wanted it and why. The capability has loaded the
 * value under the reader's rows and asked its policy. @throws RuleError 'nothingToReveal'
 */
export async function reveal(ctx: Ctx, { subject, companyId, field, of, reason, value }: Revealed): Promise<{ value: string }> {
  ensure(value !== null && value !== '', 'nothingToReveal');
  await record(ctx, fieldRevealed, { subject, companyId: companyId ?? null, data: { field, of, reason } });
  return { value: value ?? '' };
}
