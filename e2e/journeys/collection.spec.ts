import { findings } from '../pages/axe';
import { again, expect, phoneOf, test } from '../fixtures/test';
import { wordsIn } from './words';

// Both languages answer for one company: one after the other.
test.describe.configure({ mode: 'default' });

for (const language of ['zh-CN', 'en'] as const) {
  test(`the yearly collection: left, found again, sent, reminded and verified together (${language})`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows: [open] } = await database.query<{ round: string; company: string; year: number }>(
      `select a.round_id as round, a.company_id as company, r.year from collection_answers a join collection_rounds r on r.id = a.round_id join memberships m on m.company_id = a.company_id join persons p on p.id = m.person_id
        where p.phone = $1 and r.closed_at is null`,
      [phoneOf('company_owner')],
    );
    const { round = '', company = '', year = 0 } = open ?? {};
    await database.query("update collection_answers set state = 'waiting', draft = '{}', answered_at = null where round_id = $1 and company_id = $2", [round, company]);
    await database.query('delete from company_facts where company_id = $1 and year >= $2', [company, year - 1]);

    const boss = await signInAs('company_owner', { language });
    await boss.goto('/my');
    await boss.locator(`main a[href="/my/collection/${round}"]`).first().click();
    await boss.waitForURL(/collection/);
    const fill = async (name: string, value: string) => boss.locator(`[name=${name}]`).fill(value);
    await fill('revenue', '880.5');
    // It is kept by itself; whoever comes back finds it.
    await expect(boss.locator('.autosave')).not.toHaveText('', { timeout: 10_000 });
    await expect(boss.locator('.autosave')).toContainText(/\d\d:\d\d/);
    await boss.goto('/my');
    await boss.goto(`/my/collection/${round}`);
    await expect(boss.locator('[name=revenue]')).toHaveValue('880.5');
    const rest = { totalIncome: '900', netProfit: '-12', totalAssets: '1000', liabilities: '300', netAssets: '600', taxesPaid: '20', rdAccounting: '90', staff: '20', phd: '1', college: '15', freshGraduates: '2' };
    for (const [name, value] of Object.entries(rest)) await fill(name, value);
    await boss.locator('button[name=intent][value=submit]').click();
    await expect(boss.getByText(say('errors', 'facts.balance')).first()).toBeVisible();
    await fill('netAssets', '700');
    expect.soft(await findings(boss)).toEqual([]);
    await boss.locator('button[name=intent][value=submit]').click();
    await boss.waitForURL(/\/my$/);

    const manager = await signInAs('manager', { language });
    await manager.goto(`/desk/companies/collection/${round}?state=answered&q=${encodeURIComponent((await database.query<{ name: string }>('select name from companies where id = $1', [company])).rows[0]?.name ?? '')}`);
    expect.soft(await findings(manager)).toEqual([]);
    await manager.locator(`input[name="companies[]"][value="${company}"]`).check();
    await manager.locator('#bulk button[type=submit]').click();
    await expect
      .poll(async () => (await database.query("select from company_facts where company_id = $1 and year = $2 and state = 'verified'", [company, year])).rowCount)
      .toBe(12);
    await manager.goto(`/desk/companies/${company}/facts`);
    await expect(manager.getByText('880.50').first()).toBeVisible();
  });
}
