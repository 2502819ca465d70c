import { findings } from '../pages/axe';
import { expect, phoneOf, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');
const year = '2023';

test('a company states its year, staff send one figure back and verify the rest; every figure tells where it is from', async ({ signInAs, database }) => {
  const { rows: [me] } = await database.query<{ company: string }>('select m.company_id as company from memberships m join persons p on p.id = m.person_id where p.phone = $1', [phoneOf('company_owner')]);
  const company = me?.company ?? '';
  await database.query("delete from company_facts where company_id = $1 and year between $2 and $3", [company, Number(year) - 1, year]);

  const boss = await signInAs('company_owner');
  await boss.goto(`/my/company/facts/${year}`);
  await boss.locator('[name=staff]').fill('20');
  await boss.locator('[name=college]').fill('21');
  await boss.locator('[name=revenue]').fill('1,310.5');
  await boss.locator('main form button[type=submit]').last().click();
  // What is wrong stands at its field, and nothing typed is lost.
  await expect(boss.getByText(say('errors', 'facts.above.staff')).first()).toBeVisible();
  await expect(boss.locator('[name=revenue]')).toHaveValue('1,310.5');
  await boss.locator('[name=college]').fill('18');
  await boss.locator('main form button[type=submit]').last().click();
  await boss.waitForURL(/\/my\/company\/facts$/);

  const liaison = await signInAs('liaison');
  await liaison.goto(`/desk/companies/${company}/facts`);
  await liaison.goto(`/desk/companies/${company}/facts/${year}`);
  const row = liaison.locator('#waiting .row', { hasText: say('facts', 'keys.college') });
  await row.locator('summary').click();
  await row.locator('[name=reason]').fill('和社保名单不一致');
  await row.locator('form button[type=submit]').last().click();
  await expect(liaison.locator('#waiting .row')).toHaveCount(2);
  expect.soft(await findings(liaison)).toEqual([]);
  await liaison.locator('#waiting .card-head button').click();
  await expect(liaison.locator('#waiting')).toHaveCount(0);

  await boss.goto('/my/company/facts');
  await expect(boss.getByText('和社保名单不一致')).toBeVisible();
  await boss.goto(`/my/company/facts/${year}?key=revenue`);
  await expect(boss.locator('#history').getByText(say('facts', 'states.verified'))).toBeVisible();
  await boss.goto('/my/company');
  await expect(boss.getByText(/核实了.*2023 年的 2 项数据/).first()).toBeVisible();
});

test('a company proposes what has changed and staff take it over', async ({ signInAs, database }) => {
  const { rows: [me] } = await database.query<{ company: string }>('select m.company_id as company from memberships m join persons p on p.id = m.person_id where p.phone = $1', [phoneOf('company_owner')]);
  const boss = await signInAs('company_owner', { language: 'en' });
  await boss.goto('/my/company/profile');
  await boss.locator('#propose summary').click();
  await boss.locator('#propose [name=address]').fill('雁滩园区创新园 B-0606（演示）');
  await boss.locator('#propose [name=registrationType]').selectOption('160');
  await boss.locator('#propose button[type=submit]').click();
  // The demo's own proposal waits there too until this one takes its place.
  await expect(boss.locator('main')).toContainText('B-0606');
  await expect(boss.getByText(wordsIn('en')('profile', 'proposal.waiting'))).toBeVisible();

  const liaison = await signInAs('liaison');
  await liaison.goto(`/desk/companies/${me?.company}/profile`);
  await expect(liaison.locator('#proposal')).toContainText('B-0606');
  expect.soft(await findings(liaison)).toEqual([]);
  await liaison.locator('#proposal form button[type=submit]').first().click();
  await expect(liaison.locator('#proposal')).toHaveCount(0);
  await expect(liaison.locator('#profile')).toContainText(say('profile', 'registration.160'));
});
