import type { Page } from '@playwright/test';
import { demoPassword } from '@/db/seed/logins';
import { expect, phoneOf, signIn, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

async function tryToSignIn(page: Page, identifier: string, password: string): Promise<string> {
  await page.goto('/sign-in');
  await page.locator('input[name=identifier]').fill(identifier);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
  return (await page.locator('[role=alert]').first().textContent()) ?? '';
}

test('a wrong password and an unknown person get the same sentence, and what was typed stays', async ({ freshPage }) => {
  const page = await freshPage({ javaScript: false });
  const wrong = await tryToSignIn(page, '13900000121', 'not-the-password');
  expect(wrong).toContain(say('errors', 'people.wrongPassword'));
  await expect(page.locator('input[name=identifier]')).toHaveValue('13900000121');
  await expect(page.locator('input[name=password]')).toHaveValue('');
  expect(await tryToSignIn(page, '13611112222', 'not-the-password')).toBe(wrong);
});

test('five failures lock strangers out, not the device the person is known on', async ({ freshPage }) => {
  const phone = '13900000181';
  const own = await freshPage({ javaScript: false });
  await signIn(own, phone);
  const stranger = await freshPage({ javaScript: false });
  for (let failure = 1; failure <= 5; failure++) await tryToSignIn(stranger, phone, `wrong-password-${failure}`);
  const locked = await tryToSignIn(stranger, phone, demoPassword);
  expect(locked).toMatch(/试的次数太多/);
  await own.context().clearCookies({ name: 'next-auth.session-token' });
  await signIn(own, phone);
  expect(new URL(own.url()).pathname).toBe('/mentor');
});

test('who asks for a page comes to it after signing in, and to nothing after signing out', async ({ freshPage }) => {
  const page = await freshPage({ language: 'en' });
  await page.goto('/desk/requests?show=late');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.locator('input[name=identifier]').fill(phoneOf('counsellor'));
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
  await page.waitForURL(/\/desk\/requests\?show=late/);
  await page.goto('/sign-out');
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/sign-in/);
  await page.goto('/desk');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('the way back after signing in never leads to another house', async ({ freshPage }) => {
  const page = await freshPage({ javaScript: false });
  await page.goto(`/sign-in?next=${encodeURIComponent('//evil.example/desk')}`);
  await page.locator('input[name=identifier]').fill(phoneOf('mentor'));
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
  await expect(page).toHaveURL(/localhost:\d+\/mentor/);
});

test('who was signed out while writing, without a script, finds the words where they sign in again', async ({ signInAs, database }) => {
  const page = await signInAs('company_owner', { javaScript: false });
  const { rows } = await database.query<{ id: string }>(
    "select r.id from requests r join memberships m on m.company_id = r.company_id join persons p on p.id = m.person_id where p.phone = $1 and r.state = 'accepted' limit 1",
    [phoneOf('company_owner')],
  );
  const path = `/my/requests/${rows[0]?.id}`;
  await page.goto(path);
  const text = `审计报告 ${Date.now()} 已经寄出，<b>请</b>查收。`;
  await page.locator('#message [name=body]').fill(text);
  await page.context().clearCookies({ name: 'next-auth.session-token' });
  await page.locator('#message button[type=submit]').click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText(text)).toBeVisible();
  await page.locator('input[name=identifier]').fill(phoneOf('company_owner'));
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
  await expect(page).toHaveURL(new RegExp(path));
});
