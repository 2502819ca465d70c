import type { Page } from '@playwright/test';
import yauzl from 'yauzl';
import { findings } from '../pages/axe';
import { again, expect, type Language, runsScripts, type SignIn, test } from '../fixtures/test';
import { wordsIn } from './words';

/** A notice that asks for words and a file: written at the desk, answered by a company on a phone, reminded, collected, closed. */
async function writeNotice(desk: Page, language: Language, title: string, company: string): Promise<string> {
  const say = wordsIn(language);
  await desk.goto('/desk/notices');
  await desk.getByRole('button', { name: say('notices', 'list.new') }).first().click();
  await desk.waitForURL(/\/desk\/notices\/[0-9a-f-]{36}$/);
  const path = new URL(desk.url()).pathname;
  // Sent without anything: the field says so, and what was ticked stays.
  await desk.locator('[name=wantsText]').check();
  await desk.locator('[name=wantsFiles]').check();
  await desk.locator('button[name=intent][value=recipients]').click();
  await expect(desk.locator('[name=title]')).toHaveAttribute('aria-invalid', 'true');
  await desk.locator('[name=title]').fill(title);
  await desk.locator('[name=body]').fill('请填写附件并回复。\n谢谢。');
  await desk.locator('[name=dueOn]').fill('2030-01-31');
  await desk.locator('button[name=intent][value=recipients]').click();
  await desk.waitForURL(/\/recipients/);
  await desk.locator('main input[name=q]').first().fill(company);
  await desk.locator('main form button[type=submit]').filter({ hasText: say('list', 'apply') }).first().click();
  await expect(desk.getByRole('status').filter({ hasText: say('notices', 'choose.count', { count: 1 }) })).toBeVisible();
  if (runsScripts(desk)) expect.soft(await findings(desk)).toEqual([]);
  await desk.getByRole('button', { name: say('notices', 'choose.useFilter', { count: 1 }) }).click();
  await desk.waitForURL((url) => url.pathname === path);
  await expect(desk.locator('[name=title]')).toHaveValue(title);
  await desk.getByRole('button', { name: say('notices', 'draft.send', { count: 1 }) }).click();
  await expect(desk.getByText(say('notices', 'standings.running')).first()).toBeVisible();
  if (runsScripts(desk)) expect.soft(await findings(desk)).toEqual([]);
  return path.split('/').at(-1) ?? '';
}

/** Files go nowhere until released. */
async function holdUploads(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/files', async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

async function answer(phone: Page, language: Language, id: string, options: SignIn): Promise<void> {
  const say = wordsIn(language);
  await phone.goto('/my');
  await phone.locator(`main a[href="/my/notices/${id}"]`).first().click();
  await phone.waitForURL(new RegExp(`/my/notices/${id}`));
  if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
  await phone.locator('[name=text]').fill('已填写，见附件。');
  // Without the file it is refused, and the words are still there.
  await phone.locator('button[name=intent][value=send]').click();
  await expect(phone.getByText(say('errors', 'notice.fileMissing')).first()).toBeVisible();
  await expect(phone.locator('[name=text]')).toHaveValue('已填写，见附件。');
  if (options.javaScript === false) await phone.locator('button[name=intent][value=save]').click();
  const release = await holdUploads(phone);
  await phone.locator('#files input[type=file]').setInputFiles({ name: '回执 表.txt', mimeType: 'text/plain', buffer: Buffer.from('回执\n', 'utf8') });
  const send = phone.locator('button[name=intent][value=send]');
  if (runsScripts(phone)) {
    // A thumb is faster than the line: a press while the file is still going up waits for it, and isn't answered without it.
    await expect(phone.locator('#files').getByRole('progressbar')).toBeVisible();
    await send.click();
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    release();
  } else {
    release();
    await phone.locator('#files').getByRole('button', { name: say('files', 'upload'), exact: true }).click();
    await expect(phone.locator('#files').getByText('回执 表.txt')).toBeVisible();
    await expect(phone.locator('[name=text]')).toHaveValue('已填写，见附件。');
    await send.click();
  }
  await expect(phone.getByText(say('notices', 'my.yours')).first()).toBeVisible();
  if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
}

async function namesIn(archive: string): Promise<string[]> {
  const names: string[] = [];
  await new Promise<void>((resolve, reject) =>
    yauzl.open(archive, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: yauzl.Entry) => names.push(entry.fileName));
      zip.on('end', resolve);
      zip.on('error', reject);
    }),
  );
  return names.sort();
}

for (const [language, options] of [
  ['zh-CN', { phone: true }],
  ['en', { phone: true, javaScript: false }],
] as const) {
  test(`a notice collects words and files, and nobody is forgotten (${language}${options.phone ? ', on a phone' : ''})`, again(language), async ({ signInAs, database }) => {
    test.setTimeout(120_000);
    const say = wordsIn(language);
    const { rows: [company] } = await database.query<{ name: string }>(
      "select c.name from companies c join memberships m on m.center_id = c.center_id and m.company_id = c.id join persons p on p.id = m.person_id where p.phone = '13900000008' and m.ended_at is null limit 1",
    );
    const name = company?.name ?? '';
    const title = `收集回执 ${Date.now()}`;
    const desk = await signInAs('liaison', { language });
    const id = await writeNotice(desk, language, title, name);
    await expect(desk.locator('main table').getByText(say('notices', 'progress.unread')).first()).toBeVisible();

    await desk.getByRole('button', { name: say('notices', 'file.remind', { count: 1 }) }).click();
    await expect(desk.getByText(say('notices', 'file.reminded', { count: 1 })).first()).toBeVisible();
    await expect(desk.getByRole('button', { name: say('notices', 'file.remind', { count: 1 }) })).toHaveCount(0);

    const phone = await signInAs('company_owner', { language, ...options });
    await answer(phone, language, id, options);

    await desk.goto(`/desk/notices/${id}`);
    await expect(desk.locator('main table').getByText(say('notices', 'progress.answered')).first()).toBeVisible();
    await desk.locator('main').getByRole('link', { name }).first().click();
    await expect(desk.getByText('已填写，见附件。')).toBeVisible();
    await expect(desk.getByRole('link', { name: '回执 表.txt' })).toBeVisible();
    await desk.goto(`/desk/notices/${id}`);
    const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: say('notices', 'file.zip') }).click()]);
    expect(download.suggestedFilename()).toContain(title);
    expect(await namesIn(await download.path())).toEqual([`${name}/回执 表.txt`, `${name}/${say('notices', 'sheet.answers')}`, say('notices', 'sheet.list')].sort());

    await desk.getByRole('link', { name: say('notices', 'file.close'), exact: true }).click();
    await desk.locator('#run [name=word]').fill('已收齐');
    await desk.locator('#run button[type=submit]').click();
    await expect(desk.getByText(say('notices', 'standings.closed')).first()).toBeVisible();
    await phone.goto(`/my/notices/${id}`);
    await expect(phone.locator('[name=text]')).toHaveCount(0);
    await expect(phone.getByText('已填写，见附件。')).toBeVisible();
  });
}
