import { expect, test } from '../fixtures/test';

test('the administrator keeps departments; the second of two editors is told who was first', async ({ signInAs }) => {
  const page = await signInAs('administrator');
  const name = `试验部${Date.now() % 100_000}`;
  await page.goto('/desk/settings/departments');
  await page.locator('#create input[name=name]').fill(name);
  await page.locator('#create button[type=submit]').click();
  const row = page.locator('tr', { hasText: name });
  await expect(row).toBeVisible();
  const edit = (await row.getByRole('link', { name: '改名' }).getAttribute('href')) ?? '';

  const director = await signInAs('director', { javaScript: false });
  await page.goto(edit);
  await director.goto(edit);
  await page.locator('main input[name=name]').fill(`${name}甲`);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL('**/departments');
  await director.locator('main input[name=name]').fill(`${name}乙`);
  await director.locator('main form button[type=submit]').click();
  await expect(director.locator('main [role=alert]').first()).toContainText('周海涛');
  await expect(director.locator('main input[name=name]')).toHaveValue(`${name}乙`);
});

test('an invitation is a link to hand on, and can be taken back', async ({ signInAs }) => {
  const page = await signInAs('administrator');
  const name = `新人${Date.now() % 100_000}`;
  await page.goto('/desk/settings/people/invite');
  await page.locator('main input[name=name]').fill(name);
  await page.locator('main select[name=role]').selectOption('liaison');
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL('**/invitations?new=*');
  await expect(page.locator('main')).toContainText('/invitation/');
  await expect(page.locator('main .qr svg')).toBeVisible();
  const row = page.locator('tr', { hasText: name });
  await row.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '撤回' }).click();
  await expect(page.locator('tr', { hasText: name })).toHaveCount(0);
});

test('a full number is read for a reason, and the auditor finds that in the trail', async ({ signInAs }) => {
  const page = await signInAs('director');
  await page.goto('/desk/settings/people?role=mentor');
  await page.locator('[data-list] a[data-row]').first().click();
  await page.locator('summary', { hasText: '查看完整内容' }).click();
  const reason = `核对聘书 ${Date.now()}`;
  await page.locator('main input[name=reason]').first().fill(reason);
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await expect(page.locator('main')).toContainText(/完整内容：1\d{10}/);
  const auditor = await signInAs('auditor');
  await auditor.goto('/desk/settings/trail?what=field');
  await expect(auditor.locator('main')).toContainText(reason);
});

test('the operator opens a center and has the link of its first administrator', async ({ signInAs }) => {
  const page = await signInAs('operator');
  await page.goto('/admin/centers/new');
  const slug = `t${Date.now()}`;
  for (const [name, value] of Object.entries({ name: `试验中心 ${slug}`, nameEn: 'Trial', shortName: '试验', slug, adminName: '周试验' })) {
    await page.locator(`main input[name=${name}]`).fill(value);
  }
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL('**/admin/centers/*-*');
  await expect(page.locator('main')).toContainText('/invitation/');
});
