import { NextRequest } from 'next/server';
import { afterEach, expect, test } from 'vitest';
import { proxy } from '@/proxy';

const asked = process.env.APP_URL;
afterEach(() => {
  if (asked === undefined) delete process.env.APP_URL;
  else process.env.APP_URL = asked;
});

const headersAt = (url: string) => {
  process.env.APP_URL = url;
  return proxy(new NextRequest(`${url}/desk?q=1`)).headers;
};

test('https alone turns on HSTS and upgrade-insecure-requests', () => {
  const safe = headersAt('https://dianxiaoer.example.cn');
  expect(safe.get('strict-transport-security')).toContain('max-age=31536000');
  expect(safe.get('content-security-policy')).toContain('upgrade-insecure-requests');
  const plain = headersAt('http://localhost:3000');
  expect(plain.get('strict-transport-security')).toBeNull();
  expect(plain.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
});

test('no script runs but ours, under a name of its own each time, and nobody frames a page', () => {
  const [one, two] = [headersAt('http://localhost:3000'), headersAt('http://localhost:3000')];
  const policy = one.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(two.get('content-security-policy')).not.toBe(policy);
  expect(one.get('x-content-type-options')).toBe('nosniff');
});
