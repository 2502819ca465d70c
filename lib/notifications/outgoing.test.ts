import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isInside, type Outgoing, postMessage, signatureOf } from './outgoing';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Got {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

async function listening(answer: (response: ServerResponse, got: Got) => void): Promise<{ port: number; got: Got[] }> {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const one = { url: request.url ?? '', headers: request.headers, body };
      got.push(one);
      answer(response, one);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, got };
}

const at = new Date('2026-11-20T02:00:00Z');
const message = (url: string, given: Partial<Outgoing> = {}): Outgoing => ({ url, body: '{"text":"您好"}', secret: '', signsAddress: false, at, allowPrivate: true, ...given });

describe('a message over HTTP', () => {
  it('arrives as JSON, signed with a time', async () => {
    const { port, got } = await listening((response) => response.end('{"errcode":0}'));
    expect(await postMessage(message(`http://127.0.0.1:${port}/hook?key=1`, { secret: '密钥' }))).toEqual({ ok: true });
    const [one] = got;
    const timestamp = String(at.getTime() / 1000);
    expect(one).toMatchObject({ url: '/hook?key=1', body: '{"text":"您好"}' });
    expect(one?.headers['x-dxe-timestamp']).toBe(timestamp);
    expect(one?.headers['x-dxe-signature']).toBe(`sha256=${signatureOf('密钥', timestamp, '{"text":"您好"}')}`);
  });

  it('carries the signature in the address where that is wanted', async () => {
    const { port, got } = await listening((response) => response.end('ok'));
    await postMessage(message(`http://127.0.0.1:${port}/robot/send?access_token=t`, { secret: 'SEC', signsAddress: true }));
    const query = new URL(got[0]?.url ?? '', 'http://x').searchParams;
    expect([query.get('access_token'), query.get('timestamp'), query.get('sign')?.length]).toEqual(['t', String(at.getTime()), 44]);
  });

  it.each([
    ['a refusal', 500, '', 'HTTP 500'],
    ['a redirect, which isn’t followed', 302, '', 'HTTP 302'],
    ['a robot’s no behind a 200', 200, '{"errcode":93000,"errmsg":"invalid webhook"}', 'errcode 93000'],
    ['an endless answer', 200, 'x'.repeat(40_000), 'answer too long'],
  ])('says what went wrong: %s', async (_what, status, body, reason) => {
    const { port } = await listening((response) => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body));
    expect(await postMessage(message(`http://127.0.0.1:${port}/`))).toEqual({ ok: false, reason });
  });

  it('gives up on a receiver that never answers', async () => {
    const { port } = await listening(() => undefined);
    expect(await postMessage(message(`http://127.0.0.1:${port}/`, { timeoutMs: 60 }))).toEqual({ ok: false, reason: 'timeout' });
  });

  it('says when nobody listens', async () => {
    expect(await postMessage(message('http://127.0.0.1:1/'))).toEqual({ ok: false, reason: 'ECONNREFUSED' });
  });
});

describe('addresses inside the house', () => {
  it.each(['http://127.0.0.1/', 'http://localhost/', 'http://10.1.2.3/', 'http://169.254.169.254/latest', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://0x7f.1/', 'http://2130706433/'])(
    '%s is refused unless allowed',
    async (url) => {
      expect(await postMessage(message(url, { allowPrivate: false }))).toEqual({ ok: false, reason: 'private address' });
    },
  );

  it.each(['ftp://example.com/', 'http://user:pass@example.com/', 'file:///etc/passwd', 'nonsense'])('%s is no address for it', async (url) => {
    expect(await postMessage(message(url))).toEqual({ ok: false, reason: 'invalid address' });
  });

  it.each([
    ['8.8.8.8', false],
    ['172.15.0.1', false],
    ['172.31.255.255', true],
    ['100.64.0.1', true],
    ['192.168.1.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['2001:4860:4860::8888', false],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:7f00:1', true],
    ['::1', true],
    ['::127.0.0.1', true],
    ['64:ff9b:1::7f00:1', true],
    ['fec0::1', true],
    ['no address', true],
  ])('%s is inside: %s', (address, answer) => {
    expect(isInside(address)).toBe(answer);
  });
});
