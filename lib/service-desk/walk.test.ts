import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { approvalLanes, approvalRounds } from '@/db/schema/approvals';
import { entries } from '@/db/schema/audit';
import { requests } from '@/db/schema/service-desk';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { canDecideLane } from '@/lib/approvals/policy';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { RuleError } from '@/lib/kernel/errors';
import { acceptRequest, refuseRequest } from './commands/accept-request';
import { reopenRequest, withdrawRequest } from './commands/close-request';
import { completeRequest, deliverRequest } from './commands/complete-request';
import { fileOnBehalf } from './commands/confirm-request';
import { discardDraft, saveDraft } from './commands/draft-request';
import { contactAfterRating, finishRepair, rateAgain, rateRequest } from './commands/rate-request';
import { answerLanes, returnLane, returnRequest } from './commands/return-request';
import { submitRequest } from './commands/submit-request';
import { liftSupervision, superviseRequest, urgeRequest } from './commands/watch-request';
import { giveOpinion, resumeLane, stopLane } from './commands/work-lane';
import { sendMessage, transferRequest } from './commands/work-request';
import { canAct } from './policy';
import { standingOf } from './queries/standing';
import { type Act, stepOf } from './rules';
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
    director: desk.director,
    property: desk.property,
    office: desk.office,
    finance: await makeMember(centerId, 'finance'),
    auditor: await makeMember(centerId, 'auditor'),
    administrator: await makeMember(centerId, 'administrator'),
    mentor: await makeMember(centerId, 'mentor'),
    otherCompany: await makeMember(centerId, 'company_owner', { companyId: await makeCompany(centerId) }),
    stranger: await makeMember(await makeCenter(), 'director'),
  };
});

type Walked = 'edit' | 'submit' | 'discard' | 'accept' | 'refuse' | 'return' | 'agree' | 'disagree' | 'laneReturn' | 'laneStop' | 'laneResume' | 'answer' | 'complete' | 'later' | 'deliver' | 'withdraw'
  | 'reopen' | 'rate' | 'contact' | 'repair' | 'again' | 'urge' | 'supervise' | 'lift' | 'message' | 'note';

const laneOf = async (request: string, state: 'open' | 'stopped') => {
  const [lane] = await owner()
    .select({ id: approvalLanes.id, party: approvalLanes.party, departmentId: approvalLanes.departmentId, role: approvalLanes.role, decides: approvalLanes.decides, ownerId: approvalLanes.ownerId })
    .from(approvalLanes)
    .innerJoin(approvalRounds, and(eq(approvalRounds.centerId, approvalLanes.centerId), eq(approvalRounds.id, approvalLanes.roundId)))
    .where(and(eq(approvalLanes.subjectId, request), eq(approvalLanes.state, state), eq(approvalRounds.state, 'open')))
    .orderBy(asc(approvalLanes.stage), asc(approvalLanes.position))
    .limit(1);
  return lane ?? null;
};
const nowhere = '00000000-0000-7000-8000-000000000000';
const answers = { company: '测试', code: '1', admitted: '2024-01-01', purpose: 'bank', copies: '2' };

/** Each act with everything it could demand, so that only who and when decide; with the act of the table it is. */
const steps: Record<Walked, { act: Act; lane?: 'open' | 'stopped'; take: (ctx: Ctx, request: string, lane: string) => Promise<unknown> }> = {
  edit: { act: 'edit', take: (ctx, request) => saveDraft(ctx, { ...written, answers, request }) },
  submit: { act: 'submit', take: (ctx, request) => submitRequest(ctx, { ...written, answers, request, intent: 'submit' }) },
  discard: { act: 'discard', take: (ctx, request) => discardDraft(ctx, { request }) },
  accept: { act: 'accept', take: (ctx, request) => acceptRequest(ctx, { request }) },
  refuse: { act: 'refuse', take: (ctx, request) => refuseRequest(ctx, { request, reason: '不归中心办' }) },
  return: { act: 'return', take: (ctx, request) => returnRequest(ctx, { request, items: ['缺章'], reason: '现场才看到' }) },
  agree: { act: 'lane', lane: 'open', take: (ctx, _request, lane) => giveOpinion(ctx, { lane, opinion: 'agree', body: '', ticked: ['在孵状态无误'] }) },
  disagree: { act: 'lane', lane: 'open', take: (ctx, _request, lane) => giveOpinion(ctx, { lane, opinion: 'disagree', body: '不符合', ticked: [] }) },
  laneReturn: { act: 'lane', lane: 'open', take: (ctx, _request, lane) => returnLane(ctx, { lane, items: ['补一页'], reason: '现场才看到' }) },
  laneStop: { act: 'lane', lane: 'open', take: (ctx, _request, lane) => stopLane(ctx, { lane, kind: 'pause', party: '', reason: '等回函' }) },
  laneResume: { act: 'lane', lane: 'stopped', take: (ctx, _request, lane) => resumeLane(ctx, { lane }) },
  answer: { act: 'answerLane', take: (ctx, request) => answerLanes(ctx, { request, answer: '补好了' }) },
  complete: { act: 'complete', take: (ctx, request) => completeRequest(ctx, { request, result: '好了', outcome: 'declined', deliver: 'portal' }) },
  later: { act: 'complete', take: (ctx, request) => completeRequest(ctx, { request, result: '好了', outcome: 'declined', deliver: 'later' }) },
  deliver: { act: 'deliver', take: (ctx, request) => deliverRequest(ctx, { request, delivery: 'collected' }) },
  withdraw: { act: 'withdraw', take: (ctx, request) => withdrawRequest(ctx, { request, reason: '' }) },
  reopen: { act: 'reopen', take: (ctx, request) => reopenRequest(ctx, { request, reason: '还有问题' }) },
  rate: { act: 'rate', take: (ctx, request) => rateRequest(ctx, { request, grade: 1, comment: '', reasons: [] }) },
  contact: { act: 'repair', take: (ctx, request) => contactAfterRating(ctx, { request, note: '致歉', long: false, longReason: '' }) },
  repair: { act: 'repair', take: (ctx, request) => finishRepair(ctx, { request, note: '改好了' }) },
  again: { act: 'rateAgain', take: (ctx, request) => rateAgain(ctx, { request, grade: 4, comment: '', reasons: [] }) },
  urge: { act: 'urge', take: (ctx, request) => urgeRequest(ctx, { request }) },
  supervise: { act: 'supervise', take: (ctx, request) => superviseRequest(ctx, { request, until: '2026-12-31', reason: '请抓紧' }) },
  lift: { act: 'lift', take: (ctx, request) => liftSupervision(ctx, { request, note: '已办' }) },
  message: { act: 'message', take: (ctx, request) => sendMessage(ctx, { request, body: '问一下', internal: false }) },
  note: { act: 'note', take: (ctx, request) => sendMessage(ctx, { request, body: '记一下', internal: true }) },
};

/** What may be refused although the step and the person are right: the rest of the house's rules. */
const allowed: Partial<Record<Walked, readonly string[]>> = {
  urge: ['request.urgedToday'],
  complete: ['request.lanesOpen'],
  later: ['request.lanesOpen'],
  contact: ['request.contactedAlready'],
  repair: ['request.contactFirst'],
  agree: ['lane.checklist'],
  laneResume: ['lane.waitsForCompany'],
};

const state = async (id: string) => (await owner().select().from(requests).where(eq(requests.id, id)))[0] ?? null;
const entriesOf = (id: string) => owner().$count(entries, and(eq(entries.subjectId, id), eq(entries.subjectType, 'request')));

// Likely acts of likely people more often, or a walk would hardly ever leave the door.
const likely: [string, Walked][] = [
  ['owner', 'submit'], ['liaison', 'accept'], ['liaison', 'accept'], ['liaison', 'agree'], ['property', 'agree'], ['director', 'agree'], ['director', 'agree'], ['office', 'agree'],
  ['director', 'laneReturn'], ['owner', 'answer'], ['director', 'laneStop'], ['director', 'laneResume'], ['liaison', 'complete'], ['liaison', 'complete'], ['manager', 'later'], ['liaison', 'deliver'],
  ['owner', 'rate'], ['liaison', 'contact'], ['liaison', 'repair'], ['member', 'again'], ['owner', 'reopen'], ['owner', 'urge'], ['director', 'supervise'], ['director', 'lift'], ['liaison', 'return'],
];
const anything = fc.tuple(
  fc.constantFrom('owner', 'member', 'liaison', 'otherLiaison', 'manager', 'director', 'property', 'office', 'finance', 'auditor', 'administrator', 'mentor', 'otherCompany', 'stranger'),
  fc.constantFrom(...(Object.keys(steps) as Walked[])),
);
const walk = fc.tuple(fc.constantFrom('consultation' as const, 'certificate' as const), fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: anything }), { minLength: 15, maxLength: 45 }));

const straight: [string, Walked][] = [
  ['owner', 'submit'], ['liaison', 'return'], ['owner', 'submit'], ['liaison', 'accept'], ['manager', 'later'], ['liaison', 'deliver'], ['owner', 'rate'], ['liaison', 'contact'], ['liaison', 'repair'], ['member', 'again'],
];

it('random people doing random things never reach a state the table doesn’t know, lose an entry, or see what isn’t theirs', { timeout: 240_000 }, async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(walk, async ([item, taken]) => {
      const id = await draftOf(desk, item);
      for (const [who, what] of taken) {
        const actor = people[who];
        if (actor === undefined) throw new Error('unknown person');
        const before = await state(id);
        if (before === null) return;
        const step = steps[what];
        const lane = step.lane === undefined ? null : await laneOf(id, step.lane);
        const told = await entriesOf(id);
        const seen = await reading(actor, (ctx) => standingOf(ctx, id));
        const outcome = await as(actor, (ctx) => step.take(ctx, id, lane?.id ?? nowhere)).then(
          () => 'done',
          (error: unknown) => {
            if (error instanceof RuleError) return error.code;
            throw error;
          },
        );
        const after = await state(id);
        const label = `${who} ${what} on ${before.state} (${item}): ${outcome}`;
        // A returned request is sent with the same form; what was sent already answers as it did then.
        const meant: Act = what === 'submit' && before.state === 'returned' ? 'resubmit' : step.act;
        const again = what === 'submit' && ['submitted', 'accepted', 'decided', 'completed'].includes(before.state);
        const own = step.lane === undefined || (lane !== null && (what === 'laneResume' || canDecideLane(actor, lane, [])));
        const may = seen !== null && canAct(actor, meant, before) && own;
        if (outcome !== 'done' || again) expect(after, label).toEqual(before);
        if (!again) expect(outcome === 'done' || (may && allowed[what]?.includes(outcome) === true), label).toBe(may);
        expect(await entriesOf(id), label).toBe(told + (outcome === 'done' && !again ? 1 : 0));
        if (outcome === 'done' && !again && after !== null) {
          const to = stepOf(before.state, meant)?.to;
          const expected = to === 'same' ? before.state : to === 'back' ? (before.acceptedAt === null ? 'submitted' : 'accepted') : what === 'complete' ? 'completed' : to;
          expect(after.state, label).toBe(expected);
          reached.add(after.state);
        }
        const mine = who === 'owner' || who === 'member';
        const atDesk = ['liaison', 'otherLiaison', 'manager', 'director', 'property', 'office', 'finance', 'auditor'].includes(who);
        expect(seen !== null, label).toBe(mine || (atDesk && before.state !== 'draft'));
        await holds(id, label);
      }
    }),
    // One walk that surely comes to the end, beside those by chance.
    { numRuns: 40, examples: [[['consultation', straight]]] },
  );
  // The walks came far enough to prove something.
  for (const one of ['submitted', 'accepted', 'returned', 'decided', 'completed']) expect([...reached]).toContain(one);
});

/** What must be true of a request and its lanes after every step. */
async function holds(id: string, label: string): Promise<void> {
  const request = await state(id);
  if (request === null) return;
  const rounds = await owner().select().from(approvalRounds).where(eq(approvalRounds.subjectId, id));
  const open = rounds.filter((one) => one.state === 'open');
  const lanes = await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id));
  const running = lanes.filter((lane) => lane.state === 'open' || lane.state === 'stopped');
  if (['draft', 'submitted', 'refused', 'decided', 'completed', 'withdrawn'].includes(request.state)) expect(running, label).toEqual([]);
  expect(open.length, label).toBeLessThanOrEqual(1);
  if (request.state === 'returned') expect(running.every((lane) => lane.state === 'stopped'), label).toBe(true);
  // A stage never begins while an earlier one still runs.
  expect(new Set(running.map((lane) => lane.stage)).size, label).toBeLessThanOrEqual(1);
  for (const lane of lanes) {
    expect((lane.decidedAt !== null) === (lane.state === 'agreed' || lane.state === 'disagreed'), label).toBe(true);
    if (lane.firstOwnerId === null) expect(lane.decidedAt, label).toBeNull();
  }
  if (request.state === 'decided' || request.state === 'completed') expect(request.resultDocumentId, label).not.toBeNull();
}

it('hands on only among those who serve, whatever is asked', async () => {
  const id = await draftOf(desk);
  await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: id, intent: 'submit' }));
  const serving = ['liaison', 'otherLiaison', 'manager', 'director', 'property', 'office'];
  for (const [who, actor] of Object.entries(people)) {
    const outcome = await as(desk.manager, (ctx) => transferRequest(ctx, { request: id, owner: actor.membershipId, reason: '' })).then(() => 'done', (error: RuleError) => error.code);
    const current = await state(id);
    if (outcome === 'done') expect(current?.ownerId).toBe(actor.membershipId);
    expect(serving.includes(who), `${who}: ${outcome}`).toBe(outcome === 'done' || outcome === 'request.hasIt');
  }
});

it('nobody but its people and the desk ever sees what was written for a company', async () => {
  const { id } = await as(desk.liaison, (ctx) =>
    fileOnBehalf(ctx, { item: desk.items.consultation, company: desk.companyId, channel: 'phone', title: '问社保', body: '怎么补缴', answers: {} }),
  );
  for (const [who, actor] of Object.entries(people)) {
    const seen = await reading(actor, (ctx) => standingOf(ctx, id));
    expect(seen !== null, who).toBe(!['administrator', 'mentor', 'otherCompany', 'stranger'].includes(who));
  }
});
