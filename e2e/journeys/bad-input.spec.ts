import type { Page } from '@playwright/test';
import type pg from 'pg';
import { creditCodeDigit } from '@/lib/kernel/credit-code';
import type { Role } from '@/lib/kernel/actor';
import { expect, openSession, phoneOf, test } from '../fixtures/test';
import { newCompany } from './register';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

const nasty = {
  'three hundred characters': '试'.repeat(300),
  emoji: '🚀👩‍👩‍👧‍👦'.repeat(4),
  SQL: "'; drop table companies; -- \\",
  HTML: '<img src=x onerror="alert(1)"><script>alert(1)</script>',
  'invisible characters': 'a\u0000b\u200b\u202ec\uffff',
};

interface Torture {
  what: string;
  role: Role;
  address: string | ((database: pg.Client) => Promise<string>);
  form: string;
}

const aRequest = "select r.id from requests r join memberships m on m.company_id = r.company_id join persons p on p.id = m.person_id where p.phone = '13900000008' and r.state = 'accepted' order by r.id limit 1";
const ownCompany = "select m.company_id as id from memberships m join persons p on p.id = m.person_id where p.phone = '13900000008'";
const one = async (database: pg.Client, text: string) => (await database.query<{ id: string }>(text)).rows[0]?.id ?? '';

const forms: Torture[] = [
  { what: 'a company', role: 'liaison', address: '/desk/companies/new', form: 'form:has([name=creditCode])' },
  { what: 'a contact', role: 'liaison', address: async (db) => `/desk/companies/${await one(db, ownCompany)}/contacts/new`, form: 'main form:has([name=phone])' },
  { what: "an invitation for a company's people", role: 'liaison', address: async (db) => `/desk/companies/${await one(db, ownCompany)}/people`, form: '#invite form' },
  { what: 'a department', role: 'administrator', address: '/desk/settings/departments', form: 'form:has([name=nameEn])' },
  { what: 'an invitation of staff', role: 'administrator', address: '/desk/settings/people/invite', form: 'form:has([name=role])' },
  { what: 'a visit', role: 'mentor', address: async (db) => `/mentor/visits/new?company=${await one(db, ownCompany)}`, form: 'form:has([name=advice])' },
  { what: 'a message', role: 'company_owner', address: async (db) => `/my/requests/${await one(db, aRequest)}`, form: '#message form' },
  { what: 'the desk\'s answer', role: 'liaison', address: async (db) => `/desk/requests/${await one(db, aRequest)}`, form: 'form:has([name=body])' },
];

async function fillAll(page: Page, form: string, text: string): Promise<void> {
  // A limit of the browser's keeps nobody from sending more.
  await page.locator(form).first().evaluate((element) => {
    for (const field of element.querySelectorAll('[maxlength]')) field.removeAttribute('maxlength');
  });
  for (const field of await page.locator(`${form} :is(input:not([type]), input[type=text], input[type=tel], input[type=email], textarea):visible:enabled`).all()) await field.fill(text);
  for (const box of await page.locator(`${form} :is(input[name="topics[]"])`).all()) await box.check({ force: true });
  for (const select of await page.locator(`${form} select:visible`).all()) await select.selectOption({ index: 1 }).catch(() => undefined);
}

for (const { what, role, address, form } of forms) {
  test(`whatever is typed into ${what} is refused in words with the text kept, or kept as plain text`, async ({ signInAs, database }) => {
    const page = await signInAs(role, { javaScript: false });
    const path = typeof address === 'string' ? address : await address(database);
    for (const [kind, text] of Object.entries(nasty)) {
      expect((await page.goto(path))?.status()).toBe(200);
      await fillAll(page, form, text);
      const name = await page.locator(`${form} :is(input:not([type]), input[type=text], textarea):visible:enabled`).first().getAttribute('name');
      const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), page.locator(`${form} button[type=submit]`).first().click()]);
      await page.waitForLoadState();
      expect(answer.status(), `${what}: ${kind}`).toBeLessThan(500);
      await expect(page.getByText(say('errors', 'unexpected', { reference: '' }).slice(0, 12)), `${what}: ${kind}`).toHaveCount(0);
      expect(await page.locator('img[src=x]').count(), `${what}: ${kind}`).toBe(0);
      const refused = answer.status() === 200 && (await page.locator(`${form} [aria-invalid=true]`).count()) > 0;
      if (refused && kind !== 'invisible characters') await expect(page.locator(`${form} [name="${name}"]`).first(), `${what}: ${kind}`).toHaveValue(text);
    }
  });
}

/** What the browser would send for this form, to be sent as often as we like. */
async function entriesOf(page: Page, form: string): Promise<Record<string, string>> {
  return page.locator(form).evaluate((element) => Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])));
}

test('a form sent twice makes one company, and both answers are the same', async ({ signInAs, database }) => {
  const page = await signInAs('liaison', { javaScript: false });
  const company = newCompany();
  await page.goto('/desk/companies/new');
  await page.locator('main [name=name]').fill(company.name);
  await page.locator('main [name=creditCode]').fill(company.creditCode);
  const multipart = await entriesOf(page, 'form:has([name=creditCode])');
  const send = () => page.request.post('/desk/companies/new', { multipart, maxRedirects: 0, headers: { origin: new URL(page.url()).origin } });
  const [first, second] = await Promise.all([send(), send()]);
  const third = await send();
  expect([first.status(), second.status(), third.status()]).toEqual([303, 303, 303]);
  expect(new Set([first, second, third].map((answer) => answer.headers().location)).size).toBe(1);
  expect((await database.query('select from companies where credit_code = $1', [company.creditCode])).rows).toHaveLength(1);
});

test('a wrong last digit of the credit code is named on its field', async ({ signInAs }) => {
  const page = await signInAs('liaison', { language: 'zh-CN' });
  const { creditCode, name } = newCompany();
  const right = creditCodeDigit(creditCode.slice(0, 17));
  await page.goto('/desk/companies/new');
  await page.locator('main [name=name]').fill(name);
  await page.locator('main [name=creditCode]').fill(creditCode.slice(0, 17) + (right === '1' ? '2' : '1'));
  await page.locator('form:has([name=creditCode]) button[type=submit]').first().click();
  await expect(page.getByText(say('errors', 'creditCode.checkDigit')).first()).toBeVisible();
  await expect(page.locator('main [name=name]')).toHaveValue(name);
});

test('of two editors of one company the second is told, and keeps what was typed', async ({ signInAs, database }) => {
  const id = await one(database, "select c.id from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.state = 'incubating' order by c.id desc limit 1");
  const [first, second] = [await signInAs('liaison'), await signInAs('director', { javaScript: false })];
  for (const page of [first, second]) await page.goto(`/desk/companies/${id}/edit`);
  await first.locator('main [name=address]').fill('先改的地址 1 号');
  await first.locator('form:has([name=creditCode]) button[type=submit]').first().click();
  await first.waitForURL((url) => url.pathname === `/desk/companies/${id}`);
  await second.locator('main [name=address]').fill('后改的地址 2 号');
  await second.locator('form:has([name=creditCode]) button[type=submit]').first().click();
  await expect(second.getByText(/先保存了新的内容/).first()).toBeVisible();
  await expect(second.locator('main [name=address]')).toHaveValue('后改的地址 2 号');
  expect((await database.query<{ address: string }>('select address from companies where id = $1', [id])).rows[0]?.address).toBe('先改的地址 1 号');
});

test('a form sent after signing out keeps the text', async ({ freshPage, database }) => {
  const page = await freshPage();
  await openSession(database, page.context(), phoneOf('liaison'));
  await page.goto('/desk/companies/new');
  await page.locator('main [name=name]').fill('甘肃没有登录科技有限公司');
  await page.context().clearCookies({ name: 'next-auth.session-token' });
  await page.locator('form:has([name=creditCode]) button[type=submit]').first().click();
  await expect(page.getByText(say('errors', 'signedOut')).first()).toBeVisible();
  await expect(page.locator('main [name=name]')).toHaveValue('甘肃没有登录科技有限公司');
});

test('without a script it leads to the door, and one step back stands the text', async ({ freshPage, database }) => {
  const page = await freshPage({ javaScript: false });
  await openSession(database, page.context(), phoneOf('liaison'));
  await page.goto('/desk/companies/new');
  await page.locator('main [name=name]').fill('甘肃没有登录科技有限公司');
  await page.context().clearCookies({ name: 'next-auth.session-token' });
  await page.locator('form:has([name=creditCode]) button[type=submit]').first().click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Fcompanies%2Fnew/);
  await openSession(database, page.context(), phoneOf('liaison'));
  await page.goBack();
  await expect(page.locator('main [name=name]')).toHaveValue('甘肃没有登录科技有限公司');
});

test('a form of an older build is refused, never a crash', async ({ signInAs }) => {
  const page = await signInAs('liaison', { javaScript: false });
  await page.goto('/desk/companies/new');
  const entries = await entriesOf(page, 'form:has([name=creditCode])');
  const older = Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, name.startsWith('$ACTION') ? value.replace(/[0-9a-f]{40,}/g, (id) => '0'.repeat(id.length)) : value]));
  const answer = await page.request.post('/desk/companies/new', { multipart: { ...older, name: '旧页面有限公司' }, maxRedirects: 0, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status()).toBeLessThan(500);
});
