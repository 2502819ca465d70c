import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { entries } from '@/db/schema/audit';
import { documents } from '@/db/schema/documents';
import { fileContents, files } from '@/db/schema/files';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import { timelineOf } from '@/lib/audit/queries';
import { issueDocument } from '@/lib/documents/commands';
import { removeFile, storeGenerated } from '@/lib/files/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { submitRequest } from '@/lib/service-desk/commands/submit-request';
import { draftOf, openDesk, written } from '@/lib/service-desk/testing';

const browser = vi.hoisted((): { session: unknown; cookies: Map<string, string> } => ({ session: null, cookies: new Map() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, set: (name: string, value: string) => browser.cookies.set(name, value) }),
  headers: async () => new Headers(),
}));
vi.mock('@/app/_server/session', () => ({ getSession: async () => browser.session }));

const { POST } = await import('./route');
const { GET } = await import('./[file]/route');

function signIn(actor: MemberActor) {
  browser.session = { id: newId(), personId: actor.personId, personName: actor.name, locale: 'zh-CN', state: 'open', role: actor.role, actor };
}

async function scene() {
  const center = await makeCenter();
  const company = await makeCompany(center);
  const liaison = await makeMember(center, 'liaison');
  const { id: document } = await as(liaison, (ctx) =>
    issueDocument(ctx, {
      kind: 'result',
      title: '通知书',
      party: '测试企业',
      companyId: company,
      subject: { type: 'request', id: company },
      issuedOn: '2026-11-20',
      content: { issuer: '中心' },
    }),
  );
  return { center, company, liaison, document };
}

interface Sent {
  name: string;
  bytes: BlobPart;
}

function post(document: string, sent: readonly Sent[], more: { fields?: Record<string, string>; headers?: Record<string, string> } = {}) {
  const body = new FormData();
  body.set('subjectType', 'document');
  body.set('subjectId', document);
  for (const [name, value] of Object.entries(more.fields ?? {})) body.set(name, value);
  for (const { name, bytes } of sent) body.append('files', new Blob([bytes]), name);
  return POST(
    new Request('http://localhost:3000/api/files', {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin', ...more.headers },
    }),
  );
}

const get = (id: string) => GET(new Request(`http://localhost:3000/api/files/${id}`), { params: Promise.resolve({ file: id }) });
const pdf = (text = 'x') => `%PDF-1.7\n${text}\n%%EOF`;
const json = async (response: Response) => (await response.json()) as { files?: { id: string; name: string }[]; error?: string };
const incoming = () => readdir(path.join(process.env.DATA_DIR ?? '', 'files', 'incoming')).catch(() => []);

beforeEach(() => {
  browser.session = null;
  browser.cookies.clear();
});

test('a file given is stored once, recorded, and comes back byte for byte under its Chinese name', async () => {
  const { center, liaison, document } = await scene();
  signIn(liaison);
  const answer = await post(document, [{ name: '盖章扫描 件.pdf', bytes: pdf() }]);
  expect(answer.status).toBe(201);
  const [file] = (await json(answer)).files ?? [];
  expect(file?.name).toBe('盖章扫描 件.pdf');
  // The same once more is the same file.
  expect((await json(await post(document, [{ name: '盖章扫描 件.pdf', bytes: pdf() }]))).files?.[0]?.id).toBe(file?.id);
  expect(await owner().select().from(fileContents).where(eq(fileContents.centerId, center))).toHaveLength(1);
  expect(await owner().select().from(entries).where(and(eq(entries.centerId, center), eq(entries.name, 'file.added')))).toHaveLength(1);

  // On a paper it is the sealed scan.
  const [paper] = await owner().select().from(documents).where(eq(documents.id, document));
  expect(paper?.scanSha256).toBe(createHash('sha256').update(pdf()).digest('hex'));

  const fetched = await get(file?.id ?? '');
  expect(fetched.status).toBe(200);
  expect(await fetched.text()).toBe(pdf());
  expect(fetched.headers.get('content-disposition')).toBe(
    `attachment; filename="____ _.pdf"; filename*=UTF-8''${encodeURIComponent('盖章扫描 件.pdf')}`,
  );
  expect(fetched.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await incoming()).toEqual([]);
});

test('a foreign file is not found: other centers, other companies, people signed out', async () => {
  const { center, company, liaison, document } = await scene();
  signIn(liaison);
  const id = (await json(await post(document, [{ name: 'a.pdf', bytes: pdf() }]))).files?.[0]?.id ?? '';
  signIn(await makeMember(center, 'company_owner', { companyId: company }));
  expect((await get(id)).status).toBe(200);
  for (const stranger of [
    await makeMember(center, 'company_owner', { companyId: await makeCompany(center) }),
    await makeMember(await makeCenter(), 'director'),
    await makeMember(center, 'mentor'),
  ]) {
    signIn(stranger);
    expect((await get(id)).status).toBe(404);
    expect((await post(document, [{ name: 'b.pdf', bytes: pdf('b') }])).status).toBe(404);
  }
  signIn(liaison);
  expect((await get('not-an-id')).status).toBe(404);
  expect((await get(newId())).status).toBe(404);
  browser.session = null;
  expect((await get(id)).status).toBe(303);
});

test('50 MB are refused in words, without filling the disk', async () => {
  const { center, liaison, document } = await scene();
  signIn(liaison);
  const answer = await post(document, [{ name: '大.pdf', bytes: Buffer.concat([Buffer.from(pdf()), Buffer.alloc(50 * 1024 * 1024)]) }]);
  expect(answer.status).toBe(413);
  expect((await json(answer)).error).toBe('大.pdf: 文件超过 20 MB，请压缩或拆分后再上传。');
  expect(await owner().select().from(files).where(eq(files.centerId, center))).toEqual([]);
  expect(await incoming()).toEqual([]);
});

test('a full disk is said to be full, and whoever sends isn’t left waiting', async () => {
  const { center, liaison, document } = await scene();
  signIn(liaison);
  const handle = await open(import.meta.filename, 'r');
  const full = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'appendFile').mockRejectedValue(Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }));
  await handle.close();
  const sent = [{ name: '大.pdf', bytes: Buffer.concat([Buffer.from(pdf()), Buffer.alloc(5 * 1024 * 1024)]) }];
  const answer = await post(document, sent);
  expect(answer.status).toBe(507);
  expect((await json(answer)).error).toContain('存储空间满了');
  expect(full).toHaveBeenCalledOnce();
  expect((await post(document, sent, { headers: { accept: 'text/html' } })).status).toBe(303);
  expect([...browser.cookies.values()].join()).toContain(encodeURIComponent('存储空间满了'));
  full.mockRestore();
  expect(await owner().select().from(files).where(eq(files.centerId, center))).toEqual([]);
  expect(await incoming()).toEqual([]);
  expect((await post(document, sent)).status).toBe(201);
});

test('a body that is no form is refused in words', async () => {
  const { liaison } = await scene();
  signIn(liaison);
  const headers = { accept: 'application/json', 'sec-fetch-site': 'same-origin' };
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=x', 'multipart/form-data; boundary=\u00ff']) {
    const answer = await POST(new Request('http://localhost:3000/api/files', { method: 'POST', body: '--x\r\nnonsense', headers: { ...headers, 'content-type': type } }));
    expect([type, answer.status]).toEqual([type, 400]);
  }
});

test('bytes count, not names', async () => {
  const { liaison, document } = await scene();
  signIn(liaison);
  const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(512)]);
  for (const [name, bytes] of [
    ['发票.pdf', exe],
    ['page.html', '<html><script>alert(1)</script></html>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['binary.txt', Buffer.from([1, 2, 0, 4])],
    ['kein.csv', Buffer.from([0xff, 0x20, 0x41])],
  ] as const) {
    const answer = await post(document, [{ name, bytes }]);
    expect([name, answer.status, (await json(answer)).error]).toEqual([name, 415, `${name}: 不接受这种文件。请上传 PDF、图片、Word、Excel、CSV 或压缩包。`]);
  }
  expect((await post(document, [{ name: 'empty.pdf', bytes: '' }])).status).toBe(400);
  expect((await post(document, [])).status).toBe(400);
});

test('a plain form is answered with a redirect and a sentence, whatever came of it', async () => {
  const { liaison, document } = await scene();
  signIn(liaison);
  const plain = { fields: { next: '/desk/documents/x?tab=1' }, headers: { accept: 'text/html' } };
  const done = await post(document, [{ name: 'a.pdf', bytes: pdf() }], plain);
  expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/documents/x?tab=1']);
  expect(decodeURIComponent(browser.cookies.get('flash') ?? '')).toBe('已上传 1 个文件。');
  const refused = await post(document, [{ name: 'a.exe', bytes: 'MZ' }], { ...plain, fields: { next: 'https://elsewhere.example/x' } });
  expect([refused.status, refused.headers.get('location')]).toEqual([303, '/']);
  expect(decodeURIComponent(browser.cookies.get('flash') ?? '')).toContain('a.exe: 不接受这种文件');
});

test('a form on another site can’t upload, nor one drawn under a membership that is gone', async () => {
  const { liaison, document } = await scene();
  signIn(liaison);
  const sent = [{ name: 'a.pdf', bytes: pdf() }];
  expect((await post(document, sent, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  expect((await post(document, sent, { fields: { _membership: newId() } })).status).toBe(403);
  browser.session = null;
  expect((await post(document, sent)).status).toBe(401);
});

test('a body that breaks off leaves nothing behind', async () => {
  const { liaison, document } = await scene();
  signIn(liaison);
  const head = `--x\r\ncontent-disposition: form-data; name="subjectId"\r\n\r\n${document}\r\n--x\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n${pdf()}`;
  const answer = await POST(
    new Request('http://localhost:3000/api/files', {
      method: 'POST',
      body: head,
      headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' },
    }),
  );
  expect(answer.status).toBe(400);
  expect((await json(answer)).error).toContain('上传中断了');
  expect(await incoming()).toEqual([]);
});

test('a removed file is gone for everybody; an export is its maker’s alone', async () => {
  const { center, liaison, document } = await scene();
  signIn(liaison);
  const id = (await json(await post(document, [{ name: 'a.pdf', bytes: pdf() }]))).files?.[0]?.id ?? '';
  await as(liaison, (ctx) => removeFile(ctx, id));
  expect((await get(id)).status).toBe(404);
  await expect(as(liaison, (ctx) => removeFile(ctx, id))).rejects.toThrow(NotFoundError);

  const auditor = await makeMember(center, 'auditor');
  const made = await as(auditor, (ctx) => storeGenerated(ctx, { name: '留痕.csv', type: 'text/csv', bytes: Buffer.from('a,b') }));
  expect((await get(made)).status).toBe(404);
  signIn(auditor);
  expect(await (await get(made)).text()).toBe('a,b');
});

test('a draft’s files are its company’s alone, name and all, until it is sent', async () => {
  const desk = await openDesk();
  const request = await draftOf(desk);
  signIn(desk.company);
  const sent = await post(request, [{ name: '财务报表.pdf', bytes: pdf('draft') }], { fields: { subjectType: 'request' } });
  const id = (await json(sent)).files?.[0]?.id ?? '';
  expect((await get(id)).status).toBe(200);
  const auditor = await makeMember(desk.centerId, 'auditor');
  const readers = [desk.liaison, desk.manager, auditor];
  for (const reader of readers) {
    signIn(reader);
    expect((await get(id)).status).toBe(404);
    await expect(as(reader, (ctx) => removeFile(ctx, id))).rejects.toThrow(NotFoundError);
    const heard = await reading(reader, (ctx) => timelineOf(ctx, { companyId: desk.companyId }));
    if (reader !== auditor) expect(heard.map(({ name }) => name)).not.toContain('file.addedUnsent');
  }
  await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request, intent: 'submit' }));
  for (const reader of readers) {
    signIn(reader);
    expect((await get(id)).status).toBe(200);
  }
});
