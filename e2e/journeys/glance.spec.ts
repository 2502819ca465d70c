import { findings } from '../pages/axe';
import { expect, test } from '../fixtures/test';
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
