import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure } from '@/lib/kernel/errors';
import { completeRequest, type Effected, type Granted } from '@/lib/service-desk/commands/complete-request';
import type { ItemEffect } from '@/lib/service-desk/inputs/item';
import type { DecideRequest } from '../inputs';
import { canCarryOut } from '../policy';
import { standsAlready } from '../effects';
import { stateOf } from '../queries/effects';
import { carryOut } from './effects/effect';

/**
 * Decides a request and, where it is granted, brings about what the item stands for, in one transaction: both are there
 * or neither. What stands already (somebody graduated the company meanwhile) is not done twice.
 * @throws what completeRequest and the effect throw; ForbiddenError effect.notYours for who may not bring it about
 */
export async function decideRequest(ctx: Ctx, input: z.output<typeof DecideRequest>): Promise<{ id: string; document: string; delivered: boolean; effect: ItemEffect | null }> {
  return completeRequest(ctx, input, (granted) => bringAbout(ctx, granted, input));
}

async function bringAbout(ctx: Ctx, granted: Granted, input: z.output<typeof DecideRequest>): Promise<Effected | null> {
  const effect = input.effect ?? (granted.effects.length === 1 ? granted.effects[0] : undefined);
  ensure(effect !== undefined && granted.effects.includes(effect), 'effect.choose', { field: 'effect' });
  if (standsAlready(effect, await stateOf(ctx, granted.companyId))) return null;
  allow(canCarryOut(ctx.actor, effect), 'effect.notYours');
  return carryOut[effect](ctx, granted, input);
}
