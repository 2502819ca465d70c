import { z } from 'zod';
import { isDay } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { cleanText } from '@/lib/kernel/text';

export const laneStates = ['waiting', 'open', 'stopped', 'agreed', 'disagreed', 'cancelled'] as const;
export type LaneState = (typeof laneStates)[number];
export const laneParties = ['holder', 'department', 'role'] as const;
export type LaneParty = (typeof laneParties)[number];
export type StopKind = 'company' | 'outside' | 'pause';

const id = z.string().refine((value) => isId(value), 'notFound');
const text = (max: number) => z.string().default('').transform(cleanText).pipe(z.string().max(max));

/** An opinion in a lane; disagreeing wants words. What was ticked travels under `ticked`. */
export const GiveOpinion = z
  .object({ lane: id, opinion: z.enum(['agree', 'disagree'], { error: 'chooseOne' }), body: text(3000), ticked: z.array(z.string().max(300)).max(50).default([]) })
  .refine((typed) => typed.opinion === 'agree' || typed.body !== '', { path: ['body'], message: 'required' });

/** Why a lane stands still: a named review outside, or a reason of our own. */
export const StopLane = z
  .object({ lane: id, kind: z.enum(['outside', 'pause'], { error: 'chooseOne' }), party: text(100), reason: text(500) })
  .superRefine((typed, ctx) => {
    if (typed.kind === 'outside' && typed.party === '') ctx.addIssue({ code: 'custom', message: 'required', path: ['party'], input: '' });
    if (typed.kind === 'pause' && typed.reason === '') ctx.addIssue({ code: 'custom', message: 'required', path: ['reason'], input: '' });
  });

export const OneLane = z.object({ lane: id });

export const TransferLane = z.object({ lane: id, owner: id });

const day = z.string().refine((typed) => isDay(typed), 'invalidDate');

/** From a day to a day somebody is away; both included. */
export const StandIn = z
  .object({ standIn: id, from: day, until: day })
  .refine((typed) => typed.until >= typed.from, { path: ['until'], message: 'dateTooEarly' });

export const OneAbsence = z.object({ absence: id });
