import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { documents } from '@/db/schema/documents';
import { as, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import type { Actor } from '@/lib/kernel/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { type DocumentToIssue, issueDocument, revokeDocument, supersedeDocument } from './commands';
import { VerifyCode, VerifyNumber } from './inputs';
import { nextNumber } from './numbers';
import { getDocument, listDocumentsOf, verifyByCode, verifyByNumber } from './queries';
import { printCode, writeCode } from './rules';

const nobody: Actor = { kind: 'public', centerId: null };

async function scene() {
  const center = await makeCenter();
  const company = await makeCompany(center);
  const liaison = await makeMember(center, 'liaison');
  const paper: DocumentToIssue = {
    kind: 'result',
    title: '办结通知书',
    party: '兰州高新测试有限公司',
    companyId: company,
    subject: { type: 'request', id: company },
    issuedOn: '2026-11-20',
    content: { issuer: '测试中心', paragraphs: ['已办结。'], rows: [{ label: '事项', value: '咨询' }] },
  };
  return { center, company, liaison, paper };
}

test('numbers count per center, kind and year without a gap, and a failed transaction gives its number back', async () => {
  const { center, liaison } = await scene();
  const other = await makeMember(await makeCenter(), 'liaison');
  const take = (year: number, prefix = 'FW') => as(liaison, (ctx) => nextNumber(ctx, prefix, year));
  expect(await take(2026)).toBe('FW-2026-000001');
  await expect(
    as(liaison, async (ctx) => {
      await nextNumber(ctx, 'FW', 2026);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const many = await Promise.all(Array.from({ length: 6 }, () => take(2026)));
  expect(many.sort()).toEqual([2, 3, 4, 5, 6, 7].map((n) => `FW-2026-00000${n}`));
  expect(await take(2027)).toBe('FW-2027-000001');
  expect(await take(2026, 'BJ')).toBe('BJ-2026-000001');
  expect(await as(other, (ctx) => nextNumber(ctx, 'FW', 2026))).toBe('FW-2026-000001');
  expect(center).not.toBe(other.centerId);
});

test('who holds the paper can verify it, by its code or by number and check code, and learns no more than is on it', async () => {
  const { center, liaison, paper } = await scene();
  const issued = await as(liaison, (ctx) => issueDocument(ctx, paper));
  expect(issued.code).toHaveLength(26);
  const typed = VerifyNumber.parse({ center, number: issued.number.toLowerCase(), check: printCode(issued.checkCode).toLowerCase() });
  const byCode = await reading(nobody, (ctx) => verifyByCode(ctx, VerifyCode.parse(printCode(issued.code))));
  expect(byCode).toMatchObject({ number: issued.number, partyMasked: '兰州******公司', issuedOn: '2026-11-20', matches: true, revokedAt: null });
  expect(JSON.stringify(byCode)).not.toContain('高新测试');
  expect(await reading(nobody, (ctx) => verifyByNumber(ctx, typed))).toEqual(byCode);
  expect(await reading(nobody, (ctx) => verifyByNumber(ctx, { ...typed, check: '00000000' }))).toBeNull();
  expect(await reading(nobody, (ctx) => verifyByNumber(ctx, { ...typed, center: liaison.personId }))).toBeNull();
});

test('a record changed behind our back no longer matches', async () => {
  const { liaison, paper } = await scene();
  const issued = await as(liaison, (ctx) => issueDocument(ctx, paper));
  await owner().update(documents).set({ title: '别的标题' }).where(eq(documents.id, issued.id));
  expect((await reading(nobody, (ctx) => verifyByCode(ctx, issued.code)))?.matches).toBe(false);
});

test('a paper issued anew and a revoked one say so', async () => {
  const { liaison, paper, company } = await scene();
  const first = await as(liaison, (ctx) => issueDocument(ctx, paper));
  const second = await as(liaison, (ctx) => supersedeDocument(ctx, first.id, { ...paper, title: '办结通知书（更正）' }));
  expect((await reading(nobody, (ctx) => verifyByCode(ctx, first.code)))?.supersededNumber).toBe(second.number);
  await expect(as(liaison, (ctx) => supersedeDocument(ctx, first.id, paper))).rejects.toThrow('document.alreadySuperseded');

  const colleague = await makeMember(liaison.centerId, 'counsellor');
  await expect(as(colleague, (ctx) => revokeDocument(ctx, { id: second.id, reason: '有误' }))).rejects.toThrow(ForbiddenError);
  await as(liaison, (ctx) => revokeDocument(ctx, { id: second.id, reason: '有误' }));
  const verified = await reading(nobody, (ctx) => verifyByCode(ctx, second.code));
  expect(verified?.revokedAt).not.toBeNull();
  expect(verified?.matches).toBe(true);
  const lines = await reading(liaison, (ctx) => listDocumentsOf(ctx, { type: 'request', id: company }));
  expect(lines.map((line) => [line.number, line.superseded])).toEqual([
    [second.number, false],
    [first.number, true],
  ]);
});

test('a company reads its own papers and no other’s', async () => {
  const { center, company, liaison, paper } = await scene();
  const issued = await as(liaison, (ctx) => issueDocument(ctx, paper));
  const own = await makeMember(center, 'company_owner', { companyId: company });
  const foreign = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
  expect((await reading(own, (ctx) => getDocument(ctx, issued.id)))?.content.party).toBe(paper.party);
  expect(await reading(foreign, (ctx) => getDocument(ctx, issued.id))).toBeNull();
});

test('codes are written without letters that look like digits, and read however they are typed', () => {
  expect(writeCode(new Uint8Array(5).fill(255))).toBe('ZZZZZZZZ');
  expect(writeCode(new Uint8Array(16))).toBe('0'.repeat(26));
  expect(VerifyCode.safeParse('oil'.repeat(9)).success).toBe(false);
  for (const sign of ['\0', '%', '中', "'"]) expect(VerifyCode.safeParse(sign.repeat(26)).success, sign).toBe(false);
  expect(VerifyNumber.safeParse({ center: crypto.randomUUID(), number: 'BJ-2026-000001', check: '\0'.repeat(8) }).success).toBe(false);
  expect(VerifyCode.parse(` ${'oil'.repeat(8)}-9z `)).toBe(`${'011'.repeat(8)}9Z`);
});
