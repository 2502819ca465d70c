import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { serviceItemSamples, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { as, makeCenter, makeMember, owner, reading } from '@/db/testing/factories';
import type { Actor, MemberActor } from '@/lib/kernel/actor';
import type { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { publishItem, wordItem } from '@/lib/service-desk/commands/word-item';
import { samplePlaces, samplesOf } from '@/lib/service-desk/queries/samples';
import { openDesk } from '@/lib/service-desk/testing';

const browser = vi.hoisted((): { session: unknown } => ({ session: null }));
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined, set: () => undefined }), headers: async () => new Headers() }));
vi.mock('@/app/_server/session', () => ({ getSession: async () => browser.session }));

const { POST } = await import('./route');
const { GET } = await import('./[file]/route');

function signIn(actor: Actor): void {
  browser.session = { id: newId(), personId: newId(), personName: '', locale: 'zh-CN', state: 'open', role: actor.kind === 'member' ? actor.role : actor.kind, actor };
}

async function give(actor: Actor, place: string, name: string): Promise<Response> {
  signIn(actor);
  const body = new FormData();
  body.set('subjectType', 'item-sample');
  body.set('subjectId', place);
  body.append('files', new Blob([`%PDF-1.7\n${name}\n%%EOF`]), name);
  return POST(new Request('http://localhost:3000/api/files', { method: 'POST', body, headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' } }));
}

async function fetched(actor: Actor, file: string): Promise<number> {
  signIn(actor);
  return (await GET(new Request(`http://localhost:3000/api/files/${file}`), { params: Promise.resolve({ file }) })).status;
}

const outline = {
  name: '政策咨询与兑现代办', nameEn: 'Policy', description: '', descriptionEn: '', basis: '', basisEn: '', situations: ['money' as const], channels: ['portal' as const], acceptanceDays: 1, promisedDays: 5,
  fields: '', asksBody: true, resultTitle: '', resultText: '', granted: '', grantedEn: '', declined: '', declinedEn: '', effects: [], stages: '# 办理 | Handling\n经办人 | 答复 | Answer | 3', version: undefined,
};
const materials = '必填 | 承诺书 | Letter\n选填 | 证明 | Proof';

/** An item with a draft that wants two papers; for prospects too if said so. */
async function scene(filers: ('incubating' | 'prospect')[] = ['incubating']) {
  const desk = await openDesk();
  const item = desk.items.policy;
  const word = (more: { materials?: string; version?: number | undefined } = {}) => as(desk.manager, (ctx) => wordItem(ctx, { ...outline, materials, filers, item, ...more }));
  const publish = (from: string) => as(desk.manager, (ctx) => publishItem(ctx, { item, from }));
  const versions = async () => owner().select().from(serviceItemVersions).where(eq(serviceItemVersions.itemId, item)).orderBy(serviceItemVersions.number);
  const latest = async () => (await versions()).at(-1)?.id ?? '';
  const places = async () => reading(desk.manager, async (ctx) => samplePlaces(ctx, await latest()));
  const applicant: Actor = { kind: 'applicant', personId: newId(), centerId: desk.centerId, name: '高原', sessionId: null };
  return { desk, word, publish, versions, latest, places, applicant };
}

const idOf = async (answer: Response) => ((await answer.json()) as { files: { id: string }[] }).files[0]?.id ?? '';

test('a sample is added by whoever words the draft, and fetched by companies from the day it is published', async () => {
  const { desk, word, publish, places, latest, applicant } = await scene();
  await word();
  const [letter, proof] = await places();
  expect([letter?.files, proof?.files]).toEqual([[], []]);
  const place = letter?.id ?? '';
  for (const actor of [desk.liaison, desk.company]) expect((await give(actor, place, '样表.pdf')).status).not.toBe(201);
  const answer = await give(desk.manager, place, '承诺书样表.pdf');
  expect(answer.status).toBe(201);
  const file = await idOf(answer);

  // Nobody outside reads what is still being worded.
  expect(await fetched(desk.liaison, file)).toBe(200);
  expect(await fetched(desk.company, file)).toBe(404);
  await publish('2026-11-20');
  expect(await fetched(desk.company, file)).toBe(200);
  expect((await reading(desk.company, async (ctx) => samplesOf(ctx, await latest()))).get('m1')).toEqual([{ id: file, name: '承诺书样表.pdf' }]);
  // It is offered to companies in incubation, not to those who apply; and another center has none of it.
  expect(await fetched(applicant, file)).toBe(404);
  const elsewhere = await makeCenter();
  for (const role of ['director', 'liaison'] as const) expect(await fetched(await makeMember(elsewhere, role), file)).toBe(404);
  expect(await fetched({ ...applicant, centerId: elsewhere } as Actor, file)).toBe(404);
  // What is published stays as it is.
  expect((await give(desk.manager, place, '另一份.pdf')).status).toBe(403);
});

test('applicants fetch the samples of what is offered to them', async () => {
  const { desk, word, publish, places, applicant } = await scene(['prospect', 'incubating']);
  await word();
  const file = await idOf(await give(desk.manager, (await places())[0]?.id ?? '', '承诺书样表.pdf'));
  expect(await fetched(applicant, file)).toBe(404);
  await publish('2026-11-20');
  expect(await fetched(applicant, file)).toBe(200);
});

test('the next version takes its samples along and changes none of the one before', async () => {
  const { desk, word, publish, versions, places } = await scene();
  await word();
  const first = await idOf(await give(desk.manager, (await places())[0]?.id ?? '', '第一版样表.pdf'));
  await publish('2026-11-20');
  await word({ materials: `${materials}\n选填 | 清单 | List` });
  const laid = await places();
  expect(laid.map(({ files }) => files.map(({ name }) => name))).toEqual([['第一版样表.pdf'], [], []]);
  expect(laid[0]?.files[0]?.id).not.toBe(first);
  await give(desk.manager, laid[0]?.id ?? '', '第二版样表.pdf');
  const [, before, now] = await versions();
  const names = async (actor: MemberActor, id: string) => [...(await reading(actor, (ctx) => samplesOf(ctx, id))).values()].flat().map(({ name }) => name);
  expect(await names(desk.company, before?.id ?? '')).toEqual(['第一版样表.pdf']);
  expect(await names(desk.company, now?.id ?? '')).toEqual([]);
  expect(await names(desk.manager, now?.id ?? '')).toEqual(['第一版样表.pdf', '第二版样表.pdf']);
  // Saving the draft again lays nothing out twice.
  await word({ version: now?.version });
  expect(await owner().select().from(serviceItemSamples).where(eq(serviceItemSamples.versionId, now?.id ?? ''))).toHaveLength(3);
});

test('nobody adds to a place that isn’t there', async () => {
  const { desk } = await scene();
  expect((await give(desk.manager, newId(), '样表.pdf').catch((error: RuleError) => ({ status: error.code }))).status).toBe(404);
});
