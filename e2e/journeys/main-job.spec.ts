import type { Page } from '@playwright/test';
import { findings } from '../pages/axe';
import { again, expect, type Language, type SignIn, test } from '../fixtures/test';
import { type NewCompany, newCompany, registerOf } from './register';
import { wordsIn } from './words';

/**
 * The main job, from the center's own register to a request that is filed, done and rated: the desk on a wide screen,
 * the company on a phone.
 */
const PASSWORD = 'Shihang-ludeng-26';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function importRegister(desk: Page, language: Language, companies: readonly NewCompany[]): Promise<void> {
  const say = wordsIn(language);
  await desk.goto('/desk/imports');
  await desk.getByRole('link', { name: say('imports', 'start') }).first().click();
  await desk.locator('input[type=file]').setInputFiles({ name: '登记表.xlsx', mimeType: xlsx, buffer: await registerOf(companies) });
  const upload = desk.getByRole('button', { name: say('files', 'upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
  const confirm = desk.getByRole('button', { name: say('imports', 'confirm', { count: companies.length }) });
  await expect(confirm).toBeVisible({ timeout: 30_000 });
  expect.soft(await findings(desk)).toEqual([]);
  await confirm.click();
  await expect(desk.getByText(say('imports', 'applied', { fresh: companies.length, changed: 0 }))).toBeVisible({ timeout: 30_000 });
  expect.soft(await findings(desk)).toEqual([]);
}

/** @returns the address to give to the company's people */
async function invite(desk: Page, language: Language, { name, phone }: NewCompany): Promise<string> {
  const say = wordsIn(language);
  await desk.goto(`/desk/companies?q=${encodeURIComponent(name)}`);
  await desk.locator('main').getByRole('link', { name }).first().click();
  await desk.locator('main a[href$="/people"]').first().click();
  const form = desk.locator('#invite form');
  await form.locator('[name=name]').fill('试航人');
  await form.locator('[name=phone]').fill(phone);
  await form.getByRole('button', { name: say('companies', 'invite.make') }).click();
  const sentence = await desk.locator('[data-copy*="/invitation/"]').first().getAttribute('data-copy');
  return /\/invitation\/[\w-]+/.exec(sentence ?? '')?.[0] ?? '';
}

async function accept(phone: Page, path: string): Promise<void> {
  await phone.goto(path);
  expect.soft(await findings(phone)).toEqual([]);
  const form = phone.locator('form:has([name=newPassword])');
  await form.locator('[name=newPassword]').fill(PASSWORD);
  await form.locator('[name=repeatPassword]').fill(PASSWORD);
  await form.locator('button[type=submit]').click();
  await phone.waitForURL((url) => url.pathname.startsWith('/my'));
}

/** From "new request" to "submitted", with a file; answers the request's path. */
async function file(phone: Page, language: Language, title: string): Promise<string> {
  const say = wordsIn(language);
  await phone.goto('/my/requests/new');
  await phone.getByRole('button', { name: `${say('service-desk', 'my.start')} ${language === 'en' ? 'Consultation' : '咨询'}`, exact: true }).click();
  await phone.waitForURL(/\/my\/requests\/[0-9a-f-]{36}/);
  const path = new URL(phone.url()).pathname;
  await phone.locator('#files input[type=file]').setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('想了解高新技术企业认定的条件。\n', 'utf8') });
  const upload = phone.locator('#files').getByRole('button', { name: say('files', 'upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
  await expect(phone.locator('#files').getByText('说明.txt')).toBeVisible();
  await phone.locator('[name=title]').fill(title);
  await phone.locator('[name=body]').fill('我们有两项专利，想问今年还来不来得及。');
  await phone.locator('button[name=intent][value=submit]').click();
  await expect(phone.getByText(say('service-desk', 'states.submitted')).first()).toBeVisible();
  return path;
}

async function deskStep(desk: Page, request: string, step: 'return' | 'complete', field: string, text: string): Promise<void> {
  await desk.goto(`/desk/requests/${request}?do=${step}`);
  await desk.locator(`#act [name=${field}]`).fill(text);
  await desk.locator('#act button[type=submit]').click();
  await expect(desk.locator('#act')).toHaveCount(0);
}

async function fromFileToRate(desk: Page, phone: Page, language: Language): Promise<void> {
  const say = wordsIn(language);
  const title = `高企认定咨询 ${Date.now()}`;
  const path = await file(phone, language, title);
  const id = path.split('/').at(-1) ?? '';

  await desk.goto('/desk/requests?show=accept&q=');
  await desk.goto(`/desk/requests/${id}`);
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(desk.getByRole('link', { name: '说明.txt' }).first()).toBeVisible();
  await desk.getByRole('button', { name: say('service-desk', 'act.accept'), exact: true }).click();
  await expect(desk.getByText(say('service-desk', 'states.accepted')).first()).toBeVisible();

  // One line says where it is, who has it, until when.
  await phone.goto(path);
  await expect(phone.getByText('李晓梅').first()).toBeVisible();

  await phone.locator('#message [name=body]').fill('还要准备审计报告吗？');
  await phone.locator('#message button[type=submit]').click();
  await expect(phone.locator('#message').getByText('还要准备审计报告吗？')).toBeVisible();

  await deskStep(desk, id, 'return', 'items', '1. 请附营业执照\n2. 请写明专利号');
  await phone.goto(path);
  await expect(phone.getByText('请附营业执照').first()).toBeVisible();
  await phone.locator('#correct [name=body]').fill('我们有两项专利：ZL202610000001.2、ZL202610000002.7，想问今年还来不来得及。');
  await phone.locator('#correct button[name=intent][value=submit]').click();
  await expect(phone.locator('#correct')).toHaveCount(0);

  await deskStep(desk, id, 'complete', 'result', '来得及：请在 12 月 10 日前提交。');
  await expect(desk.getByText(say('service-desk', 'states.completed')).first()).toBeVisible();
  await phone.goto(path);
  await phone.locator('#rate input[name=grade][value="5"]').check();
  await phone.locator('#rate [name=comment]').fill('很快，谢谢。');
  await phone.locator('#rate button[type=submit]').click();
  await expect(phone.locator('#rate')).toHaveCount(0);
  await expect(phone.getByText(say('service-desk', 'grades.g5')).first()).toBeVisible();

  // The result is a numbered paper.
  await phone.locator('a[href^="/my/documents/"]').first().click();
  await expect(phone.getByText('来得及：请在 12 月 10 日前提交。')).toBeVisible();
  await desk.goto(`/desk/requests/${id}`);
  await expect(desk.getByText('很快，谢谢。')).toBeVisible();
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`from the register to a rated request, ${language}`, again(language), async ({ signInAs, freshPage }) => {
    test.slow();
    const companies = [newCompany(), newCompany()];
    const [first] = companies;
    if (first === undefined) return;
    const desk = await signInAs('liaison', { language });
    await importRegister(desk, language, companies);
    const link = await invite(desk, language, first);
    const phone = await freshPage({ language, phone: true });
    await accept(phone, link);
    await fromFileToRate(desk, phone, language);
    // A link works once.
    await phone.goto(link);
    await expect(phone.locator('[name=newPassword]')).toHaveCount(0);
  });
}

test('from filing to rating without a script', async ({ signInAs }) => {
  test.slow();
  const options: SignIn = { javaScript: false };
  const desk = await signInAs('liaison', options);
  const phone = await signInAs('company_owner', { ...options, phone: true });
  await fromFileToRate(desk, phone, 'zh-CN');
});
