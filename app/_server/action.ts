import { and, eq, sql } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { type FormHandler, type FormState, hiddenNames } from '@/components/form/form-state';
import { formValues, typedValues } from '@/components/form/form-values';
import { actorKey, transaction } from '@/db/client';
import { formKeys } from '@/db/schema/jobs';
import { type Actor, type MemberActor, type MemberRole, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { isDiskFull } from '@/lib/kernel/disk-full';
import { RuleError } from '@/lib/kernel/errors';
import { type Translate, translator } from '@/lib/kernel/i18n';
import { isId, newId } from '@/lib/kernel/ids';
import { fieldIssues } from '@/lib/kernel/issues';
import { logger } from '@/lib/kernel/logger';
import { derive } from '@/lib/kernel/tokens';
import { contextFor, type Gate } from './context';
import { forgetMinute } from './minute-old';
import { flash } from './flash';
import { getLocale } from './i18n';
import { getSession, type Session } from './session';
import { isScripted, keepTyped, pageOfForm } from './typed';

/** What happens after the commit: a message on the same page, or a redirect that takes the message along. */
export interface Done {
  /** A key of the namespace given to the action, with its values. */
  message?: { key: string; values?: Record<string, string | number> };
  redirect?: string;
  /** The row's new version, for a form that stays open. */
  version?: number;
  /** What was typed is wrong, and that it was tried is kept: said on its field, and the form stays open. */
  wrong?: { field: string; key: string; values?: Record<string, string | number> };
}

interface Options<I, R> {
  /** The namespace of the messages in `done`. */
  words: string;
  /** Who may post it; the command still asks its policy. Default: anybody signed in and settled. */
  gate?: Gate;
  /**
   * Proves who asks by what was typed (a password, a link's token) before the transaction opens, and becomes the actor.
   * Slow checks and counted tries belong here; what it throws is answered like a command's rule error.
   */
  identify?: (asking: Omit<Ctx, 'db'>, input: I) => Promise<Actor>;
  /** May set cookies: it runs after the commit, before the answer. */
  done: (result: R, input: I) => Done | Promise<Done>;
  /** What comes out is read once and kept nowhere: a replay runs again (and leaves an entry of its own) instead of being answered from memory. */
  readOnce?: boolean;
  /** Paths whose data changed. The whole signed-in tree by default: layouts carry counts. */
  refresh?: (result: R, input: I) => readonly string[];
}

const never = ['password', 'code', 'newPassword', 'repeatPassword', 'currentPassword'];

/**
 * The only way a form writes: who asks → under which membership → parse → transaction in the actor's row scope →
 * command → commit → revalidate → message. Here, once for all: the form key (a replay gets the first result), retries
 * after serialization failures and deadlocks, errors on their fields with everything typed kept.
 */
export function action<S extends z.ZodType, R>(
  schema: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<R>,
  options: Options<z.output<S>, R>,
): FormHandler {
  return async function handle(_previous, formData) {
    const locale = await getLocale();
    const errors = translator(locale, 'errors');
    // Whoever calls an action by hand may send anything at all.
    if (!(formData instanceof FormData)) return { status: 'error', message: errors('expiredForm'), errors: {}, values: {}, at: Date.now() };
    const values = typedValues(formData);
    for (const name of never) delete values[name];
    const refused = (message: string, fields: Record<string, string> = {}): FormState => ({
      status: 'error',
      message,
      errors: fields,
      values,
      at: Date.now(),
    });

    // Whoever proves who they are looks after their own sign-in: that is what an unfinished session still may do.
    const actor = await actorBehind(formData, options.gate ?? 'signed-in', options.identify !== undefined);
    if (actor === 'signedOut' && !(await isScripted())) {
      // The page can't be drawn again for nobody: the words wait where people sign in.
      await keepTyped(values);
      redirect(`/sign-in?next=${encodeURIComponent(await pageOfForm())}`);
    }
    if (typeof actor === 'string') return refused(errors(actor));

    const typed = withVersion(formData);
    const parsed = schema.safeParse(typed);
    if (!parsed.success) {
      const issues = fieldIssues(parsed.error, typed);
      return refused(
        errors('summary', { count: issues.length }),
        Object.fromEntries(issues.map((issue) => [issue.path, errors(issue.key, issue.params)])),
      );
    }

    let base = await contextFor(actor);
    let result: R;
    try {
      if (options.identify !== undefined) base = { ...base, actor: await options.identify(base, parsed.data) };
      const given = formData.get(hiddenNames.formKey);
      const key = isId(given) && options.readOnce !== true ? given : newId();
      result = await once(base.actor, base.now, options.identify === undefined ? key : keyOfProof(key, parsed.data), command.name, options.readOnce !== true, (db) =>
        command({ ...base, db }, parsed.data),
      );
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof RuleError) return speak(error, errors, refused);
      logger.error({ err: error, requestId: base.requestId, action: command.name }, 'action failed');
      if (isDiskFull(error)) return refused(errors('diskFull'));
      return refused(errors('unexpected', { reference: base.requestId }));
    }

    forgetMinute(membershipOf(actor));
    for (const path of options.refresh?.(result, parsed.data) ?? []) revalidatePath(path);
    if (options.refresh === undefined) revalidatePath('/', 'layout');
    const done = await options.done(result, parsed.data);
    if (done.wrong !== undefined) {
      const said = translator(locale, options.words)(done.wrong.key, done.wrong.values);
      return { ...refused(said, { [done.wrong.field]: said }), formKey: newId() };
    }
    const message = done.message && translator(locale, options.words)(done.message.key, done.message.values);
    if (done.redirect !== undefined) {
      if (message !== undefined) await flash(message);
      redirect(done.redirect);
    }
    return {
      status: 'done',
      ...(message === undefined ? {} : { message }),
      ...(done.version === undefined ? {} : { version: done.version }),
      formKey: newId(),
      at: Date.now(),
    };
  };
}

/**
 * A form that proves who asks is a replay only when the proof is the same: the key of one that was taken doesn't stand in
 * for the code or the password.
 */
function keyOfProof(key: string, typed: unknown): string {
  return derive('form-key', `${key} ${JSON.stringify(typed)}`).toString('hex').slice(0, 32);
}

function withVersion(formData: FormData): Record<string, unknown> {
  const typed = formValues(formData);
  const version = formData.get(hiddenNames.version);
  return typeof version === 'string' && version !== '' ? { ...typed, version: Number(version) } : typed;
}

function speak(error: RuleError, errors: Translate, refused: (message: string, fields?: Record<string, string>) => FormState) {
  const text = errors(error.code, error.options.params);
  const { field, fields = field === undefined ? [] : [field] } = error.options;
  return fields.length === 0 ? refused(text) : refused(errors('summary', { count: fields.length }), Object.fromEntries(fields.map((one) => [one, text])));
}

/** The actor of the membership the form was drawn under, even if another one is chosen now; or why it is refused. */
export async function actorBehind(formData: FormData, gate: Gate, unfinished = false): Promise<Actor | 'signedOut' | 'wrongMembership' | 'forbidden'> {
  const session = await getSession();
  if (gate === 'public') return session?.actor ?? { kind: 'public', centerId: null };
  if (session === null) return 'signedOut';
  const drawnUnder = formData.get(hiddenNames.membership);
  let actor: Actor = session.actor;
  const current = actor.kind === 'member' ? actor.membershipId : '';
  if (typeof drawnUnder === 'string' && drawnUnder !== '' && drawnUnder !== current) {
    const other = await membershipActor(session, drawnUnder);
    if (other === null) return 'wrongMembership';
    actor = other;
  }
  if (session.state !== 'open' && !unfinished) return 'forbidden';
  if (gate === 'signed-in') return actor;
  const role = actor.kind === 'member' ? actor.role : actor.kind === 'operator' || actor.kind === 'applicant' ? actor.kind : null;
  return role !== null && gate.includes(role) ? actor : 'forbidden';
}

/** Null also where that membership asks for a second factor and the person has none: its rooms open only after enrolment. */
async function membershipActor(session: Session, membershipId: string): Promise<MemberActor | null> {
  if (!isId(membershipId)) return null;
  const { now } = await contextFor({ kind: 'public', centerId: null });
  const rows = await transaction({ kind: 'public', centerId: null }, 'read', now, (db) =>
    db
      .select({
        centerId: sql<string>`center_id`,
        role: sql<MemberRole>`role`,
        name: sql<string>`name`,
        departmentId: sql<string | null>`department_id`,
        companyId: sql<string | null>`company_id`,
        asksSecondFactor: sql<boolean>`asks_second_factor`,
      })
      .from(sql`auth_membership(${session.personId}::uuid, ${membershipId}::uuid)`)
      // An applicant's forms carry no membership.
      .where(sql`role <> 'applicant'`),
  );
  const row = rows[0];
  if (row === undefined || (row.asksSecondFactor && !session.hasSecondFactor)) return null;
  const { asksSecondFactor: _asked, ...held } = row;
  return { kind: 'member', personId: session.personId, membershipId, sessionId: session.id, ...held };
}

const RETRIES = 4;

/**
 * One transaction that holds the form's key and the command's writes: a replay, a double click or a hundred at once
 * wait for the first and get its result. Serialization failures and deadlocks are tried again.
 */
async function once<R>(
  actor: Actor,
  now: Date,
  key: string,
  name: string,
  keeps: boolean,
  work: (db: Ctx['db']) => Promise<R>,
): Promise<R> {
  const mine = { actorKey: actorKey(actor), key };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction(actor, 'write', now, async (db) => {
        const taken = await db
          .insert(formKeys)
          .values({ ...mine, action: name, createdAt: now })
          .onConflictDoNothing()
          .returning({ key: formKeys.key });
        const where = and(eq(formKeys.actorKey, mine.actorKey), eq(formKeys.key, key));
        if (taken.length === 0) {
          const [first] = await db.select({ result: formKeys.result, action: formKeys.action }).from(formKeys).where(where);
          if (first?.action !== name) throw new RuleError('expiredForm');
          return (first.result as { value: R }).value;
        }
        const result = await work(db);
        if (keeps) await db.update(formKeys).set({ result: { value: result ?? null } }).where(where);
        return result;
      });
    } catch (error) {
      if (attempt >= RETRIES || !isTransient(error)) throw error;
    }
  }
}

function isTransient(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === '40001' || code === '40P01';
}
