import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { defaultLocale, translator } from '@/lib/kernel/i18n';
import type { Effected, Granted } from '@/lib/service-desk/commands/complete-request';
import type { DecideRequest } from '../../inputs';
import { leaveCenter } from '../graduate';

/** 退出 as the company asked for it; 清退 is nobody's request. */
export async function carryOutExit(ctx: Ctx, granted: Granted, { onDay, endTrio, endLogins }: z.output<typeof DecideRequest>): Promise<Effected> {
  ensure(onDay !== null, 'required', { field: 'onDay' });
  const reason = translator(defaultLocale, 'graduation')('leave.asked', { number: granted.number });
  const { road } = await leaveCenter(ctx, { company: granted.companyId, kind: 'exited', onDay, reason, endTrio, endLogins });
  return { effect: 'exit', roadId: road, paper: null };
}
