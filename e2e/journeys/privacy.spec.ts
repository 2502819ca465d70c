import { readFileSync } from 'node:fs';
import { findings } from '../pages/axe';
import { again, expect, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: a contact's consent is recorded, what is held is taken along, and then all of it is deleted`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { phone } = newCompany();
    // Each language forgets somebody of its own, of a company of its own.
    const [name, place] = language === 'en' ? ['将被遗忘的乙', 1] : ['将被遗忘的甲', 0];
    const { rows: [company] } = await database.query<{ id: string }>("select c.id from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.state = 'graduated' and c.demo order by c.id desc offset $1 limit 1", [place]);
    const page = await signInAs('manager', { language, javaScript: false });
    await page.goto(`/desk/companies/${company?.id}/contacts/new`);
    const form = page.locator('main form:has([name=phone])');
    await form.locator('[name=name]').fill(name);
    await form.locator('[name=phone]').fill(phone);
    await form.locator('button[type=submit]').click();
    const { rows: [contact] } = await database.query<{ id: string }>('select id from company_contacts where phone = $1', [phone]);
    await page.goto(`/desk/companies/${company?.id}/contacts/${contact?.id}`);
    await page.getByRole('link', { name: say('privacy', 'open') }).click();
    await page.locator('#agree [name=scene]').selectOption('mentors');
    await page.locator('#agree [name=how]').selectOption('paper');
    await page.locator('#agree [name=evidence]').fill('同意书 2026-17，档案柜甲');
    await page.locator('#agree button[type=submit]').click();
    await expect(page.getByText(say('privacy', 'scenes.mentors')).first()).toBeVisible();
    await expect(page.locator('#consents').getByText('同意书 2026-17')).toBeVisible();
    await page.getByRole('button', { name: say('privacy', 'withdraw'), exact: true }).first().click();
    await expect(page.getByRole('button', { name: say('privacy', 'withdraw'), exact: true })).toHaveCount(0);

    // Whoever asks is found by their number, from wherever they are known.
    await page.goto('/desk/settings/privacy');
    await page.locator('#search [name=q]').fill(phone);
    await page.locator('#search button[type=submit]').click();
    await page.getByRole('link', { name: name }).first().click();
    await expect(page.getByText(say('privacy', 'lawKeepsNone'))).toBeVisible();

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: say('privacy', 'takeJson') }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(phone);

    await page.locator('#erase button[type=submit]').click();
    await expect(page.locator('#erase').getByText(say('errors', 'chooseOne')).first()).toBeVisible();
    await page.locator('#erase input[value=asked]').check();
    await page.locator('#erase button[type=submit]').click();
    await page.waitForURL(new RegExp(`/desk/companies/${company?.id}$`));
    await expect(page.getByText(name)).toHaveCount(0);
    const { rows } = await database.query("select 1 from company_contacts where phone = $1 union all select 1 from entry_personal_values where value = $1", [phone]);
    expect(rows).toEqual([]);

    const reader = await signInAs('auditor', { language });
    await reader.goto('/desk/settings/privacy');
    await expect(reader.getByText(say('privacy', 'reasons.asked')).first()).toBeVisible();
    expect.soft(await findings(reader)).toEqual([]);
  });
}

test('of two people of one name, the ticks say which places go with the one who is deleted', async ({ signInAs, database }) => {
  const say = wordsIn('zh-CN');
  const name = '同名演示丙';
  const [mine, other] = [newCompany().phone, newCompany().phone];
  const { rows: [company] } = await database.query<{ id: string }>("select c.id from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.state = 'graduated' and c.demo order by c.id desc offset 2 limit 1");
  const page = await signInAs('manager', { javaScript: false });
  const file = `/desk/companies/${company?.id}`;
  for (const [phone, title] of [[mine, '总经理'], [other, '出纳']] as const) {
    await page.goto(`${file}/contacts/new`);
    const form = page.locator('main form:has([name=phone])');
    await form.locator('[name=name]').fill(name);
    await form.locator('[name=title]').fill(title);
    await form.locator('[name=phone]').fill(phone);
    await form.locator('button[type=submit]').click();
    await page.waitForURL(new RegExp(`${file}$`));
  }
  for (const note of [`${name}来签了字`, `${name}（出纳）改了发票抬头`]) {
    await page.goto(`${file}/profile`);
    await page.locator('details:has([name=body]) > summary').click();
    await page.locator('[name=body]').fill(note);
    await page.locator('form:has([name=body]) button[type=submit]').click();
    await expect(page.getByText(note)).toBeVisible();
  }
  const { rows: [contact] } = await database.query<{ id: string }>('select id from company_contacts where phone = $1', [mine]);
  await page.goto(`${file}/personal/contact/${contact?.id}`);
  const erase = page.locator('#erase');
  await expect(erase.getByText(say('privacy', 'sharedTitle', { name }))).toBeVisible();
  await expect(erase.getByText(`${name} · ${say('privacy', 'kinds.contact')} · 出纳 · ${other.slice(0, 3)}****${other.slice(-4)}`)).toBeVisible();
  await erase.getByRole('checkbox', { name: `${name}来签了字` }).check();
  // Forgetting the reason costs no tick.
  await erase.locator('button[type=submit]').click();
  await expect(erase.getByText(say('errors', 'chooseOne')).first()).toBeVisible();
  await expect(erase.getByRole('checkbox', { name: `${name}来签了字` })).toBeChecked();
  await expect(erase.getByRole('checkbox', { name: `${name}（出纳）` })).not.toBeChecked();
  await erase.locator('input[value=asked]').check();
  await erase.locator('button[type=submit]').click();
  await page.waitForURL(new RegExp(`${file}$`));
  await expect(page.locator('main').getByText(name)).toHaveCount(1);
  await page.goto(`${file}/profile`);
  await expect(page.getByText('＊来签了字')).toBeVisible();
  await expect(page.getByText(`${name}（出纳）改了发票抬头`)).toBeVisible();
});
