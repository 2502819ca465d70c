import { findings } from '../pages/axe';
import { origin } from '../fixtures/place';
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

test('what Next would turn down by itself is answered by the product: addresses nobody can read, other methods, forms of other sites', async ({ freshPage }) => {
  const page = await freshPage();
  const ask = async (path: string, options: { method?: string; headers?: Record<string, string>; multipart?: Record<string, string> } = {}) => {
    const response = await page.request.fetch(`${origin}${path}`, { maxRedirects: 0, ...options });
    return { status: response.status(), text: await response.text() };
  };
  const notFound = wordsIn('zh-CN')('shell', 'message.notFoundTitle');
  for (const path of ['/%E0%A4%A', '/%', '/desk/requests/%E0%A4%A', '/api/files/%E0%A4%A', '/%00', '/lanzhou%00']) {
    const { status, text } = await ask(path);
    expect(status, path).toBe(404);
    expect(text, path).toContain(notFound);
  }
  expect((await ask('/verify?number=BJ%00&check=%00')).status).toBe(200);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect((await ask('/sign-in', { method })).status, method).toBe(405);
  expect((await ask('/sign-in', { method: 'POST', headers: { origin }, multipart: { identifier: 'x'.repeat(2_200_000) } })).status).toBe(413);
  const foreign = await ask('/sign-in', { method: 'POST', headers: { origin: 'https://elsewhere.example', cookie: 'locale=en' }, multipart: { $ACTION_ID_00: '' } });
  expect(foreign.status).toBe(403);
  expect(foreign.text).toContain(wordsIn('en')('shell', 'message.foreignTitle'));
});
