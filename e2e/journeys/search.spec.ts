import { expect, test } from '../fixtures/test';
import { wordsIn } from './words';

test('Ctrl K finds a company by name, by initials and a request by its number', async ({ signInAs, database }) => {
  const { rows: [company] } = await database.query<{ id: string; name: string; pinyin: string }>(
    "select c.id, c.name, c.pinyin from companies c join memberships m on m.company_id = c.id join persons p on p.id = m.person_id where p.phone = '13900000008'",
  );
  const { rows: [request] } = await database.query<{ id: string; number: string }>("select id, number from requests where company_id = $1 and state = 'completed' order by number limit 1", [company?.id]);
  const page = await signInAs('liaison');
  await page.goto('/desk');
  const jump = async (typed: string, shown: string) => {
    // A key pressed before the page's script has come is nobody's.
    await page.locator('html[data-js]').waitFor({ state: 'attached' });
    await page.keyboard.press('Control+k');
    const box = page.getByRole('dialog').getByRole('combobox');
    await box.fill(typed);
    await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: shown }).first()).toBeVisible();
    await page.getByRole('dialog').getByRole('option').filter({ hasText: shown }).first().click();
  };
  await jump(company?.name.slice(2, 8) ?? '', company?.name ?? '');
  await expect(page).toHaveURL(new RegExp(`/desk/companies/${company?.id}`));
  await page.goto('/desk');
  await jump(request?.number ?? '', request?.number ?? '');
  await expect(page).toHaveURL(new RegExp(`/desk/requests/${request?.id}`));
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('without a script the search box finds the same', async ({ signInAs }) => {
  const page = await signInAs('liaison', { javaScript: false });
  await page.goto('/desk');
  await page.locator('form[role=search] input[name=q]').fill('甘肃智屿自动化');
  await page.locator('form[role=search] input[name=q]').press('Enter');
  await expect(page.locator('main').getByRole('link', { name: /甘肃智屿自动化有限公司/ }).first()).toBeVisible();
});

test('single keys move and open on a list, and stay quiet while somebody types', async ({ signInAs }) => {
  const page = await signInAs('liaison');
  await page.goto('/desk/companies');
  await page.locator('main [name=q]').click();
  await page.keyboard.type('jk');
  await expect(page.locator('main [name=q]')).toHaveValue('jk');
  await page.goto('/desk/companies');
  // The keys arrive with the page's script.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('a[data-row]:focus')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/companies\/[0-9a-f-]{36}/);
});

test('? lists the keys, and whoever switched them off is left alone', async ({ signInAs }) => {
  const page = await signInAs('counsellor');
  const choose = async (on: boolean) => {
    await page.goto('/account/preferences');
    await page.locator('[name=shortcuts]').setChecked(on);
    await page.locator('form:has([name=shortcuts]) button[type=submit]').click();
    await expect(page.getByText(wordsIn('zh-CN')('people', 'preferences.done'))).toBeVisible();
    await page.goto('/desk/companies');
  };
  await page.goto('/desk/companies');
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
  }).toPass();
  await choose(false);
  // Ctrl K is no single key: once it answers, the page's script is there.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('main h1').click();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(page.locator('a[data-row]:focus')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await choose(true);
});
