import { expect, test } from '../fixtures/test';

test('what the desk writes is told to the company within ten seconds, without a reload', async ({ signInAs, database }) => {
  const { rows: [request] } = await database.query<{ id: string }>(
    "select r.id from requests r join memberships m on m.company_id = r.company_id join persons p on p.id = m.person_id where p.phone = '13900000008' and r.state = 'accepted' order by r.id desc limit 1",
  );
  const company = await signInAs('company_owner');
  await company.goto('/my');
  const bell = company.locator('a[href="/my/notifications"]').first();
  const count = async () => Number(/\d+/.exec((await bell.textContent()) ?? '')?.[0] ?? 0);
  const before = await count();

  const desk = await signInAs('liaison');
  await desk.goto(`/desk/requests/${request?.id}`);
  await desk.locator('form:has([name=body]) [name=body]').fill('请下周一上午到 0712 室领取。');
  await desk.locator('form:has([name=body]) button[type=submit]').first().click();
  await expect(desk.getByText('请下周一上午到 0712 室领取。').first()).toBeVisible();
  await expect.poll(count, { timeout: 15_000 }).toBeGreaterThan(before);
  await company.goto('/my/notifications');
  await expect(company.locator('main').getByText(/0712|留言|消息|回复/).first()).toBeVisible();
});
