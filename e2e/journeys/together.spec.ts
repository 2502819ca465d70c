import type { Page } from '@playwright/test';
import type { Client } from 'pg';
import { findings } from '../pages/axe';
import { again, expect, type Language, phoneOf, runsScripts, test } from '../fixtures/test';
import { wordsIn } from './words';

/**
 * What stands around a request: whether the other side has read, who is named in a note, what belongs together with it, the
 * same asked twice, and the sample file that was there before anybody typed.
 */
async function fileOne(phone: Page, language: Language, title: string): Promise<string> {
  const say = wordsIn(language);
  await phone.goto('/my/requests/new');
  const card = phone.locator('main section', { has: phone.getByRole('heading', { name: language === 'en' ? 'Consultation' : '咨询', exact: true }) });
  await card.getByRole('button', { name: say('service-desk', 'my.start') }).click();
  await phone.waitForURL(/\/my\/requests\/[0-9a-f-]{36}/);
  await phone.locator('[name=title]').fill(title);
  await phone.locator('[name=body]').fill('想问清楚再办。');
  await phone.locator('button[name=intent][value=submit]').click();
  await expect(phone.getByText(say('service-desk', 'states.submitted')).first()).toBeVisible();
  return /[0-9a-f-]{36}/.exec(phone.url())?.[0] ?? '';
}

async function numberOf(database: Client, request: string): Promise<string> {
  const { rows } = await database.query<{ number: string }>('select number from requests where id = $1', [request]);
  return rows[0]?.number ?? '';
}

async function say(page: Page, language: Language, text: string, how: { internal?: boolean; mention?: string } = {}): Promise<void> {
  const words = wordsIn(language);
  await page.locator('#message [name=body]').fill(text);
  if (how.internal) await page.locator('#message [name=internal]').check();
  if (how.mention !== undefined) await page.locator('#message [name=mention]').selectOption({ label: how.mention });
  await page.locator('#message').getByRole('button', { name: words('service-desk', 'act.sendMessage') }).click();
  await expect(page.locator('#message li').getByText(text)).toBeVisible();
}

async function act(desk: Page, request: string, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await desk.goto(`/desk/requests/${request}?do=${name}`);
  for (const [field, value] of Object.entries(fields)) await desk.locator(`#act [name=${field}]`).fill(value);
  await desk.locator('#act button[type=submit]').click();
  await expect(desk.locator('#act')).toHaveCount(0);
}

for (const [language, javaScript] of [['zh-CN', true], ['en', false]] as const) {
  test(`read on both sides, named, linked and merged: ${language}${javaScript ? '' : ', without a script'}`, again(language), async ({ signInAs, database }) => {
    test.slow();
    const words = wordsIn(language);
    const unread = words('service-desk', 'file.unread');
    const read = words('service-desk', 'file.readAt');
    const fresh = words('service-desk', 'file.new');
    const options = { language, javaScript };
    const [desk, finance, phone] = [await signInAs('liaison', options), await signInAs('finance', options), await signInAs('company_owner', { ...options, phone: true })];
    const stamp = Date.now() % 1_000_000;
    const [stays, goes] = [await fileOne(phone, language, `续租 ${stamp}`), await fileOne(phone, language, `再问续租 ${stamp}`)];

    // The company asks; it sees that nobody has read, until the desk has.
    await phone.goto(`/my/requests/${stays}`);
    await say(phone, language, '什么时候答复？');
    await expect(phone.locator('#message').getByText(unread)).toBeVisible();
    await desk.goto(`/desk/requests/${stays}`);
    await expect(desk.locator('#message li', { hasText: '什么时候答复？' }).getByText(fresh, { exact: true })).toBeVisible();
    await expect(async () => {
      await phone.reload();
      await expect(phone.locator('#message').getByText(read)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await desk.reload();
    await expect(desk.locator('#message').getByText(fresh, { exact: true })).toHaveCount(0);

    // The desk answers, and names somebody from finance in a note; the company finds the answer in its inbox, and no note.
    const { rows: [colleague] } = await database.query<{ name: string }>('select m.name from memberships m join persons p on p.id = m.person_id where p.phone = $1 and m.ended_at is null', [phoneOf('finance')]);
    await say(desk, language, '请核一遍租金', { internal: true, mention: colleague?.name ?? '' });
    await say(desk, language, '明天答复您。');
    await expect(desk.locator('#message').getByText(unread)).toBeVisible();
    if (runsScripts(desk)) expect.soft(await findings(desk)).toEqual([]);
    await phone.goto('/my');
    await expect(phone.locator('main').getByText(words('service-desk', 'home.unread', { title: `续租 ${stamp}`, count: 1 })).first()).toBeVisible();
    await phone.locator(`main a[href="/my/requests/${stays}#message"]`).first().click();
    await expect(phone.locator('#message').getByText('明天答复您。')).toBeVisible();
    await expect(phone.locator('#message').getByText('请核一遍租金')).toHaveCount(0);
    if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
    await expect(async () => {
      await desk.reload();
      await expect(desk.locator('#message').getByText(read)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await phone.goto('/my');
    await expect(phone.locator(`main a[href="/my/requests/${stays}#message"]`)).toHaveCount(0);
    await expect(async () => {
      await finance.goto('/desk/notifications');
      await expect(finance.locator('main').getByText(`续租 ${stamp}`).first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });

    // The two belong together, and then turn out to be one.
    await act(desk, stays, 'link', { number: await numberOf(database, goes), reason: '同一间房' });
    await phone.goto(`/my/requests/${goes}`);
    await expect(phone.locator('#related').getByText('同一间房')).toBeVisible();
    await desk.goto(`/desk/requests/${goes}`);
    await desk.locator('#related').getByRole('button', { name: words('service-desk', 'act.unlink') }).click();
    await expect(desk.locator('#related')).toHaveCount(0);
    await act(desk, goes, 'merge', { number: await numberOf(database, stays), reason: '问的是同一件事' });
    await expect(desk.getByText(words('service-desk', 'states.merged')).first()).toBeVisible();
    await phone.goto(`/my/requests/${goes}`);
    await phone.locator('main').getByRole('link', { name: await numberOf(database, stays) }).click();
    await phone.waitForURL(new RegExp(stays));
    await expect(phone.locator('#related').getByText('问的是同一件事')).toBeVisible();
    if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
  });
}

test('a sample is added to the next version and downloaded where the company reads what it needs', async ({ signInAs, database }) => {
  test.slow();
  const words = wordsIn('zh-CN');
  const [manager, phone] = [await signInAs('manager'), await signInAs('company_owner', { phone: true, javaScript: false })];
  const { rows: [item] } = await database.query<{ id: string }>("select i.id from service_items i join centers c on c.id = i.center_id where c.slug = 'lanzhou' and i.key = 'literature'");
  await manager.goto(`/desk/catalogue/${item?.id}/edit`);
  await manager.locator('main form button[type=submit]').first().click();
  await manager.waitForURL(/version=draft/);
  await manager.locator('#samples input[type=file]').first().setInputFiles({ name: '课题资料样表.txt', mimeType: 'text/plain', buffer: Buffer.from('样表\n', 'utf8') });
  await expect(manager.locator('#samples').getByRole('link', { name: '课题资料样表.txt' })).toBeVisible();
  expect.soft(await findings(manager)).toEqual([]);
  await phone.goto(`/my/requests/new/${item?.id}`);
  await expect(phone.getByText('课题资料样表.txt')).toHaveCount(0);
  await manager.locator('#publish button[type=submit]').click();
  await expect(manager.locator('#samples')).toHaveCount(0);
  await phone.goto(`/my/requests/new/${item?.id}`);
  const [download] = await Promise.all([phone.waitForEvent('download'), phone.getByRole('link', { name: words('service-desk', 'catalogue.sample', { name: '课题资料样表.txt' }) }).click()]);
  expect(download.suggestedFilename()).toBe('课题资料样表.txt');
});

test('a frequent answer goes beside what is typed already, into a correction too', async ({ signInAs, database }) => {
  const words = wordsIn('zh-CN');
  const desk = await signInAs('liaison');
  const { rows: [request] } = await database.query<{ id: string }>(
    "select r.id from requests r join memberships m on m.id = r.owner_id and m.center_id = r.center_id join persons p on p.id = m.person_id where p.phone = $1 and r.state = 'accepted' order by r.id desc limit 1",
    [phoneOf('liaison')],
  );
  await desk.goto(`/desk/requests/${request?.id}?do=return`);
  await desk.locator('#act [name=items]').fill('合同缺第二页\n');
  await desk.locator('#act').getByText(words('centers', 'answers.insert')).click();
  await desk.locator('#act').getByRole('link', { name: '材料不全' }).click();
  await expect(desk.locator('#act [name=items]')).toHaveValue(/^合同缺第二页\n您好，材料还差几项/);
});
