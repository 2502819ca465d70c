import { eq } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import type { CompanyState } from '@/lib/companies/inputs';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import type { ItemEffect } from '@/lib/service-desk/inputs/item';
import { askedFor, standsAlready } from '../effects';
import { evidenceOf } from '../evidence';
import { graduationOf } from '../graduation';
import { canCarryOut } from '../policy';
import { type AdmissionCase, admissionCase } from './admission';

/** @throws NotFoundError */
export async function stateOf(ctx: Ctx, companyId: string): Promise<CompanyState> {
  const [row] = await ctx.db.select({ state: companies.state }).from(companies).where(eq(companies.id, companyId));
  return found(row).state;
}

export interface EffectView {
  effect: ItemEffect;
  /** The reader may bring it about. */
  may: boolean;
  /** It came about already: granting does nothing more. */
  stands: boolean;
  /** Of a graduation: whether any condition is met by evidence. */
  met: boolean;
  /** Of an admission that isn't there yet: the application that is judged today, or what is lacking for it. */
  admission: AdmissionCase | null;
}

/** What granting a request would set off, said before it is decided; `asked` is what the company wants. */
export async function effectsOf(ctx: Ctx, request: { companyId: string; effects: readonly ItemEffect[]; answers: Readonly<Record<string, string>> }): Promise<{ asked: ItemEffect | null; all: EffectView[] }> {
  if (request.effects.length === 0) return { asked: null, all: [] };
  const state = await stateOf(ctx, request.companyId);
  const all: EffectView[] = [];
  for (const effect of request.effects) {
    const stands = standsAlready(effect, state);
    all.push({
      effect,
      may: canCarryOut(ctx.actor, effect),
      stands,
      met: effect !== 'graduation' || graduationOf(await evidenceOf(ctx, request.companyId)).some((one) => one.met),
      admission: effect === 'admission' && !stands ? await admissionCase(ctx, request.companyId, dayOf(ctx.now)) : null,
    });
  }
  return { asked: askedFor(request.effects, request.answers), all };
}
