import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/context';
import type { ItemEffect } from '@/lib/service-desk/inputs/item';
import type { Effected, Granted } from '@/lib/service-desk/commands/complete-request';
import type { DecideRequest } from '../../inputs';
import { carryOutAdmission } from './admission';
import { carryOutExit } from './exit';
import { carryOutGraduation } from './graduation';

/** Brings about what was granted, in the decision's own transaction: what it refuses undoes the decision with it. */
export type CarryOut = (ctx: Ctx, granted: Granted, decided: z.output<typeof DecideRequest>) => Promise<Effected>;

/** Every act that a request may end in. A capability that can be asked for adds its line here and to `itemEffects`; who may is in `canCarryOut`. */
export const carryOut: Readonly<Record<ItemEffect, CarryOut>> = {
  admission: carryOutAdmission,
  graduation: carryOutGraduation,
  exit: carryOutExit,
};
