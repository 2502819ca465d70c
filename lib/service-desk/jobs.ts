import { z } from 'zod';
import { record } from '@/lib/audit/commands';
import { defineJob, defineSchedule } from '@/lib/jobs/registry';
import { centerOf } from '@/lib/kernel/actor';
import { ensureCatalogue } from './commands/keep-catalogue';
import { watchClocks } from './commands/watch';
import { catalogueEnsured } from './entries';

const nothing = z.object({});

/** A center begins with its catalogue; asked for when one is opened, and once a day in case it was missed. */
defineJob('center.opened', nothing, async (ctx) => {
  const count = await ensureCatalogue(ctx.db, centerOf(ctx.actor), ctx.now);
  if (count > 0) await record(ctx, catalogueEnsured, { subject: { type: 'center', id: centerOf(ctx.actor) }, data: { count } });
});
defineSchedule('service-desk.catalogue', { dailyAt: '02:40' }, 'center.opened');

/** What is due, late, accepted by default or known at last is said within ten minutes. */
defineJob('service-desk.watch', nothing, (ctx) => watchClocks(ctx), 'slow');
defineSchedule('service-desk.watch', { everySeconds: 600 }, 'service-desk.watch');
