import { expect, test } from '../fixtures/test';
import { newCompany, registerOf } from './register';
import { wordsIn } from './words';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: an import is taken back within the day, but for the company somebody has worked with`, async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const companies = [newCompany(), newCompany()];
    const page = await signInAs('manager', { language });
    await page.goto('/desk/imports/new');
    await page.locator('input[type=file]').setInputFiles({ name: '登记表.xlsx', mimeType: xlsx, buffer: await registerOf(companies) });
    const upload = page.getByRole('button', { name: say('files', 'upload'), exact: true });
    if (await upload.isVisible()) await upload.click();
    await page.getByRole('button', { name: say('imports', 'confirm', { count: 2 }) }).click({ timeout: 30_000 });
    await expect(page.getByText(say('imports', 'applied', { fresh: 2, changed: 0 }))).toBeVisible({ timeout: 30_000 });
    const batch = page.url();

    const { rows: [kept] } = await database.query<{ id: string }>('select id from companies where credit_code = $1', [companies[0]?.creditCode]);
    await page.goto(`/desk/companies/${kept?.id}/contacts/new`);
    const form = page.locator('main form:has([name=phone])');
    await form.locator('[name=name]').fill('后来的人');
    await form.locator('[name=phone]').fill(newCompany().phone);
    await form.locator('button[type=submit]').click();
    await page.waitForURL(new RegExp(`/desk/companies/${kept?.id}$`));

    await page.goto(batch);
    await page.getByRole('button', { name: say('imports', 'undo.act') }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: say('imports', 'undo.act') }).click();
    await expect(page.getByText(say('imports', 'undo.title', { undone: 1, left: 1 }))).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(say('imports', 'undo.why.company_contacts')).first()).toBeVisible();
    const { rows: left } = await database.query<{ name: string }>('select name from companies where credit_code = any($1)', [companies.map((one) => one.creditCode)]);
    expect(left).toEqual([{ name: companies[0]?.name }]);
    await page.goto(`${batch}?verdict=left`);
    await expect(page.getByText(companies[0]?.name ?? '').first()).toBeVisible();
    await expect(page.getByText(companies[1]?.name ?? '')).toHaveCount(0);
  });
}
