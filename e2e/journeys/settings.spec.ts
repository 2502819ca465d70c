import { expect, test } from '../fixtures/test';
import { wordsIn } from './words';

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

test('a year of holidays: a center enters one that is missing, only the operator changes one that is in force, and the centers are told', async ({ signInAs }) => {
  test.slow();
  const say = wordsIn('zh-CN');
  // A year of its own, so that the story can be told again.
  const year = String(2031 + (Date.now() % 60));
  const director = await signInAs('director');
  await director.goto('/desk/settings/calendar/2026/edit');
  await expect(director.getByText(say('centers', 'calendar.inForce', { year: '2026' }))).toBeVisible();
  await expect(director.locator('[name=days]')).toHaveCount(0);
  await director.goto('/desk/settings/calendar/new');
  await director.locator('[name=year]').fill(year);
  await director.locator('[name=document]').fill('国办发明电〔2030〕1号');
  await director.locator('[name=days]').fill(`${year}-01-01 放假 元旦`);
  await director.locator('form:has([name=days]) button[type=submit]').click();
  await director.waitForURL(`**/desk/settings/calendar/${year}`);
  await expect(director.getByRole('link', { name: say('centers', 'calendar.correct'), exact: true })).toBeVisible();

  const operator = await signInAs('operator');
  await operator.goto('/admin/calendar');
  await operator.locator('main').getByRole('link', { name: year, exact: true }).click();
  await operator.locator('[name=days]').fill(`${year}-01-01~${year}-01-02 放假 元旦`);
  await operator.locator('form:has([name=days]) button[type=submit]').click();
  await operator.waitForURL('**/admin/calendar');
  await expect(async () => {
    await director.goto('/desk/notifications');
    await expect(director.getByText(`更正了 ${year} 年放假安排`)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
});
