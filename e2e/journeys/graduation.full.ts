import type { Page } from '@playwright/test';
import { findings } from '../pages/axe';
import { expect, type Language, openSession, runsScripts, test } from '../fixtures/test';
import { wordsIn } from './words';

/**
 * A company asks to graduate at the one window; the lanes look into it side by side; granting it is the graduation: in one
 * step the request has its result, the company its certificate, and both can be verified by anybody.
 */
interface Asking {
  id: string;
  name: string;
  phone: string;
}

const names = {
  'zh-CN': { item: '毕业/退出申请', lanes: ['条件核实', '房屋交接', '费用结清', '中心批准'] },
  en: { item: 'Graduation or leaving', lanes: ['Conditions', 'Handing back rooms', 'Accounts settled', 'Approval'] },
} as const;

async function ask(phone: Page, language: Language): Promise<string> {
  const say = wordsIn(language);
  await phone.goto('/my/requests/new');
  await phone.getByRole('button', { name: `${say('service-desk', 'my.start')} ${names[language].item}`, exact: true }).click();
  await phone.waitForURL(/\/my\/requests\/[0-9a-f-]{36}/);
  const licence = phone.locator('#materials li').first();
  await licence.locator('input[type=file]').setInputFiles({ name: '营业执照.txt', mimeType: 'text/plain', buffer: Buffer.from('营业执照副本（演示）\n', 'utf8') });
  const upload = licence.getByRole('button', { name: say('files', 'upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
  await expect(phone.locator('#materials').getByText('营业执照.txt')).toBeVisible();
  await phone.locator('[name=title]').fill('申请毕业');
  await phone.locator('input[name=field_kind][value=graduation]').check();
  await phone.locator('[name=field_leaving]').fill('2026-12-31');
  if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
  await phone.locator('button[name=intent][value=submit]').click();
  await expect(phone.getByText(say('service-desk', 'states.submitted')).first()).toBeVisible();
  return /[0-9a-f-]{36}/.exec(phone.url())?.[0] ?? '';
}

/** Gives the opinion of the lane of that name, as whoever leads the center may. */
async function decideLane(page: Page, language: Language, request: string, lane: string): Promise<void> {
  const say = wordsIn(language);
  await page.goto(`/desk/requests/${request}`);
  await page.locator('#lanes li', { hasText: lane }).getByRole('link', { name: say('service-desk', 'lanes.decide'), exact: true }).click();
  await expect(page.locator('#act [name=opinion][value=agree]')).toBeVisible();
  for (const tick of await page.locator('#act [name="ticked[]"]').all()) await tick.check();
  await page.locator('#act [name=opinion][value=agree]').check();
  await page.locator('#act button[type=submit]').click();
  await expect(page.locator('#lanes li', { hasText: lane }).getByText(say('service-desk', 'laneStates.agreed'), { exact: true })).toBeVisible();
}

for (const [turn, [language, javaScript]] of ([['zh-CN', true], ['en', true], ['zh-CN', false]] as const).entries()) {
  test(`asked at the window, granted with its certificate: ${language}${javaScript ? '' : ', without a script'}`, async ({ signInAs, freshPage, database }) => {
    test.slow();
    const say = wordsIn(language);
    const options = { language, javaScript };
    // Somebody else's company each time, of which nothing proves a condition yet.
    const { rows } = await database.query<Asking>(
      `select c.id, c.name, p.phone from memberships m join persons p on p.id = m.person_id join companies c on c.center_id = m.center_id and c.id = m.company_id
        where m.role = 'company_owner' and m.ended_at is null and c.state = 'incubating' and c.demo
          and exists (select from company_assignments a where a.center_id = c.center_id and a.company_id = c.id and a.role = 'liaison' and a.until_on is null)
          and not exists (select from company_facts f where f.company_id = c.id and f.key = 'revenue' and f.value > 500000000)
          and not exists (select from graduation_evidence e where e.company_id = c.id)
          and (select count(*) from memberships o where o.person_id = m.person_id) = 1
        order by c.id offset $1 limit 1`,
      [3 + turn * 2],
    );
    const [company] = rows;
    if (company === undefined) throw new Error('the demo has no company that could ask');
    const phone = await freshPage({ ...options, phone: true });
    await openSession(database, phone.context(), company.phone);
    const [liaison, manager, director] = [await signInAs('liaison', options), await signInAs('manager', options), await signInAs('director', options)];

    const request = await ask(phone, language);
    await liaison.goto(`/desk/requests/${request}`);
    await liaison.getByRole('button', { name: say('service-desk', 'act.accept'), exact: true }).click();
    await expect(liaison.getByText(say('service-desk', 'states.accepted')).first()).toBeVisible();
    for (const lane of names[language].lanes) await decideLane(director, language, request, lane);

    // Whoever holds it reads that a leader decides, and can only decline.
    await liaison.goto(`/desk/requests/${request}?do=complete`);
    await expect(liaison.locator('#act input[name=outcome][value=granted]')).toBeDisabled();
    await expect(liaison.locator('#act').getByText(say('service-desk', 'effect.notYours', { what: `${say('service-desk', 'effects.graduation')} / ${say('service-desk', 'effects.exit')}` }))).toBeVisible();

    // The leader is told beforehand what it sets off and that nothing proves it yet; granting it is refused in words.
    await manager.goto(`/desk/requests/${request}?do=complete`);
    const form = manager.locator('#act');
    await expect(form.getByText(say('service-desk', 'effect.unmet'))).toBeVisible();
    await expect(form.locator('input[name=effect][value=graduation]')).toBeChecked();
    if (runsScripts(manager)) expect.soft(await findings(manager)).toEqual([]);
    await form.locator('[name=result]').fill('各环节核实无误，同意毕业。');
    await form.locator('button[type=submit]').click();
    await expect(manager.getByText(say('graduation', 'errors.graduation.noneMet')).first()).toBeVisible();
    await expect(manager.locator('#act [name=result]')).toHaveValue('各环节核实无误，同意毕业。');
    const { rows: before } = await database.query<{ state: string; papers: number }>(
      'select r.state, (select count(*)::int from documents d where d.subject_id = r.id) as papers from requests r where r.id = $1', [request]);
    expect(before).toEqual([{ state: 'accepted', papers: 0 }]);

    await manager.goto(`/desk/companies/${company.id}/graduate#give`);
    await manager.locator('#give [name=condition]').selectOption('hnte');
    await manager.locator('#give [name=words]').fill('高新技术企业证书 GR202662000001（演示）');
    await manager.locator('#give button[type=submit]').click();
    await expect(manager.getByText(say('graduation', 'done.given')).first()).toBeVisible();
    await manager.goto(`/desk/requests/${request}?do=complete`);
    await expect(manager.locator('#act').getByText(say('service-desk', 'effect.unmet'))).toHaveCount(0);
    await manager.locator('#act [name=result]').fill('各环节核实无误，同意毕业。');
    await manager.locator('#act button[type=submit]').click();
    await expect(manager.locator('#act')).toHaveCount(0);
    await manager.goto(`/desk/requests/${request}`);
    await expect(manager.getByText(say('service-desk', 'states.completed')).first()).toBeVisible();
    if (runsScripts(manager)) expect.soft(await findings(manager)).toEqual([]);

    // The road of the company names the request, and the other way round.
    await manager.locator(`main a[href="/desk/companies/${company.id}/road"]`).first().click();
    const { rows: filed } = await database.query<{ number: string }>('select number from requests where id = $1', [request]);
    await manager.getByRole('link', { name: say('road', 'request', { number: filed[0]?.number ?? '' }), exact: true }).click();
    await manager.waitForURL(new RegExp(`/desk/requests/${request}`));

    // The company has the result and its certificate.
    await phone.goto(`/my/requests/${request}`);
    await expect(phone.getByText('各环节核实无误，同意毕业。')).toBeVisible();
    const { rows: papers } = await database.query<{ kind: string; code: string; number: string }>(
      "select kind, code, number from documents where company_id = $1 and (subject_id = $2 or kind = 'certificate') order by kind", [company.id, request]);
    expect(papers.map(({ kind }) => kind)).toEqual(['certificate', 'result']);
    if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
    await phone.getByRole('link', { name: say('service-desk', 'file.effectPaper', { number: papers[0]?.number ?? '' }) }).click();
    await expect(phone.getByText(filed[0]?.number ?? 'no number').first()).toBeVisible();
    const stranger = await freshPage({ ...options, phone: true });
    for (const { code, number } of papers) {
      await stranger.goto(`/verify/${code}`);
      await expect(stranger.getByText(number)).toBeVisible();
      await expect(stranger.getByText(say('documents', 'verify.matches')).first()).toBeVisible();
      await expect(stranger.getByText(company.name)).toHaveCount(0);
    }
    await phone.goto('/my/company');
    await expect(phone.getByRole('link', { name: say('road', 'request', { number: filed[0]?.number ?? '' }), exact: true })).toBeVisible();
  });
}
