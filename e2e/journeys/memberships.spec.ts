import { newId } from '@/lib/kernel/ids';
import { servedTime } from '../fixtures/place';
import { expect, openSession, phoneOf, test } from '../fixtures/test';
import { wordsIn } from './words';

const say = wordsIn('zh-CN');

test('two tabs, two companies: a form acts for the one it was drawn under', async ({ freshPage, database }) => {
  // The founder of a second company, beside the one the demo gave the person.
  const { rows: [person] } = await database.query<{ phone: string; first: string; second: string; name: string }>(
    `select p.phone, p.name, m.company_id as first, other.id as second
       from memberships m join persons p on p.id = m.person_id
       join companies other on other.center_id = m.center_id and other.id <> m.company_id and other.state = 'incubating'
      where m.role = 'company_owner' and m.ended_at is null and p.phone <> $1
        and (select count(*) from memberships all_of where all_of.person_id = p.id) = 1 order by p.phone, other.id limit 1`,
    [phoneOf('company_owner')],
  );
  if (person === undefined) throw new Error('the demo has no other founder');
  const second = newId();
  await database.query(
    `insert into memberships (center_id, id, person_id, role, name, company_id, started_at, created_at, created_by, updated_at, updated_by)
     select center_id, $2, person_id, role, name, $3, $4, $4, created_by, $4, updated_by
       from memberships where person_id = (select id from persons where phone = $1)`,
    [person.phone, second, person.second, servedTime()],
  );
  const first = await freshPage();
  await openSession(database, first.context(), person.phone);
  await first.goto('/my/requests/new');

  const other = await first.context().newPage();
  await other.goto('/my');
  await other.locator('details:has(form) > summary').last().click();
  await other.locator(`form:has(input[name=membership][value="${second}"]) button`).click();
  await other.waitForURL(/\/my$/);
  const { rows: [name] } = await database.query<{ name: string }>('select name from companies where id = $1', [person.second]);
  await expect(other.getByText(name?.name ?? '').first()).toBeVisible();

  await first.getByRole('button', { name: '开始填写 咨询', exact: true }).click();
  await expect.poll(async () => {
    const { rows } = await database.query<{ id: string }>("select company_id as id from requests where state = 'draft' and company_id in ($1, $2)", [person.first, person.second]);
    return rows.map(({ id }) => id);
  }).toEqual([person.first]);
});

test('a role that was taken away works no more on the next click, and the typed text is kept', async ({ freshPage, database }) => {
  const phone = '13900000105';
  const page = await freshPage();
  await openSession(database, page.context(), phone);
  await page.goto('/desk/companies/new');
  await page.locator('main [name=name]').fill('甘肃不能丢科技有限公司');

  const { rows: [member] } = await database.query<{ id: string }>('select m.id from memberships m join persons p on p.id = m.person_id where p.phone = $1', [phone]);
  await database.query('update memberships set ended_at = $2 where id = $1', [member?.id, servedTime()]);
  try {
    await page.locator('main form:has([name=creditCode]) button[type=submit]').click();
    await expect(page.getByText(say('errors', 'wrongMembership')).first()).toBeVisible();
    await expect(page.locator('main [name=name]')).toHaveValue('甘肃不能丢科技有限公司');
    const answer = await page.context().newPage();
    await answer.goto('/desk');
    await expect(answer).not.toHaveURL(/\/desk$/);
  } finally {
    await database.query('update memberships set ended_at = null where id = $1', [member?.id]);
  }
});
