import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { findings } from '../pages/axe';
import { again, expect, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: a field of the center's own goes from the settings through the file and the list to the export`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const name = `路演场次${newCompany().phone.slice(-6)}`;
    const director = await signInAs('director', { language, javaScript: false });
    await director.goto('/desk/settings');
    await director.locator('main').getByRole('link', { name: say('fields', 'settings') }).click();
    const form = director.locator('#create form');
    await form.locator('[name=name]').fill('注册资本');
    await form.locator('[name=kind]').selectOption('number');
    await form.locator('button[type=submit]').click();
    await expect(director.getByText(say('fields', 'errors.field.nameBuiltIn')).first()).toBeVisible();
    await form.locator('[name=name]').fill(name);
    await form.locator('button[type=submit]').click();
    await expect(director.locator('main table').getByText(name)).toBeVisible();

    const { rows: [company] } = await database.query<{ id: string; name: string }>("select c.id, c.name from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.state = 'incubating' and c.demo order by c.id desc limit 1");
    const { rows: [field] } = await database.query<{ id: string }>('select id from company_fields where name = $1', [name]);
    const liaison = await signInAs('liaison', { language });
    await liaison.goto(`/desk/companies/${company?.id}/edit`);
    const own = liaison.locator('#own form');
    await own.locator(`[name="x-${field?.id}"]`).fill('三场');
    await own.locator('button[type=submit]').click();
    await expect(liaison.getByText(say('fields', 'errors.field.notANumber')).first()).toBeVisible();
    await own.locator(`[name="x-${field?.id}"]`).fill('3');
    await own.locator('button[type=submit]').click();
    await liaison.waitForURL(new RegExp(`/desk/companies/${company?.id}$`));
    await expect(liaison.locator('#own').getByText(name)).toBeVisible();
    expect.soft(await findings(liaison)).toEqual([]);

    await liaison.goto(`/desk/companies?field=${field?.id}&value=2~5`);
    await expect(liaison.locator('main table tbody tr')).toHaveCount(1);
    await expect(liaison.locator('main').getByRole('link', { name: company?.name ?? '' }).first()).toBeVisible();
    const [download] = await Promise.all([liaison.waitForEvent('download'), liaison.locator('a[href^="/api/exports/companies"]').first().click()]);
    const book = new exceljs.Workbook();
    await book.xlsx.load(readFileSync(await download.path()) as unknown as exceljs.Buffer);
    const sheet = book.worksheets[0];
    const heads: unknown = sheet?.getRow(1).values;
    const at = Array.isArray(heads) ? heads.indexOf(name) : -1;
    expect(at).toBeGreaterThan(0);
    expect(sheet?.getRow(2).getCell(at).value).toBe(3);
  });
}
