import { findings } from '../pages/axe';
import { again, expect, test } from '../fixtures/test';
import { wordsIn } from './words';

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: an extension of the past is entered with its paper, and the company is overdue no longer`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows: [company] } = await database.query<{ id: string; name: string; due: string }>(
      "select c.id, c.name, c.due_on::text as due from companies c join centers s on s.id = c.center_id and s.slug = 'lanzhou' where c.demo and c.state = 'incubating' and c.extended_until is null and c.due_on < current_date - 30 order by c.due_on desc, c.id offset $1 limit 1",
      [language === 'en' ? 1 : 0],
    );
    const seen = await signInAs('liaison', { language });
    await seen.goto(`/desk/companies/${company?.id}/road`);
    expect.soft(await findings(seen)).toEqual([]);
    const page = await signInAs('liaison', { language, javaScript: false });
    await page.goto(`/desk/companies/${company?.id}/road`);
    const form = page.locator('#enter-extension');
    await form.locator('[name=onDay]').fill(company?.due ?? '');
    await form.locator('[name=untilOn]').fill('2030-12-31');
    await form.locator('button[type=submit]').click();
    await expect(form.getByText(say('errors', 'required')).first()).toBeVisible();
    await form.locator('[name=paper]').fill('测字〔2024〕9号');
    await form.locator('[name=reason]').fill('中试没有完成');
    await form.locator('button[type=submit]').click();
    await page.waitForURL(/road\/[0-9a-f-]{36}/);
    await expect(page.getByText('测字〔2024〕9号').first()).toBeVisible();
    const { rows: [now] } = await database.query<{ due: string }>('select due_on::text as due from companies where id = $1', [company?.id]);
    expect(now?.due).toBe('2030-12-31');
    await page.goto(`/desk/companies?due=over&q=${encodeURIComponent(company?.name ?? '')}`);
    await expect(page.getByRole('link', { name: company?.name ?? '', exact: true })).toHaveCount(0);
  });
}
