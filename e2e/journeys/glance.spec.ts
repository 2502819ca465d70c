import { randomUUID } from 'node:crypto';
import { findings } from '../pages/axe';
import { again, expect, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

test('one look at a company says who has it, what is open and due, and what others did since', async ({ signInAs, database }) => {
  const { rows: [company] } = await database.query<{ id: string }>("select m.company_id as id from memberships m join persons p on p.id = m.person_id where p.phone = '13900000008'");
  const me = await signInAs('counsellor', { javaScript: false });
  await me.goto(`/desk/companies/${company?.id}`);
  await expect(me.getByText(say('glance', 'who')).first()).toBeVisible();
  await me.getByRole('button', { name: say('glance', 'looked') }).click();
  await expect(me.getByRole('button', { name: say('glance', 'looked') })).toHaveCount(0);

  const other = await signInAs('manager');
  await other.goto(`/desk/companies/${company?.id}/contacts/new`);
  const form = other.locator('main form:has([name=phone])');
  await form.locator('[name=name]').fill('新来的财务');
  await form.locator('button[type=submit]').click();
  await other.waitForURL(new RegExp(`/desk/companies/${company?.id}$`));
  expect.soft(await findings(other)).toEqual([]);

  await me.goto(`/desk/companies/${company?.id}`);
  await expect(me.getByText(say('glance', 'changedTitle'))).toBeVisible();
  await expect(me.getByRole('button', { name: say('glance', 'looked') })).toBeVisible();
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`what the company has to do stands there with its day: figures, a condition, a notice (${language})`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    // The center's own running round, a condition and a notice that nobody has answered, each of its own day.
    const { rows: [company] } = await database.query<{ id: string; center: string; year: number }>(
      `select a.company_id as id, a.center_id as center, r.year from collection_answers a join collection_rounds r on r.id = a.round_id and r.closed_at is null join centers s on s.id = a.center_id and s.slug = 'lanzhou' join companies c on c.id = a.company_id and c.state = 'incubating' where a.state = 'waiting' order by a.company_id offset $1 limit 1`,
      [language === 'en' ? 41 : 40],
    );
    const { id = '', center = '', year = 0 } = company ?? {};
    const [application, notice, recipient] = [randomUUID(), randomUUID(), randomUUID()];
    await database.query("insert into applications (center_id, id, number, state, company_id, name, condition_text, condition_due_on, created_at, updated_at) values ($1, $2::uuid, $2::text, 'admitted', $3, '附条件企业', '迁入注册地', '2026-11-10', now(), now())", [center, application, id]);
    await database.query("insert into notices (center_id, id, number, state, title, wants_text, due_on, sent_at, recipients, created_at, updated_at) values ($1, $2::uuid, $2::text, 'sent', '报送安全自查', true, '2026-11-24', now(), 1, now(), now())", [center, notice]);
    await database.query('insert into notice_recipients (center_id, id, notice_id, company_id, sent_at, created_at) values ($1, $2, $3, $4, now(), now())', [center, recipient, notice, id]);
    const page = await signInAs('liaison', { language });
    await page.goto(`/desk/companies/${id}`);
    const line = (kind: string, name: string) => page.locator('main a.row').filter({ hasText: say('glance', 'waitsText', { kind, name }) });
    await expect(line('round', String(year))).toHaveAttribute('href', `/desk/companies/${id}/facts/${year}`);
    await expect(line('condition', '迁入注册地')).toHaveAttribute('href', `/desk/admission/${application}`);
    await expect(line('condition', '迁入注册地').locator('.text-late')).toHaveText(say('glance', 'waitsLate', { day: '2026-11-10', days: 10 }));
    await expect(line('notice', '报送安全自查').locator('.text-due')).toHaveText(say('glance', 'waitsDue', { day: '2026-11-24', days: 4 }));
    expect.soft(await findings(page)).toEqual([]);
    await line('notice', '报送安全自查').click();
    await page.waitForURL(`**/desk/notices/${notice}/answers/${id}`);
    await page.goto(`/desk/companies/${id}`);
    await line('condition', '迁入注册地').click();
    await page.waitForURL(`**/desk/admission/${application}`);
  });
}
