import { expect, type Language, test } from '../fixtures/test';
import { wordsIn } from './words';

for (const [language, javaScript] of [['zh-CN', true], ['en', true], ['zh-CN', false]] as [Language, boolean][]) {
  test(`a mentor writes a visit down and the company confirms it, ${language}${javaScript ? '' : ', without a script'}`, async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows: [own] } = await database.query<{ id: string }>("select company_id as id from memberships m join persons p on p.id = m.person_id where p.phone = '13900000008'");
    const mentor = await signInAs('mentor', { language, javaScript, phone: true });
    const advice = `先把知识产权台账补齐 ${language} ${javaScript}`;
    await mentor.goto('/mentor');
    await mentor.goto(`/mentor/visits/new?company=${own?.id}`);
    await mentor.locator('label:has([name="topics[]"])').first().click();
    await mentor.locator('[name=advice]').fill(advice);
    await mentor.locator('form:has([name=advice]) button[type=submit]').last().click();
    await mentor.waitForURL(/\/mentor\/visits\/[0-9a-f-]{36}$/);
    await expect(mentor.getByText(say('mentoring', 'states.recorded')).first()).toBeVisible();
    const id = mentor.url().split('/').at(-1) ?? '';

    const company = await signInAs('company_owner', { language, javaScript, phone: true });
    await company.goto(`/my/visits/${id}`);
    await expect(company.getByText(advice)).toBeVisible();
    await company.getByRole('button', { name: say('mentoring', 'answer.confirm'), exact: true }).click();
    await expect(company.getByText(say('mentoring', 'states.confirmed')).first()).toBeVisible();

    // What was confirmed is a numbered paper and can't be corrected any more.
    await company.goto(`/my/visits/${id}`);
    await company.locator('a[href^="/my/documents/"]').first().click();
    await expect(company.getByText(advice)).toBeVisible();
    await mentor.goto(`/mentor/visits/${id}`);
    await expect(mentor.locator(`a[href="/mentor/visits/${id}/correct"]`)).toHaveCount(0);
  });
}
