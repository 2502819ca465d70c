import { findings } from '../pages/axe';
import { expect, type Language, test } from '../fixtures/test';
import { wordsIn } from './words';

const languages: Language[] = ['zh-CN', 'en'];

for (const language of languages) {
  test(`what isn't there, what is foreign and what is closed say so in the product's look, ${language}`, async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows: [foreign] } = await database.query<{ company: string; request: string }>(
      `select (select id from companies c where c.center_id = s.id order by id limit 1) as company, (select id from requests r where r.center_id = s.id and state <> 'draft' order by id limit 1) as request
         from centers s where s.slug = 'yanshi'`,
    );
    const desk = await signInAs('director', { language });
    const missing = ['/desk/nowhere', '/desk/companies/not-an-id', `/desk/companies/${foreign?.company}`, `/desk/requests/${foreign?.request}`, '/desk/requests/0193b0a0-0000-7000-8000-000000000000', '/nowhere'];
    for (const address of missing) {
      expect((await desk.goto(address))?.status(), address).toBe(404);
      await expect(desk.getByRole('heading', { name: say('shell', 'message.notFoundTitle') }), address).toBeVisible();
      await expect(desk.locator('html')).toHaveAttribute('lang', language);
    }
    expect(await findings(desk)).toEqual([]);
    const company = await signInAs('company_owner', { language, phone: true });
    for (const address of ['/desk', '/desk/companies', '/admin', '/mentor']) {
      expect((await company.goto(address))?.status(), address).toBe(403);
      await expect(company.getByRole('heading', { name: say('shell', 'message.forbiddenTitle') })).toBeVisible();
    }
    expect(await findings(company)).toEqual([]);
  });
}
