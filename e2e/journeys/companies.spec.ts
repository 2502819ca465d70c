import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { findings } from '../pages/axe';
import { expect, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

test('a masked number is read in full for a reason, and the reason stands in the trail', async ({ signInAs, database }) => {
  const { rows: [contact] } = await database.query<{ id: string; company: string; phone: string }>(
    `select c.id, c.company_id as company, c.phone from company_contacts c join centers s on s.id = c.center_id and s.slug = 'lanzhou'
      where c.phone is not null and not exists (select from company_assignments a join memberships m on m.id = a.membership_id where a.company_id = c.company_id and m.role = 'finance') order by c.id desc limit 1`,
  );
  const page = await signInAs('finance');
  await page.goto(`/desk/companies/${contact?.company}`);
  await expect(page.getByText(contact?.phone ?? '')).toHaveCount(0);
  await page.goto(`/desk/companies/${contact?.company}/contacts/${contact?.id}`);
  await page.locator('#reveal [name=reason]').fill('通知领取补贴材料');
  await page.locator('#reveal button[type=submit]').click();
  await page.waitForURL(new RegExp(`/desk/companies/${contact?.company}$`));
  await expect(page.getByText(contact?.phone ?? '').first()).toBeVisible();

  const auditor = await signInAs('auditor');
  await auditor.goto('/desk/settings/trail');
  await expect(auditor.getByText(/通知领取补贴材料/).first()).toBeVisible();
  // The trail itself never shows the number.
  await expect(auditor.getByText(contact?.phone ?? '')).toHaveCount(0);
});

test('chosen companies get their liaison together, after a look at what would change', async ({ signInAs, database }) => {
  const { rows: [liaison] } = await database.query<{ id: string; name: string }>("select m.id, m.name from memberships m join persons p on p.id = m.person_id where p.phone = '13900000102'");
  const page = await signInAs('manager');
  await page.goto('/desk/companies?state=incubating&sort=name');
  const ticks = page.locator('input[name="companies[]"]');
  const chosen: string[] = [];
  for (const index of [0, 1, 2]) {
    await ticks.nth(index).check();
    chosen.push((await ticks.nth(index).getAttribute('value')) ?? '');
  }
  await page.locator('#bulk [name=role]').selectOption('liaison');
  await page.locator('#bulk [name=membership]').selectOption(liaison?.id ?? '');
  await page.locator('#bulk button[type=submit]').first().click();
  await page.waitForURL(/\/desk\/companies\/assign/);
  expect.soft(await findings(page)).toEqual([]);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/desk\/companies$/);
  const { rows } = await database.query("select from company_assignments where role = 'liaison' and until_on is null and membership_id = $1 and company_id = any($2)", [liaison?.id, chosen]);
  expect(rows).toHaveLength(3);
});

test('the export is exactly what is shown, and opens', async ({ signInAs }) => {
  const page = await signInAs('director');
  await page.goto('/desk/companies?state=graduated&q=科技');
  const shown = /([\d,]+)/.exec((await page.locator('main .pager').first().textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? '';
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href^="/api/exports/companies"]').first().click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const book = new exceljs.Workbook();
  await book.xlsx.load(readFileSync(await download.path()) as unknown as exceljs.Buffer);
  const sheet = book.worksheets[0];
  expect(sheet?.getRow(1).getCell(1).text).toBe(say('companies', 'field.name'));
  expect(String((sheet?.rowCount ?? 0) - 1)).toBe(shown);
});
