import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { outbox } from '@/db/schema/jobs';
import { channelMessages, channels } from '@/db/schema/notifications';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { record } from '@/lib/audit/commands';
import { defineEntry, type Recipient } from '@/lib/audit/entries';
import { runTicket } from '@/lib/jobs/run';
import type { MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { saveChannel, tryChannel } from './commands';
import { SaveChannel } from './inputs';
import './jobs';
import { signatureOf } from './outgoing';
import { latestMessages, listChannels } from './queries';

const house = vi.hoisted(() => ({ private: true }));
vi.mock('@/lib/kernel/env', async (real) => {
  const module = await real<typeof import('@/lib/kernel/env')>();
  return { ...module, env: () => ({ ...module.env(), WEBHOOK_PRIVATE: house.private }) };
});

const got: { body: string; signature: string; time: string }[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    got.push({ body, signature: String(request.headers['x-dxe-signature']), time: String(request.headers['x-dxe-timestamp']) });
    response.writeHead(status).end('{"errcode":0}');
  });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());
beforeEach(() => {
  got.length = 0;
  status = 200;
  house.private = true;
});

const told = defineEntry({ name: 'department.created', data: z.object({ name: z.string(), to: z.array(z.any()).default([]) }), audience: ['center'], tell: (data) => data.to as Recipient[], path: () => '/desk' });

const given = (over: Record<string, unknown> = {}) => SaveChannel.parse({ name: '群机器人', kind: 'wecom', url, secret: '钥匙', reach: 'desk', kinds: ['department'], enabled: 'on', ...over });
const run = async (centerId: string, topic: string, isLastTry = false) => {
  for (const row of await owner().select().from(outbox).where(and(eq(outbox.centerId, centerId), eq(outbox.topic, topic)))) {
    await runTicket({ centerId, id: row.id, topic }, () => testNow, isLastTry);
  }
};
async function tell(actor: MemberActor, to: Recipient[], name = '甲“部”') {
  await as(actor, (ctx) => record(ctx, told, { subject: { type: 'department', id: null }, data: { name, to } }));
  await run(actor.centerId, 'entry.told');
}

test('only the administrator keeps channels; a secret is stored shut and never shown', async () => {
  const center = await makeCenter();
  const [administrator, director] = [await makeMember(center, 'administrator'), await makeMember(center, 'director')];
  await expect(as(director, (ctx) => saveChannel(ctx, given()))).rejects.toThrow(ForbiddenError);
  const { id } = await as(administrator, (ctx) => saveChannel(ctx, given()));
  expect(await reading(director, listChannels)).toEqual([]);
  const [shown] = await reading(administrator, listChannels);
  expect(shown).toMatchObject({ id, signed: true, enabled: true });
  expect(JSON.stringify(shown)).not.toContain('钥匙');
  const [row] = await owner().select().from(channels).where(eq(channels.id, id));
  expect(row?.secret).not.toContain('钥匙');
  await as(administrator, (ctx) => saveChannel(ctx, { ...given({ secret: '' }), channel: id, version: 1 }));
  expect((await reading(administrator, listChannels))[0]?.signed).toBe(true);
  await as(administrator, (ctx) => saveChannel(ctx, { ...given({ secret: '-' }), channel: id, version: 2 }));
  expect((await reading(administrator, listChannels))[0]?.signed).toBe(false);
});

test('a group hears what the desk is told, once, signed; what only companies are told it doesn’t', async () => {
  const center = await makeCenter();
  const [administrator, director] = [await makeMember(center, 'administrator'), await makeMember(center, 'director')];
  await makeMember(center, 'finance');
  await makeMember(center, 'finance');
  const company = await makeCompany(center);
  await makeMember(center, 'company_owner', { companyId: company });
  await as(administrator, (ctx) => saveChannel(ctx, given()));
  await tell(director, [{ role: 'finance' }]);
  await tell(director, [{ company }]);
  await run(center, 'entry.told');
  await run(center, 'channel.send');
  await run(center, 'channel.send');
  expect(got).toHaveLength(1);
  const [one] = got;
  expect(JSON.parse(one?.body ?? '')).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('甲“部”') } });
  expect(one?.signature).toBe(`sha256=${signatureOf('钥匙', one?.time ?? '', one?.body ?? '')}`);
});

test('a phone hears what its owner is told; nothing goes out through a channel that is off or for other kinds', async () => {
  const center = await makeCenter();
  const [administrator, director, finance] = [await makeMember(center, 'administrator'), await makeMember(center, 'director'), await makeMember(center, 'finance')];
  await as(administrator, (ctx) => saveChannel(ctx, given({ kind: 'sms', reach: 'person' })));
  await as(administrator, (ctx) => saveChannel(ctx, given({ enabled: undefined })));
  await as(administrator, (ctx) => saveChannel(ctx, given({ kinds: ['request'] })));
  await tell(director, [{ membership: finance.membershipId }]);
  await run(center, 'channel.send');
  expect(got.map((one) => Object.keys(JSON.parse(one.body) as object))).toEqual([['phone', 'content']]);
});

test('a refusal is noted and tried again; addresses inside the house are refused unless allowed', async () => {
  const center = await makeCenter();
  const administrator = await makeMember(center, 'administrator');
  const { id } = await as(administrator, (ctx) => saveChannel(ctx, given({ enabled: undefined })));
  await as(administrator, (ctx) => tryChannel(ctx, { channel: id }, { text: '试', center: '中心', phone: '', link: 'https://x' }));
  status = 503;
  await expect(run(center, 'channel.send')).rejects.toThrow('HTTP 503');
  expect((await reading(administrator, latestMessages))[0]).toMatchObject({ isTrial: true, attempts: 1, error: 'HTTP 503', sentAt: null, failedAt: null });
  house.private = false;
  await expect(run(center, 'channel.send', true)).rejects.toThrow('private address');
  expect((await reading(administrator, latestMessages))[0]).toMatchObject({ attempts: 2, failedAt: testNow });
  house.private = true;
  status = 200;
  await run(center, 'channel.send');
  expect((await reading(administrator, latestMessages))[0]).toMatchObject({ attempts: 3, sentAt: testNow, error: null });
  expect(await owner().$count(channelMessages, eq(channelMessages.centerId, center))).toBe(1);
});

test('a template has to be JSON whatever is filled in, and names only what there is', () => {
  const bad = ['{"a":{{text}}}', '{"a":"{{nobody}}"}', 'text', '"{{text}}"'];
  for (const template of bad) expect(SaveChannel.safeParse({ ...given(), secret: '', enabled: 'on', template }).success, template).toBe(false);
  expect(given({ kind: 'sms' }).template).toContain('{{phone}}');
  for (const address of ['ftp://x', 'x', '']) expect(SaveChannel.safeParse({ ...given(), enabled: 'on', url: address }).success, address).toBe(false);
});
