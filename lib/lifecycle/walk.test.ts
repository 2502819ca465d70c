import { and, asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { approvalLanes, approvalOpinions, approvalRounds, approvalStages, approvalStops } from '@/db/schema/approvals';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { documents } from '@/db/schema/documents';
import { fileContents, files } from '@/db/schema/files';
import { graduationEvidence } from '@/db/schema/lifecycle';
import { requestRounds, requests } from '@/db/schema/service-desk';
import { serviceItems } from '@/db/schema/service-desk-catalogue';
import { requestMaterials, requestReturns } from '@/db/schema/service-desk-filing';
import { requestRatings, requestRepairs } from '@/db/schema/service-desk-ratings';
import { requestMessages } from '@/db/schema/service-desk-talk';
import { requestSupervisions, requestUrges } from '@/db/schema/service-desk-watched';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { acceptRequest, refuseRequest } from '@/lib/service-desk/commands/accept-request';
import { reopenRequest, withdrawRequest } from '@/lib/service-desk/commands/close-request';
import { deliverRequest } from '@/lib/service-desk/commands/complete-request';
import { fileOnBehalf } from '@/lib/service-desk/commands/confirm-request';
import { discardDraft, saveDraft, startDraft } from '@/lib/service-desk/commands/draft-request';
import { contactAfterRating, finishRepair, rateAgain, rateRequest } from '@/lib/service-desk/commands/rate-request';
import { answerLanes, returnLane, returnRequest } from '@/lib/service-desk/commands/return-request';
import { submitRequest } from '@/lib/service-desk/commands/submit-request';
import { liftSupervision, superviseRequest, urgeRequest } from '@/lib/service-desk/commands/watch-request';
import { giveOpinion, resumeLane, stopLane, transferLane } from '@/lib/service-desk/commands/work-lane';
import { sendMessage, transferRequest } from '@/lib/service-desk/commands/work-request';
import { canAct } from '@/lib/service-desk/policy';
import { standingOf } from '@/lib/service-desk/queries/standing';
import { type Act, nextState, stepOf } from '@/lib/service-desk/rules';
import { type Desk, draftOf, openDesk, written } from '@/lib/service-desk/testing';
import { decideRequest } from './commands/decide-request';
import { DecideRequest } from './inputs';

/**
 * The life of a request walked at random against a model of its own: who may do what, where it leads, what is recorded and
 * who sees which rows is written down here a second time, in the words of the issue and not by asking the product's table.
 */

// ── Who walks ────────────────────────────────────────────────────────────────────────────────────────────────

const staff = ['liaison', 'otherLiaison', 'manager', 'director', 'property', 'service', 'office', 'finance'] as const;
const strangers = ['administrator', 'mentor', 'otherCompany', 'elsewhere'] as const;
const walkers = ['owner', 'member', ...staff, 'auditor', ...strangers] as const;
type Who = (typeof walkers)[number];

const isCompany = (who: Who) => who === 'owner' || who === 'member';
const isStaff = (who: Who) => (staff as readonly Who[]).includes(who);
const serves = (who: Who) => isStaff(who) && who !== 'finance';
const leads = (who: Who) => who === 'manager' || who === 'director';

let desk: Desk;
let fixed: Record<string, MemberActor>;
const itemIds = new Map<string, string>();

beforeAll(async () => {
  desk = await openDesk();
  const { centerId } = desk;
  fixed = {
    liaison: desk.liaison, otherLiaison: desk.otherLiaison, manager: desk.manager, director: desk.director, property: desk.property, service: desk.service, office: desk.office, finance: desk.finance,
    auditor: await makeMember(centerId, 'auditor'),
    administrator: await makeMember(centerId, 'administrator'),
    mentor: await makeMember(centerId, 'mentor'),
    otherCompany: await makeMember(centerId, 'company_owner', { companyId: await makeCompany(centerId) }),
    elsewhere: await makeMember(await makeCenter(), 'director'),
  };
  for (const { id, key } of await owner().select({ id: serviceItems.id, key: serviceItems.key }).from(serviceItems).where(eq(serviceItems.centerId, centerId))) itemIds.set(key, id);
  await owner().insert(fileContents).values({ centerId, sha256: 'c'.repeat(64), size: 1, type: 'application/pdf', createdAt: testNow });
});

// ── What is walked on ────────────────────────────────────────────────────────────────────────────────────────

interface LaneModel {
  stage: number;
  /** Whose it is: the holder's, of somebody's department, or of a role. */
  of: 'holder' | Who;
  state: 'waiting' | 'open' | 'stopped' | 'agreed' | 'disagreed' | 'cancelled';
  asksCompany: boolean;
}
type Item = 'consultation' | 'certificate' | 'leaving';
/** As the catalogue has them: stage by stage, whose lanes. Nobody's department checks graduations here: the managers do. */
const plans: Record<Item, LaneModel['of'][][]> = {
  consultation: [['holder']],
  certificate: [['service', 'property'], ['office']],
  leaving: [['manager', 'property', 'finance'], ['director']],
};

interface Model {
  state: 'draft' | 'submitted' | 'accepted' | 'returned' | 'refused' | 'decided' | 'completed' | 'withdrawn' | 'gone';
  wasAccepted: boolean;
  holder: Who | null;
  round: number;
  rated: boolean;
  repair: 'open' | 'contacted' | 'done' | 'rated' | null;
  laneWaits: boolean;
  supervised: boolean;
  urged: boolean;
  graduated: boolean;
  lanes: LaneModel[];
  /** What must have been recorded of it, in this order. */
  log: string[];
  notes: number;
  messages: number;
  returns: number;
}
interface Real {
  item: Item;
  id: string;
  companyId: string;
  people: Record<Who, MemberActor>;
  reached: Set<string>;
}

const freshModel = (): Model => ({
  state: 'draft', wasAccepted: false, holder: null, round: 1, rated: false, repair: null, laneWaits: false, supervised: false, urged: false, graduated: false, lanes: [], log: ['request.drafted'], notes: 0, messages: 0, returns: 0,
});

const answers: Record<Item, Record<string, string>> = {
  consultation: {},
  certificate: { company: '测试', code: '1', admitted: '2024-01-01', purpose: 'bank', copies: '2' },
  leaving: { company: '测试', kind: 'graduation', conditions: '', leaving: '2026-11-30', to: '', room: '' },
};
const nowhere = '00000000-0000-7000-8000-000000000000';

async function begin(item: Item, reached: Set<string>): Promise<{ model: Model; real: Real }> {
  const companyId = await makeCompany(desk.centerId, { admittedOn: '2023-01-10' });
  const people = { ...fixed, owner: await makeMember(desk.centerId, 'company_owner', { companyId }), member: await makeMember(desk.centerId, 'company_member', { companyId }) } as Record<Who, MemberActor>;
  await assign(desk.centerId, companyId, 'liaison', desk.liaison.membershipId);
  await owner().insert(graduationEvidence).values({ centerId: desk.centerId, id: newId(), companyId, condition: 'hnte', words: '证书', createdAt: testNow });
  const { id } = await as(people.owner, (ctx) => startDraft(ctx, { item: itemIds.get(item) ?? '' }));
  for (const place of await owner().select({ id: requestMaterials.id }).from(requestMaterials).where(eq(requestMaterials.requestId, id))) {
    await owner().insert(files).values({ centerId: desk.centerId, sha256: 'c'.repeat(64), id: newId(), name: '证明.pdf', subjectType: 'request-material', subjectId: place.id, companyId, audience: 'company' });
  }
  return { model: freshModel(), real: { item, id, companyId, people, reached } };
}

// ── The acts: what they do to the model if they may be taken, and the command behind each ───────────────────

const running = (model: Model) => model.lanes.filter(({ state }) => state === 'open' || state === 'stopped');
const holds = (model: Model, who: Who) => serves(who) && (who === model.holder || leads(who));
const canSpeak = (model: Model, lane: LaneModel, who: Who) =>
  isStaff(who) && (who === 'director' || (lane.of === 'holder' ? who === model.holder || who === 'manager' : who === lane.of));

/** A lane has spoken: its stage ends with the last of its lanes, and a disagreement ends the whole. */
function settle(model: Model, lane: LaneModel, state: 'agreed' | 'disagreed'): void {
  lane.state = state;
  const peers = model.lanes.filter(({ stage }) => stage === lane.stage);
  if (!peers.every((one) => one.state === 'agreed' || one.state === 'disagreed')) return;
  const next = model.lanes.filter(({ stage }) => stage === lane.stage + 1);
  const disagreed = peers.some((one) => one.state === 'disagreed');
  for (const one of disagreed ? model.lanes.filter((other) => other.state === 'waiting') : next) one.state = disagreed ? 'cancelled' : 'open';
}
function resume(model: Model): void {
  for (const lane of model.lanes) if (lane.state === 'stopped' && lane.asksCompany) Object.assign(lane, { state: 'open', asksCompany: false });
  model.laneWaits = false;
}
const inState = (model: Model, ...states: Model['state'][]) => states.includes(model.state);
const talks = ['submitted', 'accepted', 'returned', 'refused', 'decided', 'completed'] as const;

interface ActModel {
  /** Does it to the model and says what is recorded; null where it must be refused. */
  move(model: Model, who: Who, item: Item, lane: LaneModel | undefined): string | null;
  lane?: 'open' | 'stopped';
  take(ctx: Ctx, request: string, item: Item, lane: string): Promise<unknown>;
}

function decision(outcome: 'granted' | 'declined', deliver: 'portal' | 'later'): ActModel {
  return {
    move(model, who, item) {
      if (model.state !== 'accepted' || !holds(model, who) || running(model).some(({ of }) => of !== 'holder')) return null;
      const disagreed = model.lanes.some(({ state }) => state === 'disagreed');
      if (outcome === 'granted' && disagreed) return null;
      if (outcome === 'granted' && item === 'leaving' && !model.graduated && !leads(who)) return null;
      for (const lane of running(model)) settle(model, lane, outcome === 'granted' ? 'agreed' : 'disagreed');
      if (outcome === 'granted' && item === 'leaving') model.graduated = true;
      model.state = deliver === 'later' ? 'decided' : 'completed';
      model.laneWaits = false;
      return deliver === 'later' ? 'request.decided' : 'request.completed';
    },
    take: (ctx, request) => decideRequest(ctx, DecideRequest.parse({ request, result: '好了', outcome, deliver, effect: 'graduation', onDay: '2026-11-20' })),
  };
}

const acts = {
  edit: {
    move: (model, who) => (isCompany(who) && inState(model, 'draft', 'returned') ? 'request.edited' : null),
    take: (ctx, request, item) => saveDraft(ctx, { ...written, answers: answers[item], request }),
  },
  submit: {
    move(model, who) {
      if (!isCompany(who)) return null;
      if (model.state === 'draft') {
        Object.assign(model, { state: 'submitted', holder: 'liaison' } satisfies Partial<Model>);
        return 'request.submitted';
      }
      if (model.state !== 'returned') return null;
      if (model.wasAccepted) resume(model);
      model.state = model.wasAccepted ? 'accepted' : 'submitted';
      return 'request.resubmitted';
    },
    take: (ctx, request, item) => submitRequest(ctx, { ...written, answers: answers[item], request, intent: 'submit' }),
  },
  discard: {
    move(model, who) {
      if (!isCompany(who) || model.state !== 'draft') return null;
      model.state = 'gone';
      return 'request.discarded';
    },
    take: (ctx, request) => discardDraft(ctx, { request }),
  },
  accept: {
    move(model, who, item) {
      if (!serves(who) || model.state !== 'submitted') return null;
      Object.assign(model, { state: 'accepted', wasAccepted: true, holder: leads(who) ? (model.holder ?? who) : who } satisfies Partial<Model>);
      model.lanes = plans[item].flatMap((stage, position) => stage.map((of): LaneModel => ({ stage: position, of, state: position === 0 ? 'open' : 'waiting', asksCompany: false })));
      return 'request.accepted';
    },
    take: (ctx, request) => acceptRequest(ctx, { request }),
  },
  refuse: {
    move(model, who) {
      if (!serves(who) || model.state !== 'submitted') return null;
      Object.assign(model, { state: 'refused', holder: model.holder ?? who } satisfies Partial<Model>);
      return 'request.refused';
    },
    take: (ctx, request) => refuseRequest(ctx, { request, reason: '不归中心办' }),
  },
  return: {
    move(model, who) {
      if (!(model.state === 'submitted' && serves(who)) && !(model.state === 'accepted' && holds(model, who))) return null;
      for (const lane of model.lanes) if (lane.state === 'open') Object.assign(lane, { state: 'stopped', asksCompany: true });
      Object.assign(model, { state: 'returned', holder: model.holder ?? who, returns: model.returns + 1 } satisfies Partial<Model>);
      return 'request.returned';
    },
    take: (ctx, request) => returnRequest(ctx, { request, items: ['缺章'], reason: '现场才看到' }),
  },
  agree: {
    lane: 'open',
    move(model, who, _item, lane) {
      if (model.state !== 'accepted' || lane === undefined || !canSpeak(model, lane, who)) return null;
      settle(model, lane, 'agreed');
      return 'request.laneDecided';
    },
    async take(ctx, _request, _item, lane) {
      const [row] = await owner().select({ checklist: approvalLanes.checklist }).from(approvalLanes).where(eq(approvalLanes.id, lane));
      return giveOpinion(ctx, { lane, opinion: 'agree', body: '', ticked: (row?.checklist ?? []).map(({ text }) => text) });
    },
  },
  disagree: {
    lane: 'open',
    move(model, who, _item, lane) {
      if (model.state !== 'accepted' || lane === undefined || !canSpeak(model, lane, who)) return null;
      settle(model, lane, 'disagreed');
      return 'request.laneDecided';
    },
    take: (ctx, _request, _item, lane) => giveOpinion(ctx, { lane, opinion: 'disagree', body: '不符合', ticked: [] }),
  },
  laneReturn: {
    lane: 'open',
    move(model, who, _item, lane) {
      if (model.state !== 'accepted' || lane === undefined || !canSpeak(model, lane, who)) return null;
      Object.assign(lane, { state: 'stopped', asksCompany: true });
      Object.assign(model, { laneWaits: true, returns: model.returns + 1 } satisfies Partial<Model>);
      return 'request.laneReturned';
    },
    take: (ctx, _request, _item, lane) => returnLane(ctx, { lane, items: ['补一页'], reason: '现场才看到' }),
  },
  laneStop: {
    lane: 'open',
    move(model, who, _item, lane) {
      if (model.state !== 'accepted' || lane === undefined || !canSpeak(model, lane, who)) return null;
      lane.state = 'stopped';
      return 'request.laneStopped';
    },
    take: (ctx, _request, _item, lane) => stopLane(ctx, { lane, kind: 'pause', party: '', reason: '等回函' }),
  },
  laneResume: {
    lane: 'stopped',
    move(model, who, _item, lane) {
      if (model.state !== 'accepted' || lane === undefined || !(canSpeak(model, lane, who) || (lane.asksCompany && holds(model, who)))) return null;
      Object.assign(lane, { state: 'open', asksCompany: false });
      model.laneWaits = model.lanes.some(({ state, asksCompany }) => state === 'stopped' && asksCompany);
      return 'request.laneResumed';
    },
    take: (ctx, _request, _item, lane) => resumeLane(ctx, { lane }),
  },
  laneHand: {
    lane: 'open',
    // To somebody of 财务部, who can have none but its own.
    move(model, who, _item, lane) {
      if (model.state !== 'accepted' || lane === undefined || !canSpeak(model, lane, who) || lane.of !== 'finance') return null;
      return 'request.laneTransferred';
    },
    take: (ctx, _request, _item, lane) => transferLane(ctx, { lane, owner: desk.finance.membershipId }),
  },
  answer: {
    move(model, who) {
      if (model.state !== 'accepted' || !isCompany(who) || !model.laneWaits) return null;
      resume(model);
      return 'request.laneAnswered';
    },
    take: (ctx, request) => answerLanes(ctx, { request, answer: '补好了' }),
  },
  grant: decision('granted', 'portal'),
  grantLater: decision('granted', 'later'),
  decline: decision('declined', 'portal'),
  declineLater: decision('declined', 'later'),
  deliver: {
    move(model, who) {
      if (model.state !== 'decided' || !holds(model, who)) return null;
      model.state = 'completed';
      return 'request.delivered';
    },
    take: (ctx, request) => deliverRequest(ctx, { request, delivery: 'collected' }),
  },
  withdraw: {
    move(model, who) {
      if (!isCompany(who) || !inState(model, 'submitted', 'accepted', 'returned')) return null;
      for (const lane of model.lanes) if (['waiting', 'open', 'stopped'].includes(lane.state)) lane.state = 'cancelled';
      Object.assign(model, { state: 'withdrawn', laneWaits: false } satisfies Partial<Model>);
      return 'request.withdrawn';
    },
    take: (ctx, request) => withdrawRequest(ctx, { request, reason: '' }),
  },
  reopen: {
    move(model, who) {
      if (!(isCompany(who) || serves(who)) || !inState(model, 'refused', 'completed')) return null;
      Object.assign(model, { state: 'submitted', wasAccepted: false, round: model.round + 1, rated: false, repair: null, lanes: [] } satisfies Partial<Model>);
      return 'request.reopened';
    },
    take: (ctx, request) => reopenRequest(ctx, { request, reason: '还有问题' }),
  },
  rate: {
    move(model, who) {
      if (!isCompany(who) || model.state !== 'completed' || model.rated) return null;
      Object.assign(model, { rated: true, repair: 'open' } satisfies Partial<Model>);
      return 'request.rated';
    },
    take: (ctx, request) => rateRequest(ctx, { request, grade: 1, comment: '', reasons: [] }),
  },
  contact: {
    move(model, who) {
      if (model.state !== 'completed' || !holds(model, who) || model.repair !== 'open') return null;
      model.repair = 'contacted';
      return 'request.contacted';
    },
    take: (ctx, request) => contactAfterRating(ctx, { request, note: '致歉', long: false, longReason: '' }),
  },
  repair: {
    move(model, who) {
      if (model.state !== 'completed' || !holds(model, who) || model.repair !== 'contacted') return null;
      model.repair = 'done';
      return 'request.repaired';
    },
    take: (ctx, request) => finishRepair(ctx, { request, note: '改好了' }),
  },
  again: {
    move(model, who) {
      if (model.state !== 'completed' || !isCompany(who) || model.repair !== 'done') return null;
      model.repair = 'rated';
      return 'request.ratedAgain';
    },
    take: (ctx, request) => rateAgain(ctx, { request, grade: 4, comment: '', reasons: [] }),
  },
  urge: {
    move(model, who) {
      if (!isCompany(who) || !inState(model, 'submitted', 'accepted', 'decided') || model.urged) return null;
      model.urged = true;
      return 'request.urged';
    },
    take: (ctx, request) => urgeRequest(ctx, { request }),
  },
  supervise: {
    move(model, who) {
      if (who !== 'director' || model.supervised || !inState(model, 'submitted', 'accepted', 'returned', 'decided')) return null;
      model.supervised = true;
      return 'request.supervised';
    },
    take: (ctx, request) => superviseRequest(ctx, { request, until: '2026-12-31', reason: '请抓紧' }),
  },
  lift: {
    move(model, who) {
      if (who !== 'director' || !model.supervised) return null;
      model.supervised = false;
      return 'request.lifted';
    },
    take: (ctx, request) => liftSupervision(ctx, { request, note: '已办' }),
  },
  message: {
    move(model, who) {
      if (!(isCompany(who) || serves(who)) || !inState(model, ...talks)) return null;
      model.messages += 1;
      return 'request.messaged';
    },
    take: (ctx, request) => sendMessage(ctx, { request, body: '问一下', internal: false }),
  },
  note: {
    move(model, who) {
      if (!serves(who) || !inState(model, ...talks, 'withdrawn')) return null;
      model.notes += 1;
      return 'request.noted';
    },
    take: (ctx, request) => sendMessage(ctx, { request, body: '记一下', internal: true }),
  },
  transfer: {
    move(model, who) {
      if (!serves(who) || !inState(model, 'submitted', 'accepted', 'returned') || model.holder === 'otherLiaison') return null;
      model.holder = 'otherLiaison';
      return 'request.transferred';
    },
    take: (ctx, request) => transferRequest(ctx, { request, owner: desk.otherLiaison.membershipId, reason: '' }),
  },
} satisfies Record<string, ActModel>;
type ActName = keyof typeof acts;

// ── One step: what the model says must be what happens ──────────────────────────────────────────────────────

class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: Who,
    readonly what: ActName,
  ) {}

  /** Illegal steps are tried as well: they must be refused. */
  check = (model: Readonly<Model>) => model.state !== 'gone';

  async run(model: Model, real: Real): Promise<void> {
    const act: ActModel = acts[this.what];
    const { who } = this;
    const label = `${who} ${this.what} on ${model.state} (${real.item})`;
    const place = act.lane === undefined ? -1 : model.lanes.findIndex(({ state }) => state === act.lane);
    const seen = await reading(real.people[who], (ctx) => standingOf(ctx, real.id));
    expect(seen !== null, `${label}: sees it`).toBe(mayKnow(model, who));
    const before = JSON.stringify(model);
    const recorded = mayKnow(model, who) ? act.move(model, who, real.item, model.lanes[place]) : null;
    if (recorded === null) expect(JSON.stringify(model)).toBe(before);
    else model.log.push(recorded);

    const lane = place < 0 ? nowhere : ((await lanesOf(real.id))[place]?.id ?? nowhere);
    const outcome = await as(real.people[who], (ctx) => act.take(ctx, real.id, real.item, lane)).then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof RuleError) return error.code;
        throw error;
      },
    );
    // What was sent already answers as it did then, and changes nothing.
    const again = this.what === 'submit' && recorded === null && outcome === 'done';
    if (!again) expect(outcome === 'done', `${label}: ${outcome}`).toBe(recorded !== null);
    await agrees(model, real, label);
    real.reached.add(model.state);
    if (model.graduated) real.reached.add('graduated');
    if (model.repair === 'rated') real.reached.add('rated again');
    if (model.round > 1) real.reached.add('second round');
  }

  toString = () => `${this.who} ${this.what}`;
}

const mayKnow = (model: Readonly<Model>, who: Who) => isCompany(who) || ((isStaff(who) || who === 'auditor') && model.state !== 'draft');

const lanesOf = (request: string) =>
  owner()
    .select({ id: approvalLanes.id, state: approvalLanes.state })
    .from(approvalLanes)
    .where(sql`${approvalLanes.roundId} = (select r.id from approval_rounds r where r.subject_id = ${request} order by r.id desc limit 1)`)
    .orderBy(asc(approvalLanes.stage), asc(approvalLanes.position));

/** The rows as they are now are what the model says, and every entry is there, in its order, none lost and none added. */
async function agrees(model: Model, real: Real, label: string): Promise<void> {
  const told = await owner().select({ name: entries.name }).from(entries).where(and(eq(entries.subjectType, 'request'), eq(entries.subjectId, real.id))).orderBy(entries.id);
  // Of a draft that was thrown away its entry speaks without naming it.
  expect(told.map(({ name }) => name), label).toEqual(model.log);
  const [row] = await owner().select().from(requests).where(eq(requests.id, real.id));
  if (model.state === 'gone') {
    expect(row, label).toBeUndefined();
    return;
  }
  const ownerId = model.holder === null ? null : real.people[model.holder].membershipId;
  expect(row, label).toMatchObject({
    state: model.state, round: model.round, ownerId, laneWaits: model.laneWaits, repair: model.repair === 'contacted' ? 'open' : model.repair, effect: model.graduated ? 'graduation' : null,
  });
  expect([row?.grade !== null, row?.supervisedUntil !== null, row?.number !== null, row?.acceptedAt !== null], label).toEqual([model.rated, model.supervised, model.state !== 'draft', model.wasAccepted]);
  expect(row?.resultDocumentId !== null, label).toBe(model.state === 'decided' || model.state === 'completed');
  expect(row?.firstOwnerId === null, label).toBe(!model.log.some((name) => ['request.accepted', 'request.refused', 'request.returned', 'request.transferred'].includes(name)));
  const lanes = model.lanes.length === 0 ? [] : await lanesOf(real.id);
  expect(lanes.map(({ state }) => state), label).toEqual(model.lanes.map(({ state }) => state));
  // A clock runs exactly while somebody at the desk has to do something.
  const due = model.state === 'submitted' || (model.state === 'accepted' && !(running(model).length > 0 && running(model).every(({ state }) => state === 'stopped')));
  expect(row?.nextDueOn !== null, label).toBe(due);
}

// ── Who sees which rows ─────────────────────────────────────────────────────────────────────────────────────

/** How many rows of a request the asker finds in each table. */
async function rowsSeen({ db }: Pick<Ctx, 'db'>, { id, companyId }: Real): Promise<Record<string, number>> {
  const ofRequest = sql`select l.id from approval_lanes l where l.subject_id = ${id}`;
  const [row] = await db
    .select({
      requests: db.$count(requests, eq(requests.id, id)),
      entries: db.$count(entries, and(eq(entries.subjectType, 'request'), eq(entries.subjectId, id))),
      messages: db.$count(requestMessages, and(eq(requestMessages.requestId, id), eq(requestMessages.internal, false))),
      notes: db.$count(requestMessages, and(eq(requestMessages.requestId, id), eq(requestMessages.internal, true))),
      returns: db.$count(requestReturns, eq(requestReturns.requestId, id)),
      ratings: db.$count(requestRatings, eq(requestRatings.requestId, id)),
      repairs: db.$count(requestRepairs, eq(requestRepairs.requestId, id)),
      rounds: db.$count(requestRounds, eq(requestRounds.requestId, id)),
      urges: db.$count(requestUrges, eq(requestUrges.requestId, id)),
      supervisions: db.$count(requestSupervisions, eq(requestSupervisions.requestId, id)),
      materials: db.$count(requestMaterials, eq(requestMaterials.requestId, id)),
      files: db.$count(files, and(eq(files.companyId, companyId), eq(files.subjectType, 'request-material'))),
      passages: db.$count(approvalRounds, eq(approvalRounds.subjectId, id)),
      stages: db.$count(approvalStages, eq(approvalStages.companyId, companyId)),
      lanes: db.$count(approvalLanes, eq(approvalLanes.subjectId, id)),
      opinions: db.$count(approvalOpinions, sql`${approvalOpinions.laneId} in (${ofRequest})`),
      stops: db.$count(approvalStops, eq(approvalStops.companyId, companyId)),
      papers: db.$count(documents, eq(documents.companyId, companyId)),
    })
    .from(sql`(select 1) as once`);
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, Number(value)]));
}

/** What of the truth is for whom. */
function forWhom(truth: Record<string, number>, forCompany: number, model: Model, who: Who): Record<string, number> {
  if (isCompany(who)) return { ...truth, entries: forCompany, notes: 0, opinions: 0, supervisions: 0 };
  const trail = { ...truth, entries: who === 'auditor' ? model.log.length : model.log.filter((name) => !['request.drafted', 'request.edited', 'request.discarded'].includes(name)).length };
  if ((isStaff(who) || who === 'auditor') && model.state !== 'draft' && model.state !== 'gone') return trail;
  // Auditors read the whole trail; of a draft it says that there is one.
  if (who === 'auditor') return { ...Object.fromEntries(Object.keys(truth).map((key) => [key, 0])), entries: model.log.length };
  return Object.fromEntries(Object.keys(truth).map((key) => [key, 0]));
}

/** The company isn't told what the desk keeps to itself. */
const kept = ['request.noted', 'request.decided', 'request.supervised', 'request.lifted', 'request.laneTransferred', 'request.warned'];

async function rowsAreForWhom(model: Model, real: Real): Promise<void> {
  const truth = await rowsSeen({ db: owner() }, real);
  expect([truth.messages, truth.notes, truth.returns]).toEqual([model.messages, model.notes, model.returns]);
  const forCompany = model.log.filter((name) => !kept.includes(name)).length;
  for (const who of walkers) {
    const seen = await reading(real.people[who], (ctx) => rowsSeen(ctx, real));
    expect(seen, `${who} at the end on ${model.state} (${real.item})`).toEqual(forWhom(truth, forCompany, model, who));
  }
}

// Likely acts of likely people more often, or a walk would hardly ever leave the door.
const likely: [Who, ActName][] = [
  ['owner', 'submit'], ['owner', 'submit'], ['liaison', 'accept'], ['liaison', 'accept'], ['liaison', 'agree'], ['property', 'agree'], ['director', 'agree'], ['director', 'agree'], ['director', 'agree'],
  ['director', 'laneReturn'], ['owner', 'answer'], ['director', 'laneStop'], ['director', 'laneResume'], ['liaison', 'decline'], ['manager', 'grant'], ['manager', 'grant'], ['manager', 'grantLater'], ['liaison', 'grant'],
  ['liaison', 'deliver'], ['owner', 'rate'], ['manager', 'contact'], ['manager', 'repair'], ['member', 'again'], ['owner', 'reopen'], ['owner', 'urge'], ['director', 'supervise'], ['director', 'lift'], ['liaison', 'return'],
  ['manager', 'transfer'], ['liaison', 'note'],
];
const commands = [
  fc.constantFrom(...likely).map(([who, what]) => new Step(who, what)),
  fc.constantFrom(...likely).map(([who, what]) => new Step(who, what)),
  fc.constantFrom(...likely).map(([who, what]) => new Step(who, what)),
  fc.tuple(fc.constantFrom(...walkers), fc.constantFrom(...(Object.keys(acts) as ActName[]))).map(([who, what]) => new Step(who, what)),
];

/** How many walks on the database: `npm test` takes what fits, WALKS asks for more. Those through the rules alone are thousands always. */
const WALKS = Number(process.env.WALKS ?? 40);
const PURE_WALKS = 10_000;

const straight: Record<Item, [Who, ActName][]> = {
  consultation: [
    ['owner', 'submit'], ['liaison', 'return'], ['owner', 'submit'], ['liaison', 'accept'], ['liaison', 'agree'], ['liaison', 'return'], ['owner', 'submit'], ['manager', 'grantLater'], ['liaison', 'deliver'], ['owner', 'rate'], ['liaison', 'contact'], ['liaison', 'repair'], ['member', 'again'],
  ],
  certificate: [['owner', 'submit'], ['liaison', 'accept'], ['service', 'agree'], ['property', 'laneReturn'], ['member', 'answer'], ['property', 'agree'], ['office', 'agree'], ['liaison', 'grant'], ['owner', 'reopen']],
  leaving: [
    ['owner', 'submit'], ['liaison', 'accept'], ['manager', 'agree'], ['property', 'agree'], ['finance', 'agree'], ['director', 'agree'], ['liaison', 'grant'], ['manager', 'grant'], ['owner', 'rate'], ['owner', 'reopen'], ['liaison', 'accept'],
  ],
};

const reached = new Set<string>();

it.each(Object.keys(straight) as Item[])('a straight walk of %s comes to its end', async (item) => {
  const { model, real } = await begin(item, reached);
  for (const [who, what] of straight[item]) await new Step(who, what).run(model, real);
  await rowsAreForWhom(model, real);
});

it('random people doing random things never reach a state the model doesn’t know, lose an entry, or see a row that isn’t for them', { timeout: 20_000 + WALKS * 4_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<Item>('consultation', 'certificate', 'leaving'), fc.commands(commands, { maxCommands: 40, size: 'max' }), async (item, walk) => {
      const { model, real } = await begin(item, reached);
      await fc.asyncModelRun(() => ({ model, real }), walk);
      await rowsAreForWhom(model, real);
      const [company] = await owner().select({ state: companies.state }).from(companies).where(eq(companies.id, real.companyId));
      expect(company?.state).toBe(model.graduated ? 'graduated' : 'incubating');
    }),
    { numRuns: WALKS, endOnFailure: false },
  );
  // The walks came far enough to prove something.
  for (const one of ['submitted', 'accepted', 'returned', 'decided', 'completed', 'graduated', 'rated again', 'second round']) expect([...reached]).toContain(one);
});

/** The product's own step behind each act. */
const stepNames: Record<ActName, Act> = {
  edit: 'edit', submit: 'submit', discard: 'discard', accept: 'accept', refuse: 'refuse', return: 'return', agree: 'lane', disagree: 'lane', laneReturn: 'lane', laneStop: 'lane', laneResume: 'lane', laneHand: 'lane', answer: 'answerLane',
  grant: 'complete', grantLater: 'complete', decline: 'complete', declineLater: 'complete', deliver: 'deliver', withdraw: 'withdraw', reopen: 'reopen', rate: 'rate', contact: 'repair', repair: 'repair', again: 'rateAgain',
  urge: 'urge', supervise: 'supervise', lift: 'lift', message: 'message', note: 'note', transfer: 'transfer',
};
/** What more than the step and the person decides: lanes, what was done before, the effect. */
const more: readonly ActName[] = ['agree', 'disagree', 'laneReturn', 'laneStop', 'laneResume', 'laneHand', 'grant', 'grantLater', 'decline', 'declineLater', 'contact', 'repair', 'urge', 'transfer'];

it('thousands of walks through the rules alone: the product’s table and the model agree on every step, and on every act of an onlooker where they end', { timeout: 120_000 }, () => {
  const people: Record<string, MemberActor> = { ...fixed, owner: desk.company, member: desk.colleague };
  const met = new Set<string>();
  /** Takes the act in the model, if it may be taken, and says where the product would not. */
  const walked = (model: Model, who: Who, act: ActName, item: Item): string | null => {
    const { state, wasAccepted, holder } = model;
    const standing = {
      state: state as Exclude<Model['state'], 'gone'>, companyId: desk.companyId, ownerId: holder === null ? null : (people[holder]?.membershipId ?? null), grade: model.rated ? 1 : null,
      repair: model.repair === 'contacted' ? ('open' as const) : model.repair, laneWaits: model.laneWaits, supervisedUntil: model.supervised ? '2026-12-31' : null,
    };
    const name = act === 'submit' && state === 'returned' ? 'resubmit' : stepNames[act];
    const may = canAct(people[who] as MemberActor, name, standing);
    const { lane, move }: ActModel = acts[act];
    const moved = move(model, who, item, model.lanes.find((one) => one.state === lane)) !== null;
    if ((moved || !more.includes(act)) && may !== moved) return `${who} ${act} on ${state} (${item}): the model says ${moved}, the product ${may}`;
    const step = stepOf(standing.state, name);
    if (!moved || step === null) return null;
    const next = step.to === 'gone' ? 'gone' : nextState(step, { state: standing.state, acceptedAt: wasAccepted ? testNow : null });
    // A result may be handed over with the decision.
    return model.state === next || (next === 'decided' && model.state === 'completed') ? null : `${who} ${act} on ${state} (${item}): the model gets to ${model.state}, the product to ${next}`;
  };
  fc.assert(
    fc.property(fc.constantFrom<Item>('consultation', 'certificate', 'leaving'), fc.array(fc.oneof(...commands), { maxLength: 40, size: 'max' }), fc.constantFrom(...walkers), (item, walk, onlooker) => {
      const model = freshModel();
      for (const { who, what } of walk) {
        if (model.state === 'gone') return;
        // Somebody of another center finds no row to act on: the database's part, walked above.
        const wrong = who === 'elsewhere' ? null : walked(model, who, what, item);
        if (wrong !== null) throw new Error(wrong);
        met.add(model.state);
      }
      if (model.state === 'gone' || onlooker === 'elsewhere') return;
      for (const act of Object.keys(acts) as ActName[]) {
        const wrong = walked(structuredClone(model), onlooker, act, item);
        if (wrong !== null) throw new Error(wrong);
      }
    }),
    { numRuns: PURE_WALKS },
  );
  expect([...met].sort()).toEqual(['accepted', 'completed', 'decided', 'draft', 'gone', 'refused', 'returned', 'submitted', 'withdrawn']);
});

it('hands on only among those who serve, whatever is asked', async () => {
  const id = await draftOf(desk);
  await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: id, intent: 'submit' }));
  for (const [who, actor] of Object.entries(fixed)) {
    const outcome = await as(desk.manager, (ctx) => transferRequest(ctx, { request: id, owner: actor.membershipId, reason: '' })).then(() => 'done', (error: RuleError) => error.code);
    const [row] = await owner().select({ ownerId: requests.ownerId }).from(requests).where(eq(requests.id, id));
    if (outcome === 'done') expect(row?.ownerId).toBe(actor.membershipId);
    expect(serves(who as Who), `${who}: ${outcome}`).toBe(outcome === 'done' || outcome === 'request.hasIt');
  }
});

it('nobody but its people and the desk ever sees what was written for a company', async () => {
  const { id } = await as(desk.liaison, (ctx) =>
    fileOnBehalf(ctx, { item: desk.items.consultation, company: desk.companyId, channel: 'phone', title: '问社保', body: '怎么补缴', answers: {} }),
  );
  for (const [who, actor] of Object.entries({ ...fixed, owner: desk.company, member: desk.colleague })) {
    const seen = await reading(actor, (ctx) => standingOf(ctx, id));
    expect(seen !== null, who).toBe(!(strangers as readonly string[]).includes(who));
  }
});
