import { again, expect, test } from '../fixtures/test';
import { newCompany, registerOf } from './register';
import { wordsIn } from './words';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: an import is taken back within the day, but for the company somebody has worked with`, again(language), async ({ signInAs, database }) => {
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

test('yearly facts are brought in by themselves and taken back: what was verified before holds again', async ({ signInAs, database }) => {
  const say = wordsIn('zh-CN');
  // The year it was founded in, of a company that has nothing to say of it or of the year after.
  const { rows: [company] } = await database.query<{ id: string; name: string; year: number }>(
    "select c.id, c.name, extract(year from c.established_on)::int as year from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.demo and c.state = 'incubating' and c.established_on is not null and not exists (select from company_facts f where f.company_id = c.id and f.year between extract(year from c.established_on) and extract(year from c.established_on) + 1) order by c.id limit 1",
  );
  const stated = async () => (await database.query<{ value: string }>("select value from company_facts where company_id = $1 and year = $2 and state = 'verified' order by key", [company?.id, company?.year])).rows.map((row) => row.value);
  const page = await signInAs('manager');
  await page.goto('/desk/imports/new?kind=facts');
  const [template] = await Promise.all([page.waitForEvent('download'), page.locator('a[href="/api/exports/templates/facts"]').click()]);
  expect(template.suggestedFilename()).toContain(say('imports', 'templateNames.facts'));
  const [current] = await Promise.all([page.waitForEvent('download'), page.locator('a[href="/api/exports/sheets/facts"]').click()]);
  expect(current.suggestedFilename()).toContain(say('imports', 'kinds.facts'));
  const csv = `企业名称,年度,营业收入（万元）,从业人员\n${company?.name},${company?.year},33,7\n`;
  await page.locator('input[type=file]').setInputFiles({ name: '年度数据.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const upload = page.getByRole('button', { name: say('files', 'upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
  await page.getByRole('button', { name: say('imports', 'confirm', { count: 1 }) }).click({ timeout: 30_000 });
  await expect(page.getByText(say('imports', 'applied', { fresh: 1, changed: 0 }))).toBeVisible({ timeout: 30_000 });
  expect(await stated()).toEqual(['33000000', '7']);
  await page.getByRole('button', { name: say('imports', 'undo.act') }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: say('imports', 'undo.act') }).click();
  await expect(page.getByText(say('imports', 'undo.title', { undone: 1, left: 0 }))).toBeVisible({ timeout: 30_000 });
  expect(await stated()).toEqual([]);
});
