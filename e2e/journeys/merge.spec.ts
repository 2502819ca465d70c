import type { Page } from '@playwright/test';
import { findings } from '../pages/axe';
import { again, expect, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

async function create(page: Page, name: string, more: Record<string, string>): Promise<string> {
  await page.goto('/desk/companies/new');
  const form = page.locator('main form:has([name=creditCode])');
  await form.locator('[name=name]').fill(name);
  for (const [field, value] of Object.entries(more)) await form.locator(`[name=${field}]`).fill(value);
  await form.locator('button[type=submit]').first().click();
  await page.waitForURL(/\/desk\/companies\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: two files of one company become one, and two again`, again(language), async ({ signInAs }) => {
    const say = wordsIn(language);
    const made = newCompany();
    const page = await signInAs('manager', { language });
    const kept = await create(page, made.name, { address: '雁滩路1号' });
    const double = await create(page, made.name.replace('科技', '科技发展'), { creditCode: made.creditCode, address: '高新区2号' });

    await page.goto(`${kept}/merge?with=${kept.split('/').at(-1)}`);
    await expect(page.getByText(say('merge', 'errors.merge.same')).first()).toBeVisible();
    await page.goto(kept);
    await page.getByRole('link', { name: say('merge', 'act') }).click();
    await page.locator('main input[name=q]').fill(made.creditCode);
    await page.locator('main form:has(input[name=q]) button[type=submit]').click();
    await page.locator(`main a[href$="with=${double.split('/').at(-1)}"]`).click();
    expect.soft(await findings(page)).toEqual([]);
    await page.locator('main input[value=address]').check();
    await page.getByRole('button', { name: say('merge', 'confirm') }).click();
    await page.waitForURL(new RegExp(`${kept}$`));
    await expect(page.locator('main').getByText('高新区2号').first()).toBeVisible();
    await expect(page.locator('main').getByText(made.creditCode).first()).toBeVisible();
    expect.soft(await findings(page)).toEqual([]);

    // The old address leads on.
    await page.goto(double);
    await page.waitForURL(new RegExp(`${kept}$`));
    await page.getByRole('button', { name: say('merge', 'undo') }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: say('merge', 'undo') }).click();
    await expect(page.getByText(say('merge', 'done.undone'))).toBeVisible();
    await expect(page.locator('main').getByText('雁滩路1号').first()).toBeVisible();
    await page.goto(double);
    await expect(page.locator('main').getByText('高新区2号').first()).toBeVisible();
  });
}
