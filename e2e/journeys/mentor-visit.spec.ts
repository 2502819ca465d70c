import type { Page } from '@playwright/test';
import { findings } from '../pages/axe';
import { again, expect, type Language, phoneOf, test } from '../fixtures/test';
import { wordsIn } from './words';

/** A mentor's visit, on two phones: written down in a corridor, kept through a reload, answered by the company. */

const companyOf = `select m.company_id as id from memberships m join persons p on p.id = m.person_id where p.phone = $1 and m.ended_at is null`;
const many = 'select count(*)::int as many from visits where advice = $1';
const ADDRESS = /\/visits\/[0-9a-f-]{36}$/;

async function write(page: Page, language: Language, advice: string): Promise<void> {
  const say = wordsIn(language);
  await page.getByText(say('mentoring', 'topics.hnte'), { exact: true }).click();
  await page.locator('[name=advice]').fill(advice);
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`a visit is kept through a reload, sent once however often it is pressed, and confirmed with one tap (${language})`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows } = await database.query<{ id: string }>(companyOf, [phoneOf('company_owner')]);
    const advice = `先把研发辅助账按项目归集清楚 ${language} ${Date.now()}`;

    const mentor = await signInAs('mentor', { language, phone: true });
    await mentor.goto(`/mentor/visits/new?company=${rows[0]?.id ?? ''}`);
    await expect(mentor.getByText(say('mentoring', 'draft.empty'))).toBeVisible();
    expect.soft(await findings(mentor)).toEqual([]);
    await write(mentor, language, advice);
    await expect(mentor.locator('[role=status].pill-ok')).toBeVisible();
    await mentor.reload();
    await expect(mentor.locator('[name=advice]')).toHaveValue(advice);
    await mentor.getByRole('button', { name: say('mentoring', 'record.submit') }).dblclick();
    await mentor.waitForURL(ADDRESS);
    expect.soft(await findings(mentor)).toEqual([]);
    expect((await database.query<{ many: number }>(many, [advice])).rows[0]?.many).toBe(1);
    await mentor.goto(`/mentor/visits/new?company=${rows[0]?.id ?? ''}`);
    await expect(mentor.locator('[name=advice]')).toHaveValue('');

    const company = await signInAs('company_owner', { language, phone: true });
    await company.goto('/my/visits');
    expect.soft(await findings(company)).toEqual([]);
    const card = company.locator('.card-now-due', { hasText: advice });
    await card.getByRole('button', { name: say('mentoring', 'answer.confirm') }).click();
    await company.waitForURL(ADDRESS);
    await expect(company.getByText(say('mentoring', 'states.confirmed')).first()).toBeVisible();
    await company.getByRole('link', { name: say('mentoring', 'visit.print') }).click();
    await expect(company.getByText(advice)).toBeVisible();
  });
}

test('without a script the company says what is wrong, the mentor corrects it, and the company confirms', async ({ signInAs, database }) => {
  const say = wordsIn('zh-CN');
  const { rows } = await database.query<{ id: string }>(companyOf, [phoneOf('company_owner')]);
  const advice = `样机先攒够五百小时 ${Date.now()}`;
  const plain = { phone: true, javaScript: false } as const;

  const mentor = await signInAs('mentor', plain);
  await mentor.goto(`/mentor/visits/new?company=${rows[0]?.id ?? ''}`);
  await write(mentor, 'zh-CN', advice);
  await mentor.getByRole('button', { name: say('mentoring', 'record.submit') }).click();
  await expect(mentor).toHaveURL(ADDRESS);
  const visit = mentor.url().slice(-36);

  const company = await signInAs('company_owner', plain);
  await company.goto(`/my/visits/${visit}`);
  await company.locator('[name=remark]').fill('只谈了半小时。');
  await company.getByRole('button', { name: say('mentoring', 'answer.send') }).click();
  await expect(company.getByText(say('mentoring', 'states.disputed')).first()).toBeVisible();

  await mentor.goto('/mentor');
  await expect(mentor.getByText('只谈了半小时。')).toBeVisible();
  await mentor.goto(`/mentor/visits/${visit}/correct`);
  await mentor.locator('label.chip', { hasText: say('mentoring', 'record.minutesOption', { minutes: 30 }) }).click();
  await mentor.getByRole('button', { name: say('mentoring', 'correct.submit') }).click();
  await expect(mentor.getByText(say('mentoring', 'states.recorded')).first()).toBeVisible();

  await company.goto(`/my/visits/${visit}`);
  await expect(company.getByText(say('mentoring', 'minutes', { minutes: 30 }))).toBeVisible();
  await company.getByRole('button', { name: say('mentoring', 'answer.confirm') }).click();
  await expect(company.getByText(say('mentoring', 'states.confirmed')).first()).toBeVisible();
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`a visit of the wrong company is withdrawn with a reason, without a script, and stays to be seen (${language})`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows } = await database.query<{ id: string }>(companyOf, [phoneOf('company_owner')]);
    const plain = { phone: true, javaScript: false, language } as const;
    const mentor = await signInAs('mentor', plain);
    await mentor.goto(`/mentor/visits/new?company=${rows[0]?.id ?? ''}`);
    await write(mentor, language, `这次去的是另一家 ${language} ${Date.now()}`);
    await mentor.getByRole('button', { name: say('mentoring', 'record.submit') }).click();
    await expect(mentor).toHaveURL(ADDRESS);
    const visit = mentor.url().slice(-36);

    const form = mentor.locator('#withdraw');
    await form.getByRole('button', { name: say('mentoring', 'withdraw.submit') }).click();
    await expect(form.locator('[name=reason]')).toHaveAttribute('aria-invalid', 'true');
    const reason = `记错了企业 ${Date.now()}`;
    await form.locator('[name=reason]').fill(reason);
    await form.getByRole('button', { name: say('mentoring', 'withdraw.submit') }).click();
    await expect(mentor.getByText(say('mentoring', 'states.withdrawn'), { exact: true })).toBeVisible();
    await expect(mentor.locator('#withdraw')).toHaveCount(0);
    await mentor.goto(`/mentor/visits/${visit}/correct`);
    await expect(mentor.locator('[name=advice]')).toHaveCount(0);

    const company = await signInAs('company_owner', plain);
    await company.goto(`/my/visits/${visit}`);
    await expect(company.getByText(reason).first()).toBeVisible();
    await expect(company.getByRole('button', { name: say('mentoring', 'answer.confirm') })).toHaveCount(0);
    expect((await database.query('select 1 from visits where id = $1 and state = $2', [visit, 'withdrawn'])).rowCount).toBe(1);
  });
}
