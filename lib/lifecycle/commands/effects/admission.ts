import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/context';
import { ensure, RuleError } from '@/lib/kernel/errors';
import type { Effected, Granted } from '@/lib/service-desk/commands/complete-request';
import type { DecideRequest } from '../../inputs';
import { admissionCase } from '../../queries/admission';
import { admitApplication } from '../admission/decide';

/**
 * 入驻 as it was asked for. Lanes alone admit nobody: it takes an application under review, whose verdict by the
 * conditions of the day stays with the decision. What isn't met needs a condition with a day.
 * @throws RuleError admission.noApplication, .drafted, .notAccepted, .returned, .over, .noRules; what admitApplication throws
 */
export async function carryOutAdmission(ctx: Ctx, granted: Granted, decided: z.output<typeof DecideRequest>): Promise<Effected> {
  const { onDay, carrierId, room, area, conditionText, conditionDueOn } = decided;
  ensure(onDay !== null, 'required', { field: 'onDay' });
  const asked = await admissionCase(ctx, granted.companyId, onDay);
  if (asked.kind === 'lacking') throw new RuleError(`admission.${asked.code}`, { params: asked.params });
  const { road } = await admitApplication(ctx, { application: asked.application, admittedOn: onDay, carrierId, room, area, conditionText, conditionDueOn });
  return { effect: 'admission', roadId: road, paper: null };
}
