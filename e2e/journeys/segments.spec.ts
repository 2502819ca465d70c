import { findings } from '../pages/axe';
import { expect, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

test('a segment is saved from the list, leads to invitations, and one field of its companies is set together and taken back', async ({ signInAs, database }) => {
  const page = await signInAs('manager');
  await page.goto('/desk/companies?state=incubating&leading=new_materials');
  await page.locator('main summary').filter({ hasText: say('companies', 'more') }).first().click();
  await page.getByRole('link', { name: say('segments', 'saveThis') }).click();
  const name = `新材料${newCompany().phone.slice(-6)}`;
  await page.locator('#create [name=name]').fill(name);
  expect.soft(await findings(page)).toEqual([]);
  await page.locator('#create button[type=submit]').click();
  await expect(page.getByText(say('segments', 'done.saved', { name }))).toBeVisible();
  await page.locator('main tr').filter({ hasText: name }).getByRole('link', { name: say('segments', 'invite') }).click();
  await expect(page.getByText(say('segments', 'only', { name }))).toBeVisible();

  // The same companies under the same name can be told something.
  await page.goto('/desk/notices');
  await page.getByRole('button', { name: say('notices', 'list.new') }).first().click();
  await page.waitForURL(/\/desk\/notices\/[0-9a-f-]{36}$/);
  await page.locator('[name=title]').fill('给新材料企业');
  await page.locator('button[name=intent][value=recipients]').click();
  await page.waitForURL(/\/recipients/);
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/leading=new_materials/);
  const { rows: [meant] } = await database.query<{ many: number }>("select count(*)::int as many from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.state = 'incubating' and c.leading_industry = 'new_materials'");
  await expect(page.getByRole('button', { name: say('notices', 'choose.useFilter', { count: meant?.many ?? 0 }) })).toBeVisible();

  const tag = `批${newCompany().phone.slice(-5)}`;
  const { rows: [count] } = await database.query<{ many: number }>("select count(*)::int as many from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.state = 'incubating' and c.leading_industry = 'new_materials'");
  await page.goto('/desk/companies/bulk?state=incubating&leading=new_materials&set=tags');
  await expect(page.getByText(say('segments', 'bulk.count', { count: count?.many ?? 0 })).first()).toBeVisible();
  await page.locator('main form [name=value]').fill(tag);
  await page.getByRole('button', { name: say('segments', 'bulk.preview', { count: count?.many ?? 0 }) }).click();
  await page.getByRole('button', { name: say('imports', 'confirm', { count: count?.many ?? 0 }) }).click({ timeout: 30_000 });
  await expect(page.getByText(say('imports', 'applied', { fresh: 0, changed: count?.many ?? 0 }))).toBeVisible({ timeout: 30_000 });
  const tagged = async () => (await database.query('select 1 from companies where $1 = any(tags)', [tag])).rows.length;
  expect(await tagged()).toBe(count?.many);
  await page.getByRole('button', { name: say('imports', 'undo.act') }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: say('imports', 'undo.act') }).click();
  await expect(page.getByText(say('imports', 'undo.title', { undone: count?.many ?? 0, left: 0 }))).toBeVisible({ timeout: 30_000 });
  expect(await tagged()).toBe(0);
});
