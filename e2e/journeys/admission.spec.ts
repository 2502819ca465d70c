import { randomInt } from 'node:crypto';
import { newId } from '@/lib/kernel/ids';
import { again, expect, test } from '../fixtures/test';
import { wordsIn } from './words';

const password = '雁滩河畔的七棵老柳树';

for (const language of ['zh-CN', 'en'] as const) {
  test(`a prospect applies, is reviewed, admitted on a condition, and graduates with a certificate (${language})`, again(language), async ({ freshPage, signInAs, database }) => {
    test.setTimeout(240_000);
    const say = wordsIn(language);
    const serial = String(randomInt(10_000_000, 99_999_999));
    const name = `甘肃启程${serial}科技有限公司`;

    const prospect = await freshPage({ language });
    await prospect.goto('/lanzhou');
    await prospect.getByRole('link', { name: say('admission', 'public.start') }).click();
    await prospect.locator('[name=name]').fill('启程人');
    await prospect.locator('[name=phone]').fill(`139${serial}`);
    await prospect.locator('[name=newPassword]').fill(password);
    await prospect.locator('[name=repeatPassword]').fill(password);
    await prospect.locator('[name=consent]').check();
    await prospect.locator('main form button[type=submit]').first().click();
    await prospect.waitForURL(/\/apply$/);
    await prospect.getByRole('button', { name: say('admission', 'apply.start') }).first().click();
    await prospect.waitForURL(/\/apply\/[0-9a-f-]{36}$/);
    // Handed in unfinished, it says what is missing and keeps what was typed.
    await prospect.locator('[name=name]').fill(name);
    await prospect.getByRole('button', { name: say('admission', 'draft.submit') }).click();
    await expect(prospect.locator('.field-error').first()).toBeVisible();
    await expect(prospect.locator('[name=name]')).toHaveValue(name);
    await prospect.locator('[name=contactPhone]').fill(`139${serial}`);
    await prospect.locator('[name=establishedOn]').fill('2026-01-05');
    await prospect.locator('[name=registered][value=elsewhere]').check();
    await prospect.locator('[name=works][value=here]').check();
    await prospect.locator('[name=termField]').selectOption('general');
    await prospect.locator('[name="technology[]"][value=ip]').check();
    await prospect.locator('[name=product]').fill('工业视觉检测');
    await prospect.locator('[name=team]').fill('6');
    await prospect.getByRole('button', { name: say('admission', 'draft.submit') }).click();
    await expect(prospect.getByText(/RF-\d{4}-/).first()).toBeVisible();

    const manager = await signInAs('manager', { language });
    await manager.goto(`/desk/admission?q=${encodeURIComponent(name)}`);
    await manager.getByRole('link', { name }).first().click();
    await manager.waitForURL(/\/desk\/admission\/[0-9a-f-]{36}/);
    const file = manager.url();
    await manager.getByRole('button', { name: say('admission', 'act.accept') }).first().click();
    await manager.getByRole('alertdialog').getByRole('button', { name: say('admission', 'act.accept') }).click();
    await expect(manager.locator('#score')).toBeVisible();
    for (const [key, points] of Object.entries({ c1: '18', c2: '20', c3: '15', c4: '15', c5: '12' })) await manager.locator(`[name=points_${key}]`).fill(points);
    await manager.locator('#score [name=words]').fill('可以附条件入孵');
    await manager.locator('#score button[type=submit]').click();
    await expect(manager.getByText(say('admission', 'review.average', { score: 80 }))).toBeVisible();
    // What isn't met needs a condition; the sentence says so and nothing is lost.
    await manager.goto(file);
    await manager.locator('#admit button[type=submit]').click();
    await expect(manager.locator('#admit .field-error').first()).toBeVisible();
    await manager.locator('#admit [name=conditionText]').fill('注册地迁入');
    // Before there were any conditions nobody can be judged by them.
    await manager.locator('#admit [name=admittedOn]').fill('2018-12-13');
    await manager.locator('#admit [name=conditionDueOn]').fill('2027-05-31');
    await manager.locator('#admit button[type=submit]').click();
    await expect(manager.locator('#admit .field-error', { hasText: say('errors', 'admission.noRules', { day: '2018-12-13' }) })).toBeVisible();
    await expect(manager.locator('#admit [name=conditionText]')).toHaveValue('注册地迁入');
    await manager.locator('#admit [name=admittedOn]').fill('2026-11-20');
    await manager.locator('#admit button[type=submit]').click();
    await expect(manager.getByText(say('admission', 'states.admitted')).first()).toBeVisible();

    // The applicant's sign-in is the company's now.
    await prospect.context().clearCookies({ name: 'next-auth.session-token' });
    await prospect.goto('/sign-in');
    await prospect.locator('[name=identifier]').fill(`139${serial}`);
    await prospect.locator('input[name=password]').fill(password);
    await prospect.locator('form:has(input[name=password]) button[type=submit]').click();
    await prospect.waitForURL(/\/my$/);

    await manager.getByRole('link', { name }).first().click();
    await manager.waitForURL(/\/desk\/companies\//);
    const company = new URL(manager.url()).pathname.split('/')[3] ?? '';
    await manager.goto(`/desk/companies/${company}/graduate`);
    await expect(manager.getByText(say('graduation', 'noneMet')).first()).toBeVisible();
    await manager.locator('#give [name=condition]').selectOption('hnte');
    await manager.locator('#give [name=words]').fill('GR202662000001');
    await manager.locator('#give button[type=submit]').click();
    await expect(manager.locator('#confirm button[type=submit]')).toBeVisible();
    await manager.locator('#confirm button[type=submit]').click();
    await manager.waitForURL(/\/desk\/documents\//);
    await expect(manager.getByText(/ZM-\d{4}-/).first()).toBeVisible();
    const { rows: [paper] } = await database.query<{ code: string }>('select code from documents where company_id = $1', [company]);
    await prospect.goto(`/verify/${paper?.code}`);
    await expect(prospect.getByText(say('documents', 'verify.matches')).first()).toBeVisible();
    await prospect.goto('/my/company');
    await expect(prospect.getByText(say('road', 'kinds.graduated')).first()).toBeVisible();
  });
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`a request alone admits nobody: without an application under review it is refused and says what is missing (${language})`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const [company, request] = [newId(), newId()];
    const name = `甘肃只有办件${randomInt(10_000_000, 99_999_999)}科技有限公司`;
    // A prospect's request as it stands once every lane has agreed, made from one of the demo.
    await database.query(
      `with asked as (
         select r.* from requests r join service_items i on i.center_id = r.center_id and i.id = r.item_id join centers c on c.id = r.center_id
          where c.slug = 'lanzhou' and i.key = 'admission' and r.state = 'accepted' limit 1
       ), prospect as (
         insert into companies (center_id, id, name, state, created_at, updated_at) select center_id, $1, $2, 'prospect', updated_at, updated_at from asked returning center_id, id
       ), filed as (
         insert into requests select (jsonb_populate_record(null::requests, to_jsonb(asked) || jsonb_build_object('id', $3::uuid, 'number', $4::text, 'company_id', prospect.id, 'declared_by', null, 'supervised_until', null, 'lane_waits', false))).* from asked, prospect returning center_id, id, company_id, updated_at
       )
       insert into approval_rounds (center_id, id, subject_type, subject_id, company_id, state, from_on, opened_at, closed_at)
       select center_id, $5, 'request', id, company_id, 'agreed', '2026-11-16', updated_at, updated_at from filed`,
      [company, name, request, `FW-2026-9${randomInt(10_000_000, 99_999_999)}`, newId()],
    );
    const manager = await signInAs('manager', { language });
    await manager.goto(`/desk/requests/${request}?do=complete`);
    const lacking = say('errors', 'admission.noApplication', { company: name });
    await expect(manager.locator('#act').getByText(lacking)).toHaveCount(1);
    await expect(manager.locator('#act a[href="/desk/admission"]')).toBeVisible();
    await manager.locator('#act [name=result]').fill('同意入驻。');
    await manager.locator('#act button[type=submit]').click();
    // Said before it is tried, and again by what was tried; what was written is kept.
    await expect(manager.locator('#act').getByText(lacking)).toHaveCount(2);
    await expect(manager.locator('#act [name=result]')).toHaveValue('同意入驻。');
    const { rows: [after] } = await database.query('select c.state, c.admitted_on, r.state as request, r.result_document_id from companies c join requests r on r.center_id = c.center_id and r.company_id = c.id where c.id = $1', [company]);
    expect(after).toEqual({ state: 'prospect', admitted_on: null, request: 'accepted', result_document_id: null });
  });
}
