import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import type { Effected, Granted } from '@/lib/service-desk/commands/complete-request';
import type { DecideRequest } from '../../inputs';
import type { z } from 'zod';
import { graduateCompany } from '../graduate';

/** 毕业 as it was asked for. The certificate is a paper of its own: it goes on when the request's result is superseded. */
export async function carryOutGraduation(ctx: Ctx, granted: Granted, { onDay, endTrio }: z.output<typeof DecideRequest>): Promise<Effected> {
  ensure(onDay !== null, 'required', { field: 'onDay' });
  const { road, certificate } = await graduateCompany(ctx, { company: granted.companyId, onDay, endTrio }, granted);
  return { effect: 'graduation', roadId: road, paper: certificate };
}
