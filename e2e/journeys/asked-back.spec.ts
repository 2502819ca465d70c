import { findings } from '../pages/axe';
import { expect, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

/** Amounts in the wrong unit are asked about where they are typed and where they are imported; what was typed stays. */
for (const [language, javaScript] of [
  ['zh-CN', false],
  ['en', true],
] as const) {
  test(`capital that looks like yuan is asked about in the form, and a sheet without a unit before it is written (${language})`, async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { name } = newCompany();
    const page = await signInAs('liaison', { language, javaScript });
    await page.goto('/desk/companies/new');
    const form = page.locator('main form:has([name=registeredCapital])');
    await form.locator('[name=name]').fill(name);
    await form.locator('[name=registeredCapital]').fill('5000000');
    await form.locator('[name=address]').fill('雁滩路 1 号');
    await expect(form.locator('[name=sure]')).toHaveCount(0);
    await form.locator('button[type=submit]').click();
    await expect(page.getByText(say('errors', 'company.capitalUnit', { typed: '5000000', meant: '500' })).first()).toBeVisible();
    await expect(form.locator('[name=address]')).toHaveValue('雁滩路 1 号');
    await expect(form.locator('[name=registeredCapital]')).toHaveValue('5000000');
    if (javaScript) expect.soft(await findings(page)).toEqual([]);
    await form.locator('[name=sure]').check();
    await form.locator('[name=address]').fill('雁滩路 2 号');
    await form.locator('[name=sure]').focus();
    await expect(form.locator('[name=sure]')).toBeChecked();
    await form.locator('button[type=submit]').click();
    await page.waitForURL(/\/desk\/companies\/[0-9a-f-]{36}$/);
    expect((await database.query<{ fen: string }>('select registered_capital_fen as fen from companies where name = $1', [name])).rows).toEqual([{ fen: '5000000000000' }]);

    const clerk = await signInAs('liaison', { language });
    const [first, second] = [newCompany().name, newCompany().name];
    await clerk.goto('/desk/imports/new');
    await clerk.locator('input[type=file]').setInputFiles({ name: '没有单位.csv', mimeType: 'text/csv', buffer: Buffer.from(`企业名称,注册资本\n${first},500000\n${second},3000000\n`) });
    const upload = clerk.getByRole('button', { name: say('files', 'upload'), exact: true });
    if (await upload.isVisible()) await upload.click();
    await clerk.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/);
    const units = clerk.locator('#units');
    await expect(units).toBeVisible({ timeout: 30_000 });
    await expect(clerk.getByRole('button', { name: say('imports', 'confirm', { count: 2 }) })).toHaveCount(0);
    await expect(units.locator('input[name=u1][value=yuan]')).toBeChecked();
    expect.soft(await findings(clerk)).toEqual([]);
    await units.locator('button[type=submit]').click();
    await clerk.getByRole('button', { name: say('imports', 'confirm', { count: 2 }) }).click({ timeout: 30_000 });
    await expect(clerk.getByText(say('imports', 'applied', { fresh: 2, changed: 0 }))).toBeVisible({ timeout: 30_000 });
    expect((await database.query<{ fen: string }>('select registered_capital_fen as fen from companies where name = any($1) order by 1', [[first, second]])).rows).toEqual([{ fen: '50000000' }, { fen: '300000000' }]);
  });
}
