import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { requests } from '@/db/schema/service-desk';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { RuleError } from '@/lib/kernel/errors';
import { acceptRequest } from './commands/accept-request';
import { rateRequest, withdrawRequest } from './commands/close-request';
import { completeRequest } from './commands/complete-request';
import { discardDraft, saveDraft } from './commands/draft-request';
import { returnRequest } from './commands/return-request';
import { submitRequest } from './commands/submit-request';
import { sendMessage, transferRequest } from './commands/work-request';
import { canAct } from './policy';
import { standingOf } from './queries/file';
import type { Act } from './rules';
import { type Desk, draftOf, openDesk, written } from './testing';

let desk: Desk;
let people: Record<string, MemberActor>;

beforeAll(async () => {
  desk = await openDesk();
  const { centerId } = desk;
  people = {
    owner: desk.company,
    member: desk.colleague,
    liaison: desk.liaison,
    otherLiaison: desk.otherLiaison,
    manager: desk.manager,
    finance: await makeMember(centerId, 'finance'),
    auditor: await makeMember(centerId, 'auditor'),
    administrator: await makeMember(centerId, 'administrator'),
    mentor: await makeMember(centerId, 'mentor'),
    otherCompany: await makeMember(centerId, 'company_owner', { companyId: await makeCompany(centerId) }),
    stranger: await makeMember(await makeCenter(), 'director'),
  };
});

/** Each act with everything it could demand, so that only who and when decide. */
const steps: Partial<Record<Act, (ctx: Ctx, request: string) => Promise<unknown>>> = {
  edit: (ctx, request) => saveDraft(ctx, { ...written, request }),
  submit: (ctx, request) => submitRequest(ctx, { ...written, request, intent: 'submit' }),
  discard: (ctx, request) => discardDraft(ctx, { request }),
  accept: (ctx, request) => acceptRequest(ctx, { request }),
  return: (ctx, request) => returnRequest(ctx, { request, items: ['缺章'], reason: '现场才看到' }),
  complete: (ctx, request) => completeRequest(ctx, { request, result: '好了' }),
  withdraw: (ctx, request) => withdrawRequest(ctx, { request, reason: '' }),
  rate: (ctx, request) => rateRequest(ctx, { request, grade: 3, comment: '' }),
  message: (ctx, request) => sendMessage(ctx, { request, body: '问一下', internal: false }),
  note: (ctx, request) => sendMessage(ctx, { request, body: '记一下', internal: true }),
};

const state = async (id: string) => {
  const [row] = await owner()
    .select({ state: requests.state, companyId: requests.companyId, ownerId: requests.ownerId, grade: requests.grade })
    .from(requests)
    .where(eq(requests.id, id));
  return row ?? null;
};
const entriesOf = (id: string) => owner().$count(entries, and(eq(entries.subjectId, id), eq(entries.subjectType, 'request')));

// Likely acts of likely people more often, or a walk would hardly ever leave the door.
const act = fc.constantFrom<Act>('edit', 'submit', 'submit', 'submit', 'accept', 'accept', 'return', 'complete', 'withdraw', 'rate', 'message', 'note', 'discard');
const person = fc.constantFrom('owner', 'owner', 'member', 'liaison', 'liaison', 'liaison', 'otherLiaison', 'manager', 'finance', 'auditor', 'administrator', 'mentor', 'otherCompany', 'stranger');

it('random people doing random things never reach a state the table doesn’t know, lose an entry, or see what isn’t theirs', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(person, act), { minLength: 8, maxLength: 22 }), async (walk) => {
      const id = await draftOf(desk);
      for (const [who, what] of walk) {
        const actor = people[who];
        const take = steps[what];
        if (actor === undefined || take === undefined) throw new Error('unknown step');
        const before = await state(id);
        if (before === null) return;
        const told = await entriesOf(id);
        // A returned request is sent with the same form; what was sent already answers as it did then.
        const meant: Act = what === 'submit' && before.state === 'returned' ? 'resubmit' : what;
        const again = what === 'submit' && ['submitted', 'accepted', 'completed'].includes(before.state);
        const seen = await reading(actor, (ctx) => standingOf(ctx, id));
        const outcome = await as(actor, (ctx) => take(ctx, id)).then(
          () => 'done',
          (error: unknown) => {
            if (error instanceof RuleError) return error.code;
            throw error;
          },
        );
        const after = await state(id);
        const label = `${who} ${what} on ${before.state}: ${outcome}`;
        if (outcome !== 'done' || again) expect(after, label).toEqual(before);
        if (!again) expect(outcome === 'done', label).toBe(seen !== null && canAct(actor, meant, before));
        expect(await entriesOf(id), label).toBe(told + (outcome === 'done' && !again ? 1 : 0));
        const mine = who === 'owner' || who === 'member';
        const atDesk = ['liaison', 'otherLiaison', 'manager', 'finance', 'auditor'].includes(who);
        expect(seen !== null, label).toBe(mine || (atDesk && before.state !== 'draft'));
      }
    }),
    { numRuns: 25 },
  );
});

it('hands on only among those who serve, whatever is asked', async () => {
  const id = await draftOf(desk);
  await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: id, intent: 'submit' }));
  for (const [who, actor] of Object.entries(people)) {
    const outcome = await as(desk.manager, (ctx) => transferRequest(ctx, { request: id, owner: actor.membershipId, reason: '' })).then(() => 'done', (error: RuleError) => error.code);
    const current = await state(id);
    if (outcome === 'done') expect(current?.ownerId).toBe(actor.membershipId);
    expect(['liaison', 'otherLiaison', 'manager'].includes(who), `${who}: ${outcome}`).toBe(outcome === 'done' || outcome === 'request.hasIt');
  }
});
