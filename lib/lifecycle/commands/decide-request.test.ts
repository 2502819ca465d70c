import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { pause } from '@/db/embedded/processes';
import { approvalLanes, approvalRounds } from '@/db/schema/approvals';
import { entries } from '@/db/schema/audit';
import { companies, companyAssignments, companyRoad } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { documents } from '@/db/schema/documents';
import { fileContents, files } from '@/db/schema/files';
import { applications } from '@/db/schema/lifecycle';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { serviceItems } from '@/db/schema/service-desk-catalogue';
import { requestMaterials } from '@/db/schema/service-desk-filing';
import { as, assign, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { getDocument, verifyByCode } from '@/lib/documents/queries';
import type { MemberActor } from '@/lib/kernel/actor';
import type { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { yuan } from '@/lib/kernel/money';
import { acceptRequest } from '@/lib/service-desk/commands/accept-request';
import { reopenRequest, withdrawRequest } from '@/lib/service-desk/commands/close-request';
import { completeRequest } from '@/lib/service-desk/commands/complete-request';
import { startDraft } from '@/lib/service-desk/commands/draft-request';
import { submitRequest } from '@/lib/service-desk/commands/submit-request';
import { giveOpinion } from '@/lib/service-desk/commands/work-lane';
import { transferRequest } from '@/lib/service-desk/commands/work-request';
import { requestsBehindRoad } from '@/lib/service-desk/queries/file';
import { type Desk, openDesk } from '@/lib/service-desk/testing';
import { DecideRequest, SubmitApplication } from '../inputs';
import { effectsOf } from '../queries/effects';
import { saveApplication, startApplication, submitApplication } from './admission/draft';
import { acceptApplication, returnApplication, scoreApplication } from './admission/review';
import { ensureAdmissionRules } from './admission/settings';
import { decideRequest } from './decide-request';
import { graduateCompany } from './graduate';

let desk: Desk;
const item = new Map<string, string>();
beforeAll(async () => {
  desk = await openDesk();
  for (const { id, key } of await owner().select({ id: serviceItems.id, key: serviceItems.key }).from(serviceItems).where(eq(serviceItems.centerId, desk.centerId))) item.set(key, id);
});

const refusal = (promise: Promise<unknown>) => promise.then(() => 'done', (error: RuleError) => error.code);
const row = async (id: string) => (await owner().select().from(requests).where(eq(requests.id, id)))[0];
const company = async (id: string) => (await owner().select().from(companies).where(eq(companies.id, id)))[0];
const papersOf = async (companyId: string) => (await owner().select({ kind: documents.kind }).from(documents).where(eq(documents.companyId, companyId)).orderBy(asc(documents.kind))).map(({ kind }) => kind);
const steps = async (companyId: string) => owner().select().from(companyRoad).where(and(eq(companyRoad.companyId, companyId), isNull(companyRoad.struckAt))).orderBy(asc(companyRoad.position));
const happened = async (companyId: string) => (await owner().select({ name: entries.name }).from(entries).where(eq(entries.companyId, companyId)).orderBy(entries.id)).map(({ name }) => name);

const asked = {
  leaving: { company: '测试', conditions: '', leaving: '2026-11-30', to: '', room: '' },
  admission: { company: '测试', code: '1', representative: '王', established: '2026-01-01', field: 'smart', project: '机器人', team: '5', wanted: '60', movein: '', capital: '' },
};

/** A company of its own whose request has been through every lane: only the decision is left. */
async function ready(key: 'leaving' | 'admission', more: Record<string, string> = {}, state: 'incubating' | 'prospect' = 'incubating', revenue = 12_000_000) {
  const companyId = await makeCompany(desk.centerId, state === 'incubating' ? { admittedOn: '2023-01-10' } : { state });
  const filer = await makeMember(desk.centerId, 'company_owner', { companyId });
  await assign(desk.centerId, companyId, 'liaison', desk.liaison.membershipId);
  for (const year of [2024, 2025]) {
    await owner().insert(companyFacts).values({ centerId: desk.centerId, id: newId(), companyId, year, key: 'revenue', value: yuan(revenue / 2), source: 'staff', state: 'verified' });
  }
  const { id } = await as(filer, (ctx) => startDraft(ctx, { item: item.get(key) ?? '' }));
  await owner().insert(fileContents).values({ centerId: desk.centerId, sha256: 'b'.repeat(64), size: 1, type: 'application/pdf', createdAt: testNow }).onConflictDoNothing();
  for (const place of await owner().select().from(requestMaterials).where(eq(requestMaterials.requestId, id))) {
    await owner().insert(files).values({ centerId: desk.centerId, sha256: 'b'.repeat(64), id: newId(), name: '证明.pdf', subjectType: 'request-material', subjectId: place.id, companyId, audience: 'company' });
  }
  await as(filer, (ctx) => submitRequest(ctx, { request: id, title: '申请', body: '', answers: { ...asked[key], ...more }, answer: '', version: undefined, intent: 'submit' }));
  await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
  for (;;) {
    const [lane] = await owner().select().from(approvalLanes).where(and(eq(approvalLanes.subjectId, id), eq(approvalLanes.state, 'open'))).limit(1);
    if (lane === undefined) break;
    await as(desk.director, (ctx) => giveOpinion(ctx, { lane: lane.id, opinion: 'agree', body: '', ticked: lane.checklist.map(({ text }) => text) }));
  }
  return { id, companyId, filer };
}
const typed = (request: string, more: Record<string, string> = {}) => DecideRequest.parse({ request, result: '同意。', outcome: 'granted', effect: 'graduation', onDay: '2026-11-20', endTrio: 'on', ...more });
const decide = (actor: MemberActor, request: string, more: Record<string, string> = {}) => as(actor, (ctx) => decideRequest(ctx, typed(request, more)));

describe('granting a graduation', () => {
  it('graduates the company in the same step: result, certificate, road and entries name each other', async () => {
    const { id, companyId, filer } = await ready('leaving', { kind: 'graduation' });
    const before = await reading(desk.manager, (ctx) => effectsOf(ctx, { companyId, effects: ['graduation', 'exit'], answers: { kind: 'graduation' } }));
    expect(before).toMatchObject({ asked: 'graduation', all: [{ effect: 'graduation', may: true, stands: false, met: true }, { effect: 'exit' }] });
    const { document, effect } = await decide(desk.manager, id);
    expect(effect).toBe('graduation');
    expect(await company(companyId)).toMatchObject({ state: 'graduated', leftOn: '2026-11-20' });
    const request = await row(id);
    expect(request).toMatchObject({ state: 'completed', outcome: 'granted', effect: 'graduation' });
    const [, graduated] = await steps(companyId);
    expect(graduated).toMatchObject({ kind: 'graduated', id: request?.effectRoadId });
    expect(graduated?.reason).toContain(request?.number);
    expect((await reading(desk.liaison, (ctx) => requestsBehindRoad(ctx, companyId))).get(graduated?.id ?? '')).toEqual({ id, number: request?.number });
    const certificate = await reading(filer, (ctx) => getDocument(ctx, request?.effectDocumentId ?? ''));
    const result = await reading(filer, (ctx) => getDocument(ctx, request?.resultDocumentId ?? ''));
    expect([certificate?.kind, result?.kind, result?.number]).toEqual(['certificate', 'result', document]);
    expect(JSON.stringify(result?.content)).toContain(certificate?.number);
    expect(JSON.stringify(certificate?.content)).toContain(request?.number);
    for (const paper of [certificate, result]) expect(await reading({ kind: 'public', centerId: null }, (ctx) => verifyByCode(ctx, paper?.code ?? ''))).toMatchObject({ matches: true });
    expect(await happened(companyId)).toEqual(expect.arrayContaining(['company.stepped', 'company.graduatedWith', 'request.completed']) as string[]);
    expect((await owner().select().from(companyAssignments).where(eq(companyAssignments.companyId, companyId))).every(({ untilOn }) => untilOn !== null)).toBe(true);
  });

  it('is a leader’s: who holds the request may decline it, or hand it on', async () => {
    const { id, companyId } = await ready('leaving', { kind: 'graduation' });
    expect(await refusal(decide(desk.liaison, id))).toBe('effect.notYours');
    expect((await row(id))?.state).toBe('accepted');
    await decide(desk.liaison, id, { outcome: 'declined', result: '条件不足。' });
    expect(await row(id)).toMatchObject({ state: 'completed', outcome: 'declined', effect: null });
    expect(await company(companyId)).toMatchObject({ state: 'incubating' });
  });

  it('says why not in the effect’s own words, and leaves nothing of the decision', async () => {
    const { id, companyId } = await ready('leaving', { kind: 'graduation' }, 'incubating', 2_000_000);
    const told = (await happened(companyId)).length;
    expect(await refusal(decide(desk.manager, id))).toBe('graduation.noneMet');
    await expect(decide(desk.manager, id, { effect: 'exit', onDay: '2026-11-21' })).rejects.toMatchObject({ code: 'road.future', options: { field: 'onDay' } });
    await expect(decide(desk.manager, id, { effect: 'exit', onDay: '' })).rejects.toMatchObject({ code: 'required', options: { field: 'onDay' } });
    await expect(decide(desk.manager, id, { effect: 'admission' })).rejects.toMatchObject({ code: 'effect.choose', options: { field: 'effect' } });
    expect(await row(id)).toMatchObject({ state: 'accepted', outcome: null, result: null, resultDocumentId: null });
    expect([await papersOf(companyId), (await happened(companyId)).length]).toEqual([[], told]);
  });

  it('does nothing twice: what stands already is only confirmed, and a new round supersedes the result, not the certificate', async () => {
    const { id, companyId, filer } = await ready('leaving', { kind: 'graduation' });
    await decide(desk.manager, id);
    const { effectDocumentId: certificate } = (await row(id)) ?? {};
    await as(filer, (ctx) => reopenRequest(ctx, { request: id, reason: '名称有误' }));
    await as(desk.manager, (ctx) => acceptRequest(ctx, { request: id }));
    for (const lane of await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id)).orderBy(asc(approvalLanes.stage))) {
      if (lane.state === 'open' || lane.state === 'waiting') await as(desk.director, (ctx) => giveOpinion(ctx, { lane: lane.id, opinion: 'agree', body: '', ticked: lane.checklist.map(({ text }) => text) }));
    }
    expect(await decide(desk.manager, id)).toMatchObject({ effect: null });
    expect(await row(id)).toMatchObject({ round: 2, effect: 'graduation', effectDocumentId: certificate });
    expect(await reading(filer, (ctx) => getDocument(ctx, certificate ?? ''))).toMatchObject({ supersededBy: null, revokedAt: null });
    expect((await steps(companyId)).filter(({ kind }) => kind === 'graduated')).toHaveLength(1);
    expect(await papersOf(companyId)).toEqual(['certificate', 'result', 'result']);
  });

  it('is never left out: the desk’s own command grants nothing of such an item', async () => {
    const { id } = await ready('leaving', { kind: 'graduation' });
    await expect(as(desk.manager, (ctx) => completeRequest(ctx, typed(id)))).rejects.toThrow('together with it');
    expect((await row(id))?.state).toBe('accepted');
  });
});

describe('granting a leave', () => {
  it('ends what was ticked, with the request as its reason', async () => {
    const { id, companyId, filer } = await ready('leaving', { kind: 'exit' });
    const before = await reading(desk.manager, (ctx) => effectsOf(ctx, { companyId, effects: ['graduation', 'exit'], answers: { kind: 'exit' } }));
    expect(before.asked).toBe('exit');
    await decide(desk.director, id, { effect: 'exit', endLogins: 'on' });
    expect(await company(companyId)).toMatchObject({ state: 'exited' });
    expect((await owner().select().from(memberships).where(eq(memberships.id, filer.membershipId)))[0]?.endedAt).not.toBeNull();
    expect((await steps(companyId)).at(-1)?.reason).toContain((await row(id))?.number);
    expect(await papersOf(companyId)).toEqual(['result']);
  });
});

describe('granting an admission', () => {
  beforeAll(() => ensureAdmissionRules(owner(), desk.centerId));
  /** Files an application in a company's name at the desk. */
  const applyFor = async (companyId: string, more: Record<string, unknown> = {}) => {
    const { id } = await as(desk.liaison, startApplication);
    const form = { application: id, name: (await company(companyId))?.name ?? '', contactName: '高原', contactPhone: '13912345678', establishedOn: '2025-03-01', registered: 'here', works: 'promised', technology: ['ip'], termField: 'biomedicine', product: '多肽药物递送', team: '6', area: '50' };
    await as(desk.liaison, (ctx) => submitApplication(ctx, SubmitApplication.parse({ ...form, ...more })));
    return id;
  };
  const score = (id: string, points: number) => as(desk.liaison, (ctx) => scoreApplication(ctx, { application: id, words: '可以', points: { c1: String(points), c2: '20', c3: '15', c4: '15', c5: '10' } }));
  const admission = { effect: 'admission', room: 'B-0301', area: '60' };
  const seen = async (companyId: string) => (await reading(desk.manager, (ctx) => effectsOf(ctx, { companyId, effects: ['admission'], answers: {} }))).all[0]?.admission;

  it('takes an application under review: without one it says what is missing, and nobody is admitted', async () => {
    const prospect = await ready('admission', {}, 'prospect');
    const refused = async (more: Record<string, string> = {}) => refusal(decide(desk.manager, prospect.id, { ...admission, ...more }));
    const told = (await happened(prospect.companyId)).length;
    expect(await refused()).toBe('admission.noApplication');
    expect(await seen(prospect.companyId)).toMatchObject({ kind: 'lacking', code: 'noApplication', application: null });
    const draft = (await as(desk.liaison, startApplication)).id;
    const { name = '' } = (await company(prospect.companyId)) ?? {};
    await as(desk.liaison, (ctx) => saveApplication(ctx, SubmitApplication.parse({ application: draft, intent: 'save', name })));
    expect(await refused()).toBe('admission.drafted');
    const id = await applyFor(prospect.companyId);
    expect(await refused()).toBe('admission.notAccepted');
    expect(await seen(prospect.companyId)).toMatchObject({ kind: 'lacking', code: 'notAccepted', application: id });
    await as(desk.liaison, (ctx) => returnApplication(ctx, { application: id, said: '补执照' }));
    expect(await refused()).toBe('admission.returned');
    expect(await company(prospect.companyId)).toMatchObject({ state: 'prospect', admittedOn: null });
    expect(await row(prospect.id)).toMatchObject({ state: 'accepted', outcome: null, effect: null, resultDocumentId: null });
    expect([await papersOf(prospect.companyId), (await happened(prospect.companyId)).length]).toEqual([[], told]);
    // Declining needs none.
    await decide(desk.liaison, prospect.id, { ...admission, outcome: 'declined', result: '场地已满。' });
    expect(await row(prospect.id)).toMatchObject({ state: 'completed', outcome: 'declined', effect: null });
  });

  it('is judged by the conditions of its day: unmet or unscored it needs a condition, and the verdict is kept', async () => {
    const prospect = await ready('admission', {}, 'prospect');
    const id = await applyFor(prospect.companyId, { registered: 'elsewhere' });
    expect((await as(desk.liaison, (ctx) => acceptApplication(ctx, { application: id }))).companyId).toBe(prospect.companyId);
    expect(await refusal(decide(desk.manager, prospect.id, { ...admission, onDay: '2018-01-05' }))).toBe('admission.noRules');
    expect(await refusal(decide(desk.manager, prospect.id, admission))).toBe('admission.unmet');
    const judged = await seen(prospect.companyId);
    expect(judged?.kind === 'judged' ? judged.verdicts.filter(({ result }) => result !== 'met').map(({ rule, result }) => [rule, result]) : judged).toEqual([['registeredHere', 'unmet'], ['score', 'unknown']]);
    await score(id, 15);
    await decide(desk.manager, prospect.id, { ...admission, conditionText: '注册地迁入', conditionDueOn: '2027-02-20' });
    const [application] = await owner().select().from(applications).where(eq(applications.id, id));
    expect(application).toMatchObject({ state: 'admitted', conditionText: '注册地迁入', conditionDueOn: '2027-02-20' });
    expect(application?.verdict).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'registeredHere', result: 'unmet' }), expect.objectContaining({ rule: 'score', result: 'met' })]));
    expect(await company(prospect.companyId)).toMatchObject({ state: 'incubating' });
  });

  it('admits a company that isn’t in yet, to its place; one that is in already is not admitted twice', async () => {
    const prospect = await ready('admission', {}, 'prospect');
    const id = await applyFor(prospect.companyId);
    await as(desk.liaison, (ctx) => acceptApplication(ctx, { application: id }));
    expect(await refusal(decide(desk.liaison, prospect.id, { effect: 'admission' }))).toBe('effect.notYours');
    expect(await refusal(decide(desk.manager, prospect.id, admission))).toBe('admission.unknown');
    await score(id, 15);
    await decide(desk.manager, prospect.id, admission);
    expect(await company(prospect.companyId)).toMatchObject({ state: 'incubating', admittedOn: '2026-11-20', room: 'B-0301', area: 6_000 });
    expect(await row(prospect.id)).toMatchObject({ effect: 'admission', effectDocumentId: null, effectRoadId: (await steps(prospect.companyId)).at(-1)?.id });
    const inside = await ready('admission');
    expect(await decide(desk.liaison, inside.id, { effect: 'admission' })).toMatchObject({ effect: null });
  });
});

describe('deciding', () => {
  it('and withdrawing at once: exactly one wins, with its effect or with none of it', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { id, companyId, filer } = await ready('leaving', { kind: 'graduation' });
      const [decided, withdrawn] = await Promise.all([refusal(decide(desk.manager, id)), refusal(as(filer, (ctx) => withdrawRequest(ctx, { request: id, reason: '' })))]);
      expect([decided, withdrawn].sort()).toEqual(['done', 'request.notNow']);
      expect(await row(id)).toMatchObject({ state: decided === 'done' ? 'completed' : 'withdrawn', effect: decided === 'done' ? 'graduation' : null });
      expect(await company(companyId)).toMatchObject({ state: decided === 'done' ? 'graduated' : 'incubating' });
      expect(await papersOf(companyId)).toEqual(decided === 'done' ? ['certificate', 'result'] : []);
    }
  });

  it('and graduating by hand at once graduates once', async () => {
    const { id, companyId } = await ready('leaving', { kind: 'graduation' });
    const results = await Promise.all([refusal(decide(desk.manager, id)), refusal(as(desk.director, (ctx) => graduateCompany(ctx, { company: companyId, onDay: '2026-11-20', endTrio: false })))]);
    expect(results.filter((result) => result === 'done').length).toBeGreaterThan(0);
    expect(results.every((result) => ['done', 'road.already.graduated'].includes(result))).toBe(true);
    expect((await steps(companyId)).filter(({ kind }) => kind === 'graduated')).toHaveLength(1);
    expect((await papersOf(companyId)).filter((kind) => kind === 'certificate')).toHaveLength(1);
  });

  it('by several at once is one decision', async () => {
    const { id, companyId } = await ready('leaving', { kind: 'graduation' });
    await as(desk.manager, (ctx) => transferRequest(ctx, { request: id, owner: desk.manager.membershipId, reason: '' }));
    const results = await Promise.all([desk.manager, desk.director, desk.manager, desk.director].map((actor) => refusal(decide(actor, id))));
    expect(results.sort()).toEqual(['done', 'request.notNow', 'request.notNow', 'request.notNow']);
    expect(await papersOf(companyId)).toEqual(['certificate', 'result']);
  });
});

describe('a death between the decision and its effect', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const from = (file: string) => JSON.stringify(pathToFileURL(path.join(root, file)).href);

  /** Decides in a process of its own, as a server would. */
  function decideElsewhere(request: string) {
    const code = `
      const { transaction } = await import(${from('db/client.ts')});
      const { decideRequest } = await import(${from('lib/lifecycle/commands/decide-request.ts')});
      const { DecideRequest } = await import(${from('lib/lifecycle/inputs.ts')});
      const actor = ${JSON.stringify(desk.manager)};
      const now = new Date(${JSON.stringify(testNow.toISOString())});
      const input = DecideRequest.parse(${JSON.stringify({ request, result: '同意。', effect: 'graduation', onDay: '2026-11-20' })});
      await transaction(actor, 'write', now, (db) => decideRequest({ actor, db, now, requestId: 'elsewhere' }, input));
      process.exit(0);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { cwd: root, env: process.env, stdio: 'ignore' });
    return { child, ended: new Promise<string>((resolve) => child.once('exit', (status, signal) => resolve(signal ?? String(status)))) };
  }

  it.each(['its process', 'its connection'])('of %s leaves neither; done again it leaves both', { timeout: 150_000 }, async (what) => {
    const { id, companyId } = await ready('leaving', { kind: 'graduation' });
    const watcher = new pg.Client({ connectionString: inject('superUrl') });
    await watcher.connect();
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await holder.connect();
    const ask = async <R extends object>(client: pg.Client, text: string, values: unknown[] = []) => (await client.query<R>(text, values)).rows;
    const until = async (there: () => Promise<boolean>) => {
      for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) if (await there()) return true;
      return false;
    };
    try {
      const [me] = await ask<{ pid: number }>(holder, 'select pg_backend_pid() as pid');
      await holder.query('begin');
      // The effect must touch this row: whoever decides stops here, the decision written and not committed.
      await holder.query('select from companies where id = $1 for update', [companyId]);
      const { child, ended } = decideElsewhere(id);
      let waiting = 0;
      const stands = await until(async () => {
        const [found] = await ask<{ pid: number }>(watcher, 'select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [me?.pid]);
        waiting = found?.pid ?? 0;
        return found !== undefined;
      });
      expect(stands).toBe(true);
      const { rows: free } = await holder.query('select from requests where id = $1 for update skip locked', [id]);
      expect(free).toEqual([]);
      const { rows: written } = await watcher.query<{ writes: boolean }>('select backend_xid is not null as writes from pg_stat_activity where pid = $1', [waiting]);
      expect(written).toEqual([{ writes: true }]);

      if (what === 'its process') child.kill('SIGKILL');
      else await watcher.query('select pg_terminate_backend($1)', [waiting]);
      expect(await ended).toBe(what === 'its process' ? 'SIGKILL' : '1');
      await holder.query('rollback');
      expect(await until(async () => (await ask(watcher, 'select from pg_stat_activity where pid = $1', [waiting])).length === 0)).toBe(true);

      expect(await row(id)).toMatchObject({ state: 'accepted', outcome: null, effect: null, resultDocumentId: null });
      expect(await company(companyId)).toMatchObject({ state: 'incubating', leftOn: null });
      expect(await papersOf(companyId)).toEqual([]);
      expect((await owner().select().from(approvalRounds).where(eq(approvalRounds.subjectId, id))).map(({ state }) => state)).toEqual(['agreed']);
      expect(await happened(companyId)).not.toContain('request.completed');

      const { ended: done } = decideElsewhere(id);
      expect(await done).toBe('0');
      expect(await row(id)).toMatchObject({ state: 'completed', effect: 'graduation' });
      expect(await company(companyId)).toMatchObject({ state: 'graduated' });
      expect(await papersOf(companyId)).toEqual(['certificate', 'result']);
      expect(await owner().$count(entries, and(eq(entries.companyId, companyId), sql`${entries.name} in ('request.completed', 'company.graduatedWith')`))).toBe(2);
    } finally {
      await holder.end();
      await watcher.end();
    }
  });
});
