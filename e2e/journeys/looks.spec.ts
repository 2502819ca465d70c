import { expect, signIn, test } from '../fixtures/test';

test('the language and the theme somebody chose last: on the next page, and on another device', async ({ freshPage }) => {
  const phone = '13900000106';
  const page = await freshPage();
  await signIn(page, phone);
  await page.goto('/desk/companies?state=incubating');
  await page.locator('form:has(input[name=locale][value=en]) button').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/state=incubating/);
  await page.goto('/desk');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.locator('header details > summary, [role=banner] details > summary').last().click();
  await page.locator('form:has(input[name=theme][value=dark]) button').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const another = await freshPage();
  await another.context().clearCookies();
  await signIn(another, phone);
  await another.goto('/desk');
  await expect(another.locator('html')).toHaveAttribute('lang', 'en');
});

test('the language can be switched before anybody signs in, without a script', async ({ freshPage }) => {
  const page = await freshPage({ javaScript: false });
  await page.goto('/sign-in?next=%2Fdesk%2Frequests');
  await page.locator('form:has(input[name=locale][value=en]) button').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/next=/);
});
