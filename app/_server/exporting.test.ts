import { notFound } from 'next/navigation';
import { expect, it, vi } from 'vitest';
import { translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';

const asking = vi.hoisted(() => ({ headers: new Headers() }));

vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }), headers: async () => asking.headers }));

const { exporting } = await import('./exporting');

const asked = new Request('http://localhost/api/exports/companies');
const failing = (error: Error) => exporting(() => Promise.reject(error))(asked, undefined);
const errors = (key: string, values = {}) => translator('zh-CN', 'errors')(key, values);

it('an export that fails says so, with the number its failure is logged under', async () => {
  const reference = newId();
  asking.headers = new Headers({ 'x-request-id': reference });
  const answer = await failing(new Error('a detail that is nobody’s business'));
  expect([answer.status, await answer.text()]).toEqual([500, errors('exportFailed', { reference })]);
});

it('a full disk, ours or the database’s, is called by its name', async () => {
  const answer = await failing(new Error('could not extend file', { cause: Object.assign(new Error(), { code: '53100' }) }));
  expect([answer.status, await answer.text()]).toEqual([507, errors('exportDiskFull')]);
});

it('what isn’t there stays what it is: Next’s own answer', async () => {
  await expect(exporting(async () => notFound())(asked, undefined)).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404');
});
