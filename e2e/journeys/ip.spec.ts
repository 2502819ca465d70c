import exceljs from 'exceljs';
import { readFileSync } from 'node:fs';
import { findings } from '../pages/axe';
import { expect, phoneOf, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

test('a company registers a patent, a wrong digit is named, and the center finds, exports and imports it back unchanged', async ({ signInAs, database }) => {
  const { rows: [me] } = await database.query<{ company: string }>('select m.company_id as company from memberships m join persons p on p.id = m.person_id where p.phone = $1', [phoneOf('company_owner')]);
  await database.query("delete from ip_rights where company_id = $1 and number = '200820028064.2'", [me?.company]);
  const boss = await signInAs('company_owner');
  await boss.goto('/my/company/ip');
  await boss.locator('#add [name=kind]').selectOption('utility');
  await boss.locator('#add [name=number]').fill('ZL200820028064.3');
  await boss.locator('#add [name=title]').fill('试航过滤器');
  await boss.locator('#add [name=filedOn]').fill('2008-05-01');
  await boss.locator('#add button[type=submit]').click();
  await expect(boss.getByText(say('errors', 'ip.patentDigit')).first()).toBeVisible();
  await boss.locator('#add [name=number]').fill('ZL200820028064.2');
  await boss.locator('#add button[type=submit]').click();
  await boss.waitForURL(/\/my\/company\/ip$/);
  await expect(boss.getByText('2018-04-30')).toBeVisible();
  expect.soft(await findings(boss)).toEqual([]);

  const manager = await signInAs('manager');
  await manager.goto('/desk/companies/ip?q=ZL200820028064.2');
  await expect(manager.getByText('试航过滤器')).toBeVisible();
  const [download] = await Promise.all([manager.waitForEvent('download'), manager.locator('a[href^="/api/exports/ip"]').first().click()]);
  const bytes = readFileSync(await download.path());
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as exceljs.Buffer);
  expect(book.worksheets[0]?.rowCount).toBe(2);
  await manager.goto('/desk/imports/new?kind=ip');
  await manager.locator('input[type=file]').setInputFiles({ name: 'ip.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes });
  const upload = manager.getByRole('button', { name: say('files', 'upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
  await manager.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/);
  await expect(manager.getByText(say('imports', 'nothingToWrite'))).toBeVisible({ timeout: 30_000 });
});
