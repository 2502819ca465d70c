import { createHmac } from 'node:crypto';
import { lookup as resolve } from 'node:dns/promises';
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What a message to a messenger or an SMS gateway came to. `reason` is safe to show: it holds neither address nor secret. */
export type Outcome = { ok: true } | { ok: false; reason: string };

export interface Outgoing {
  url: string;
  /** JSON. */
  body: string;
  /** Signs the message when it isn't empty. */
  secret: string;
  /** 钉钉 wants its signature in the address. */
  signsAddress: boolean;
  at: Date;
  /** Lets it reach this machine and its neighbours. */
  allowPrivate: boolean;
  timeoutMs?: number;
}

const TIMEOUT_MS = 8_000;
const LONGEST_ANSWER = 16_384;

/** Addresses inside a house: a message sent there could open doors that are closed from outside. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) inside.addSubnet(net, bits, 'ipv6');

/** True for loopback, private, link-local, shared and multicast addresses, also written as IPv4 within IPv6. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isInside(mapped);
  switch (isIP(address)) {
    case 4:
      return inside.check(address, 'ipv4');
    case 6:
      return /^::ffff:/i.test(address) || inside.check(address, 'ipv6');
    default:
      return true;
  }
}

class Refused extends Error {}

/** Hex HMAC-SHA256 over `<timestamp>.<body>`, so that the receiver can tell that it is ours, and fresh. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/**
 * Posts one message. The name is resolved once and the connection goes to exactly the address that was looked at, so that
 * no second answer can lead it inside; redirects aren't followed. A 2xx answer counts unless it carries an errcode other than 0.
 */
export async function postMessage(message: Outgoing): Promise<Outcome> {
  try {
    const url = addressOf(message);
    const { status, text } = await exchange(url, message, await pinned(url, message.allowPrivate));
    if (status < 200 || status >= 300) return { ok: false, reason: `HTTP ${status}` };
    const code = errorCode(text);
    return code === null ? { ok: true } : { ok: false, reason: `errcode ${code}` };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
    return { ok: false, reason: code };
  }
}

function addressOf({ url: text, secret, signsAddress, at }: Outgoing): URL {
  if (!URL.canParse(text)) throw new Refused('invalid address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Refused('invalid address');
  if (url.username !== '' || url.password !== '') throw new Refused('invalid address');
  if (signsAddress && secret !== '') {
    const timestamp = String(at.getTime());
    url.searchParams.set('timestamp', timestamp);
    url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  }
  return url;
}

async function pinned(url: URL, allowPrivate: boolean): Promise<{ address: string; family: number }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) === 0 ? await resolve(host, { all: true }) : [{ address: host, family: isIP(host) }];
  const [first] = found;
  if (first === undefined) throw new Refused('unknown host');
  // One address inside among several is enough to refuse: nobody should depend on which one comes first.
  if (!allowPrivate && found.some((one) => isInside(one.address))) throw new Refused('private address');
  return first;
}

function exchange(url: URL, { body, secret, at, timeoutMs = TIMEOUT_MS }: Outgoing, to: { address: string; family: number }): Promise<{ status: number; text: string }> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all === true) done(null, [to]);
    else done(null, to.address, to.family);
  };
  const options: RequestOptions = {
    method: 'POST',
    lookup,
    agent: false,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'dianxiaoer',
      'x-dxe-timestamp': timestamp,
      ...(secret === '' ? {} : { 'x-dxe-signature': `sha256=${signatureOf(secret, timestamp, body)}` }),
    },
  };
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? tlsRequest : plainRequest;
    const request = send(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length <= LONGEST_ANSWER) return;
        fail(new Refused('answer too long'));
        request.destroy();
      });
      response.on('end', () => {
        clearTimeout(deadline);
        done({ status: response.statusCode ?? 0, text });
      });
      response.on('error', fail);
    });
    // Of the whole exchange: a receiver that dribbles can't hold a worker.
    const deadline = setTimeout(() => request.destroy(new Refused('timeout')), timeoutMs);
    request.on('error', (error) => {
      clearTimeout(deadline);
      fail(error);
    });
    request.end(body);
  });
}

/** 企业微信 and 钉钉 answer 200 to everything and say in the body whether they took it. */
function errorCode(text: string): number | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('errcode' in answer)) return null;
    return typeof answer.errcode === 'number' && answer.errcode !== 0 ? answer.errcode : null;
  } catch {
    return null;
  }
}
