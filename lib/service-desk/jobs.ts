import { z } from 'zod';
import { record } from '@/lib/audit/commands';
import { defineJob, defineSchedule } from '@/lib/jobs/registry';
import { centerOf } from '@/lib/kernel/actor';
import { ensureCatalogue } from './commands/keep-catalogue';
import { recountDueDays } from './commands/recount';
import { catalogueEnsured } from './entries';

const nothing = z.object({});

/** A center begins with its catalogue; asked for when one is opened, and once a day in case it was missed. */
defineJob('center.opened', nothing, async (ctx) => {
  const count = await ensureCatalogue(ctx.db, centerOf(ctx.actor));
  if (count > 0) await record(ctx, catalogueEnsured, { subject: { type: 'center', id: centerOf(ctx.actor) }, data: { count } });
});
defineSchedule('service-desk.catalogue', { dailyAt: '02:40' }, 'center.opened');

/** Days that couldn't be known are settled soon after the missing year is entered. */
defineJob('service-desk.recount', nothing, (ctx) => recountDueDays(ctx), 'slow');
defineSchedule('service-desk.recount', { everySeconds: 600 }, 'service-desk.recount');
