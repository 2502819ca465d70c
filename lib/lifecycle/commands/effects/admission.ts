import type { z } from 'zod';
import { takeStep } from '@/lib/companies/commands/road';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { defaultLocale, translator } from '@/lib/kernel/i18n';
import type { Effected, Granted } from '@/lib/service-desk/commands/complete-request';
import type { DecideRequest } from '../../inputs';
import { openApplicationOf } from '../../queries/admission';
import { admitApplication } from '../admission/decide';

/**
 * 入驻 as it was asked for. An application of the company that is under review is admitted with its conditions; without
 * one the request's own lanes were the review.
 */
export async function carryOutAdmission(ctx: Ctx, granted: Granted, decided: z.output<typeof DecideRequest>): Promise<Effected> {
  const { onDay, carrierId, room, area, conditionText, conditionDueOn } = decided;
  ensure(onDay !== null, 'required', { field: 'onDay' });
  const application = await openApplicationOf(ctx, granted.companyId);
  if (application !== null) {
    const { road } = await admitApplication(ctx, { application, admittedOn: onDay, carrierId, room, area, conditionText, conditionDueOn });
    return { effect: 'admission', roadId: road, paper: null };
  }
  const reason = translator(defaultLocale, 'graduation')('admitted.asked', { number: granted.number });
  const step = await takeStep(ctx, { company: granted.companyId, kind: 'admitted', onDay, carrierId, room: room === '' ? null : room, area, reason });
  return { effect: 'admission', roadId: step.id, paper: null };
}
