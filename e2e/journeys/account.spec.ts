import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { demoPassword } from '@/db/seed/logins';
import { newId } from '@/lib/kernel/ids';
import { servedTime } from '../fixtures/place';
import { expect, signIn, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');
const submit = 'main form button[type=submit]';

async function send(page: Page, fields: Record<string, string>): Promise<void> {
  const form = page.locator(`main form:has([name=${Object.keys(fields).at(-1)}])`);
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name=${name}]`).fill(value);
  await form.locator('button[type=submit]').click();
}

test('a new password has to be new and good, and ends the sign-ins elsewhere', async ({ freshPage }) => {
  const phone = '13900000131';
  const next = '白塔山下的第三座老亭子';
  const [here, elsewhere] = [await freshPage({ javaScript: false }), await freshPage({ javaScript: false })];
  await signIn(elsewhere, phone);
  await signIn(here, phone);
  await here.goto('/account/password');
  const change = (currentPassword: string, newPassword: string, repeatPassword = newPassword) => send(here, { currentPassword, newPassword, repeatPassword });
  const complaint = here.locator('[role=alert]').first();
  await change('not-my-password', next);
  await expect(complaint).toContainText(say('errors', 'people.wrongCurrent'));
  await change(demoPassword, next, `${next}了`);
  await expect(complaint).toContainText(say('errors', 'passwordsDiffer'));
  await change(demoPassword, 'WoAiNi1314520');
  await expect(complaint).toContainText(say('errors', 'people.passwordCommon'));
  await change(demoPassword, next);
  await here.waitForURL(/\/account$/);
  await elsewhere.goto('/account');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await signIn(elsewhere, phone, next);
});

test('a second factor is set up, asked for, and replaced by a recovery code when the phone is gone', async ({ freshPage }) => {
  const phone = '13900000132';
  const page = await freshPage({ javaScript: false });
  await signIn(page, phone);
  await page.goto('/account/second-factor');
  const text = (await page.locator('main .code').first().textContent()) ?? '';
  const app = new TOTP({ secret: Secret.fromBase32(text.replace(/\s/g, '')) });
  await send(page, { code: app.generate({ timestamp: servedTime().getTime() }) });
  await expect(page.locator('main ul.code li')).toHaveCount(10);
  const recovery = (await page.locator('main ul.code li').first().textContent()) ?? '';

  const again = async (code: string) => {
    const other = await freshPage({ javaScript: false });
    await other.goto('/sign-in?next=/account/sessions');
    await send(other, { identifier: phone, password: demoPassword });
    await other.waitForURL(/\/sign-in\/verify/);
    await send(other, { code });
    return other;
  };
  const refused = await again('000000');
  await expect(refused.locator('[role=alert]').first()).toContainText(say('errors', 'people.wrongCode'));
  await refused.goto('/desk');
  await expect(refused).toHaveURL(/\/sign-in/);
  await expect(await again(app.generate({ timestamp: servedTime().getTime() + 30_000 }))).toHaveURL(/\/account\/sessions/);
  await expect(await again(recovery)).toHaveURL(/\/account\/sessions/);
  await expect((await again(recovery)).locator('[role=alert]').first()).toContainText(say('errors', 'people.wrongCode'));
});

test('a sign-in elsewhere is seen and ended', async ({ freshPage }) => {
  const phone = '13900000133';
  const [here, elsewhere] = [await freshPage({ javaScript: false }), await freshPage({ javaScript: false })];
  await signIn(elsewhere, phone);
  await signIn(here, phone);
  await here.goto('/account/sessions');
  await here.locator('main table form button').first().click();
  await expect(here.locator('main table form button')).toHaveCount(0);
  await elsewhere.goto('/account');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
});

test('a clerk lets somebody back in with a link that works once', async ({ freshPage, signInAs, database }) => {
  const phone = '13900000134';
  const { rows: [member] } = await database.query<{ id: string }>('select m.id from memberships m join persons p on p.id = m.person_id where p.phone = $1', [phone]);
  const boss = await signInAs('director', { javaScript: false });
  await boss.goto(`/desk/settings/people/${member?.id}`);
  await boss.locator('#link-form [name=purpose]').selectOption('reset_password');
  await boss.locator('#link-form [name=check]').fill('核对了身份证原件');
  await boss.locator('#link-form button[type=submit]').click();
  await boss.waitForURL(/link=/);
  const link = /\/link\/[\w-]+/.exec(await boss.content())?.[0] ?? '';
  const page = await freshPage({ javaScript: false });
  await page.goto(link);
  const password = '五泉山下的古钟响了三声';
  await send(page, { newPassword: password, repeatPassword: password });
  await page.waitForURL(/\/sign-in$/);
  await signIn(page, phone, password);
  const late = await freshPage({ javaScript: false });
  await late.goto(link);
  await expect(late.locator('main')).toContainText(say('people', 'link.used'));
  await expect(late.locator(submit)).toHaveCount(0);
});

test('a company’s owner invites a colleague, who comes in without a script, and lets them go again', async ({ signInAs, freshPage }) => {
  const name = `新同事${newId().slice(-6)}`;
  const owner = await signInAs('company_owner', { javaScript: false });
  await owner.goto('/my/people/invite');
  await send(owner, { name });
  await owner.waitForURL(/\/my\/people$/);
  const sentence = (await owner.locator(`[data-copy*="${name}"]`).first().getAttribute('data-copy')) ?? '';
  const page = await freshPage({ javaScript: false });
  await page.goto(/\/invitation\/[\w-]+/.exec(sentence)?.[0] ?? '');
  const password = '黄河岸边的水车转呀转';
  const phone = `136${String(servedTime().getTime()).slice(-8)}`;
  await send(page, { phone, newPassword: password, repeatPassword: password });
  await page.waitForURL(/\/my$/);

  await owner.goto('/my/people');
  await owner.locator('tr', { hasText: name }).locator('a[href$="/end"]').click();
  await send(owner, { reason: '离职' });
  await owner.waitForURL(/\/my\/people$/);
  await page.goto('/my/people');
  await expect(page).toHaveURL(/\/choose/);
  await expect(page.locator('h1')).toContainText(say('people', 'choose.noneTitle'));
});
