import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { findings } from '../pages/axe';
import { expect, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a center is taken over in one workbook: totals held against the books, then written whole', async ({ signInAs, database }) => {
  const company = newCompany();
  const book = new exceljs.Workbook();
  book.addWorksheet('企业').addRows([['企业名称', '统一社会信用代码', '状态', '入孵时间', '注册资本（万元）'], [company.name, company.creditCode, '在孵', '2020-05-01', 120]]);
  book.addWorksheet('年度数据').addRows([['企业名称', '年度', '营业收入（万元）', '从业人员'], [company.name, 2023, 100, 9], [company.name, 2024, 140.5, 11]]);
  book.addWorksheet('联系人').addRows([['企业名称', '姓名', '电话'], [company.name, '试航人', company.phone]]);
  const manager = await signInAs('manager');
  await manager.goto('/desk/imports/takeover');
  expect.soft(await findings(manager)).toEqual([]);
  await manager.locator('input[type=file]').setInputFiles({ name: '接手.xlsx', mimeType: xlsx, buffer: Buffer.from(await book.xlsx.writeBuffer()) });
  const upload = manager.getByRole('button', { name: say('files', 'upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
  await manager.waitForURL(/takeover\/[0-9a-f-]{36}/);
  await expect(async () => {
    await manager.reload();
    await expect(manager.locator('#totals')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const fill = async (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) await manager.locator(`[name=${name}]`).fill(value);
  };
  await fill({ companies_rows: '1', companies_registeredCapital: '120', facts_rows: '3', facts_revenue: '240.5', facts_taxesPaid: '0', facts_staff: '20', contacts_rows: '1' });
  await manager.locator('#totals button[type=submit]').click();
  await expect(manager.getByText(say('errors', 'import.controlRows', { read: 2, typed: 3 })).first()).toBeVisible();
  expect.soft(await findings(manager)).toEqual([]);
  await fill({ facts_rows: '2' });
  await manager.locator('#totals button[type=submit]').click();
  await expect
    .poll(async () => (await database.query('select from company_facts f join companies c on c.id = f.company_id where c.credit_code = $1', [company.creditCode])).rowCount, { timeout: 60_000 })
    .toBe(4);
  await manager.reload();
  await expect(manager.getByText(say('takeover', 'applied'))).toBeVisible();

  // For a day all of it can be taken back, the last sheet first.
  await manager.getByRole('button', { name: say('imports', 'undo.act') }).first().click();
  await manager.getByRole('alertdialog').getByRole('button', { name: say('imports', 'undo.act') }).click();
  await expect
    .poll(async () => (await database.query('select from companies where credit_code = $1', [company.creditCode])).rowCount, { timeout: 60_000 })
    .toBe(0);
  await manager.reload();
  await expect(manager.getByText(say('imports', 'undo.title', { undone: 4, left: 0 })).first()).toBeVisible();
  expect.soft(await findings(manager)).toEqual([]);
});

test('the workbook comes filled in', async ({ signInAs }) => {
  const page = await signInAs('manager');
  await page.goto('/desk/imports/takeover');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href="/api/exports/takeover"]').click()]);
  const book = new exceljs.Workbook();
  await book.xlsx.load(readFileSync(await download.path()) as unknown as exceljs.Buffer);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['企业', '年度数据', '知识产权', '联系人', '历程']);
  for (const sheet of book.worksheets) expect(sheet.rowCount, sheet.name).toBeGreaterThan(10);
});
