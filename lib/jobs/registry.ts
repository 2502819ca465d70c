import type { z } from 'zod';
import type { OwnerClient } from '@/db/owner';
import type { Actor, JobActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';

/** One run of a piece of background work in one center, which opens its own transactions. */
export interface Work {
  centerId: string;
  /** The outbox row that asked for it; the same for every retry. */
  id: string;
  now: () => Date;
  /** True when a failure will not be tried again. */
  isLastTry: boolean;
  read<T>(load: (ctx: Ctx<JobActor>) => Promise<T>): Promise<T>;
  write<T>(work: (ctx: Ctx<JobActor>) => Promise<T>): Promise<T>;
}

/** Long work of one member. Transactions run as that member: their row scope, their name in the trail. */
export interface Task {
  id: string;
  centerId: string;
  now: () => Date;
  read<T>(load: (ctx: Ctx<Actor>) => Promise<T>): Promise<T>;
  write<T>(work: (ctx: Ctx<Actor>) => Promise<T>): Promise<T>;
  /** Says how far it has come, at once and whatever becomes of a transaction that is under way. */
  progress(done: number, total: number): Promise<void>;
}

export type TaskResult = Record<string, unknown>;

export interface JobKind {
  topic: string;
  payload: z.ZodType;
  queue: QueueName;
  run: (work: Work, payload: never) => Promise<void>;
}

interface TaskKind {
  payload: z.ZodType;
  run: (task: Task, payload: never) => Promise<TaskResult>;
}

/** When: every so many seconds, or once a day at a time of day in Asia/Shanghai ('HH:MM'). */
export type Rhythm = { everySeconds: number } | { dailyAt: string };

export type Schedule = { name: string; rhythm: Rhythm } & (
  | { topic: string }
  | { run: (machine: { client: OwnerClient; now: Date }) => Promise<void> }
);

/**
 * Quick work is what somebody waits for within seconds. It waits neither behind what depends on the world outside and upkeep
 * nobody looks at (slow) nor behind what people start and watch (long).
 */
export const queueNames = ['quick', 'slow', 'long'] as const;
export type QueueName = (typeof queueNames)[number];

const jobs = new Map<string, JobKind>();
const tasks = new Map<string, TaskKind>();
const schedules = new Map<string, Schedule>();

/** Work in one transaction of the job actor. It may run more than once for one request: the second time must change nothing. */
export function defineJob<P extends z.ZodType>(
  topic: string,
  payload: P,
  handler: (ctx: Ctx<JobActor>, payload: z.output<P>) => Promise<unknown>,
  queue: QueueName = 'quick',
): void {
  const run = async (work: Work, given: z.output<P>) => {
    await work.write((ctx) => handler(ctx, given));
  };
  defineWork(topic, payload, run, queue);
}

/** Work that talks to the world outside or needs several transactions. It may run more than once, too. */
export function defineWork<P extends z.ZodType>(
  topic: string,
  payload: P,
  run: (work: Work, payload: z.output<P>) => Promise<void>,
  queue: QueueName = 'quick',
): void {
  jobs.set(topic, { topic, payload, queue, run: run as JobKind['run'] });
}

/**
 * Long work a person starts with startTask and watches. What it returns is kept as the task's result.
 * A RuleError ends it and is shown in words; anything else is tried again, so a batch belongs in one transaction.
 */
export function defineTask<P extends z.ZodType>(
  kind: string,
  payload: P,
  run: (task: Task, payload: z.output<P>) => Promise<TaskResult>,
): void {
  tasks.set(kind, { payload, run: run as TaskKind['run'] });
}

/** Runs `topic` once per open center, with an empty payload; over all processes once per slot. */
export function defineSchedule(name: string, rhythm: Rhythm, topic: string): void {
  schedules.set(name, { name, rhythm, topic });
}

/** Work of the machine room on the owner's connection, in one transaction, never twice at the same time. */
export function defineMachineSchedule(
  name: string,
  rhythm: Rhythm,
  run: (machine: { client: OwnerClient; now: Date }) => Promise<void>,
): void {
  schedules.set(name, { name, rhythm, run });
}

/** @throws for a topic nobody defined: the process that runs jobs must have loaded its capability */
export function jobKind(topic: string): JobKind {
  const kind = jobs.get(topic);
  if (kind === undefined) throw new Error(`unknown job ${topic}`);
  return kind;
}

/** Unknown topics wait in the quick queue until a process that knows them comes along. */
export function queueOf(topic: string): QueueName {
  return jobs.get(topic)?.queue ?? 'quick';
}

/** @throws for a kind nobody defined */
export function taskKind(kind: string): TaskKind {
  const found = tasks.get(kind);
  if (found === undefined) throw new Error(`unknown task ${kind}`);
  return found;
}

export function allSchedules(): Schedule[] {
  return [...schedules.values()];
}
