import { findings } from '../pages/axe';
import { expect, test } from '../fixtures/test';
import { wordsIn } from './words';

for (const javaScript of [true, false]) {
  test(`somebody chooses how to be told, and finds it so (${javaScript ? 'with' : 'without'} a script)`, async ({ signInAs }) => {
    const say = wordsIn('zh-CN');
    const page = await signInAs('counsellor', { javaScript });
    await page.goto('/account/notifications');
    if (javaScript) expect.soft(await findings(page)).toEqual([]);
    await page.locator('[name="app[]"][value=import]').uncheck();
    await page.locator('[name=mail_visit]').selectOption('digest');
    await page.locator('[name=quietFrom]').fill('25:00');
    await page.locator('[name=quietUntil]').fill('07:00');
    await page.locator('main form button[type=submit]').last().click();
    await expect(page.getByText(say('errors', 'invalidTime')).first()).toBeVisible();
    await expect(page.locator('[name=mail_visit]')).toHaveValue('digest');
    await page.locator('[name=quietFrom]').fill('22:30');
    await page.locator('main form button[type=submit]').last().click();
    await expect(page.getByText(say('notifications', 'settings.done')).first()).toBeVisible();
    await page.goto('/account/notifications');
    await expect(page.locator('[name=quietFrom]')).toHaveValue('22:30');
    await expect(page.locator('[name=mail_visit]')).toHaveValue('digest');
    await expect(page.locator('[name="app[]"][value=import]')).not.toBeChecked();
  });
}

test('the administrator adds a channel, tries it, and reads that an address inside the house is refused', async ({ signInAs }) => {
  const say = wordsIn('zh-CN');
  const page = await signInAs('administrator');
  const name = `群 ${Date.now()}`;
  await page.goto('/desk/settings/channels/new');
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=url]').fill('http://127.0.0.1:9/hook');
  await page.locator('[name=template]').fill('{"a":{{text}}}');
  await page.locator('main form button[type=submit]').first().click();
  await expect(page.getByText(say('errors', 'channel.template')).first()).toBeVisible();
  await page.locator('[name=template]').fill('');
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/desk\/settings\/channels$/);
  expect.soft(await findings(page)).toEqual([]);
  const row = page.locator('.row', { hasText: name });
  await expect(row.getByText(say('notifications', 'channels.off'))).toBeVisible();
  await row.getByRole('button', { name: say('notifications', 'channels.try') }).click();
  await expect(page.getByText(say('notifications', 'channels.tried')).first()).toBeVisible();
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByText(/private address/).count();
    }, { timeout: 20_000 })
    .toBeGreaterThan(0);
});

test('a frequent answer is kept and put into a message, also without a script', async ({ signInAs, database }) => {
  const say = wordsIn('zh-CN');
  const title = `答${Date.now() % 1_000_000}`;
  const page = await signInAs('liaison', { javaScript: false });
  await page.goto('/desk/settings/answers');
  await page.locator('#answer [name=title]').fill(title);
  await page.locator('#answer [name=body]').fill('请带营业执照副本到窗口。');
  await page.locator('#answer button[type=submit]').click();
  await expect(page.getByText(title).first()).toBeVisible();
  const { rows: [request] } = await database.query<{ id: string }>(
    "select r.id from requests r join memberships m on m.id = r.owner_id and m.center_id = r.center_id join persons p on p.id = m.person_id where p.phone = '13900000003' and r.state = 'accepted' order by r.id desc limit 1",
  );
  await page.goto(`/desk/requests/${request?.id}`);
  await page.getByText(say('centers', 'answers.insert')).click();
  await page.locator('#message').getByRole('link', { name: title }).click();
  await expect(page.locator('#message [name=body]')).toHaveValue('请带营业执照副本到窗口。');
});
