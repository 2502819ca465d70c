import { z } from 'zod';
import { defineJob, defineSchedule } from '@/lib/jobs/registry';
import { centerOf } from '@/lib/kernel/actor';
import { ensureAdmissionRules } from './commands/admission/settings';
import './entries';

/** A center begins with rules of admission; asked for daily in case it was opened before there were any. */
defineJob('lifecycle.rules', z.object({}), (ctx) => ensureAdmissionRules(ctx.db, centerOf(ctx.actor)));
defineSchedule('lifecycle.rules', { dailyAt: '02:45' }, 'lifecycle.rules');
