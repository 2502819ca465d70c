import type { Page } from '@playwright/test';
import { findings } from '../pages/axe';
import { again, expect, type Language, phoneOf, runsScripts, type SignIn, test } from '../fixtures/test';
import { wordsIn } from './words';

/**
 * One window, from the desk's own typing to the second rating: filed on behalf, confirmed on the company's phone, two lanes
 * side by side of which one goes back alone, one result that anybody can verify, a bad rating, its repair, a second rating.
 */
interface Company {
  id: string;
  name: string;
}

/** From the queue to "saved" on one page, three presses: the link, whom and what, what it asks. A minute of a person's time at most. */
async function fileOnBehalf(desk: Page, language: Language, company: Company): Promise<string> {
  const say = wordsIn(language);
  await desk.goto('/desk/requests');
  await desk.getByRole('link', { name: say('service-desk', 'list.onBehalf'), exact: true }).click();
  await desk.waitForURL(/\/desk\/requests\/new/);
  // Whom one looks after is offered while typing.
  await expect(desk.locator(`#company-names option[value="${company.name}"]`)).toHaveCount(1);
  await desk.locator('main [name=q]').fill(company.name);
  await desk.locator('main [name=item]').selectOption({ label: language === 'en' ? 'Certificate of tenancy' : '入驻证明开具' });
  await desk.getByRole('button', { name: say('service-desk', 'behalf.begin'), exact: true }).click();
  await expect(desk.locator('main form:has([name=channel])')).toBeVisible();
  expect(new URL(desk.url()).pathname).toBe('/desk/requests/new');
  await desk.locator('input[name=field_purpose][value=bank]').check();
  await desk.locator('[name=field_copies]').fill('2');
  if (runsScripts(desk)) expect.soft(await findings(desk)).toEqual([]);
  await desk.locator('main form:has([name=channel]) button[type=submit]').click();
  await desk.waitForURL(/\/desk\/requests\/[0-9a-f-]{36}/);
  await expect(desk.getByText(say('service-desk', 'states.confirming')).first()).toBeVisible();
  return /[0-9a-f-]{36}/.exec(desk.url())?.[0] ?? '';
}

async function confirmOnPhone(phone: Page, language: Language, request: string): Promise<void> {
  const say = wordsIn(language);
  await phone.goto('/my');
  await phone.locator(`main a[href="/my/requests/${request}"]`).first().click();
  await expect(phone.getByText(say('service-desk', 'act.code'), { exact: true })).toBeVisible();
  if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
  const code = phone.locator('#confirm [name=field_code]');
  if ((await code.inputValue()) === '') await code.fill('91620100MA00000001');
  await phone.locator('#confirm [name=field_copies]').fill('3');
  await phone.locator('#confirm button[name=intent][value=submit]').click();
  await expect(phone.getByText(say('service-desk', 'states.submitted')).first()).toBeVisible();
}

/** Gives the opinion of the lane of that name, as whoever leads the center may. */
async function decide(page: Page, language: Language, request: string, lane: string): Promise<void> {
  const say = wordsIn(language);
  await page.goto(`/desk/requests/${request}`);
  await page.locator('#lanes li', { hasText: lane }).getByRole('link', { name: say('service-desk', 'lanes.decide'), exact: true }).click();
  await expect(page.locator('#act [name=opinion][value=agree]')).toBeVisible();
  for (const tick of await page.locator('#act [name="ticked[]"]').all()) await tick.check();
  await page.locator('#act [name=opinion][value=agree]').check();
  await page.locator('#act button[type=submit]').click();
  await expect(page.locator('#lanes li', { hasText: lane }).getByText(say('service-desk', 'laneStates.agreed'), { exact: true })).toBeVisible();
}

async function lanes(director: Page, phone: Page, language: Language, request: string): Promise<void> {
  const say = wordsIn(language);
  const [check, rooms, seal] = language === 'en' ? ['Check', 'Lease', 'Seal'] : ['核实在孵', '核实租赁', '综合部用印'];
  await director.goto(`/desk/requests/${request}`);
  if (runsScripts(director)) expect.soft(await findings(director)).toEqual([]);
  const lane = director.locator('#lanes li', { hasText: rooms });
  await lane.getByRole('link', { name: say('service-desk', 'lanes.return'), exact: true }).click();
  await director.locator('#act [name=items]').fill('请补租赁合同首页');
  await director.locator('#act button[type=submit]').click();
  await expect(director.locator('#lanes li', { hasText: rooms }).getByText(say('service-desk', 'laneStates.stopped'), { exact: true })).toBeVisible();
  // The other one goes on meanwhile.
  await decide(director, language, request, check);

  await phone.goto(`/my/requests/${request}`);
  await expect(phone.locator('#answer').getByText('请补租赁合同首页')).toBeVisible();
  if (runsScripts(phone)) expect.soft(await findings(phone)).toEqual([]);
  await phone.locator('#answer [name=answer]').fill('已补传');
  await phone.locator('#answer button[type=submit]').click();
  await expect(phone.locator('#answer')).toHaveCount(0);
  await decide(director, language, request, rooms);
  await decide(director, language, request, seal);
}

async function step(desk: Page, request: string, name: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>): Promise<void> {
  await desk.goto(`/desk/requests/${request}?do=${name}`);
  await fill(desk.locator('#act'));
  await desk.locator('#act button[type=submit]').click();
  await expect(desk.locator('#act')).toHaveCount(0);
}

async function rate(phone: Page, request: string, grade: number): Promise<void> {
  await phone.goto(`/my/requests/${request}`);
  await phone.locator(`#rate input[name=grade][value="${grade}"]`).check();
  await phone.locator('#rate input[name="reasons[]"][value=speed]').check();
  await phone.locator('#rate button[type=submit]').click();
  await expect(phone.locator('#rate')).toHaveCount(0);
}

for (const [language, javaScript] of [['zh-CN', true], ['en', true], ['zh-CN', false]] as const) {
  test(`filed on behalf, two lanes, one result, a bad rating put right: ${language}${javaScript ? '' : ', without a script'}`, again(language), async ({ signInAs, freshPage, database }) => {
    test.slow();
    const say = wordsIn(language);
    const options: SignIn = { language, javaScript };
    const { rows } = await database.query<Company>(
      'select c.id, c.name from memberships m join persons p on p.id = m.person_id join companies c on c.center_id = m.center_id and c.id = m.company_id where p.phone = $1 order by m.started_at limit 1',
      [phoneOf('company_owner')],
    );
    const [company] = rows;
    if (company === undefined) throw new Error('the demo’s company is gone');
    const [desk, director, phone] = [await signInAs('liaison', options), await signInAs('director', options), await signInAs('company_owner', { ...options, phone: true })];

    const request = await fileOnBehalf(desk, language, company);
    // A slip of the desk's own pen.
    await step(desk, request, 'retype', async (form) => form.locator('[name=field_copies]').fill('4'));
    await expect(desk.getByText(say('service-desk', 'states.confirming')).first()).toBeVisible();
    await confirmOnPhone(phone, language, request);
    await desk.goto(`/desk/requests/${request}`);
    await expect(desk.getByText(say('service-desk', 'compare.changed')).first()).toBeVisible();
    await desk.getByRole('button', { name: say('service-desk', 'act.accept'), exact: true }).click();
    await expect(desk.getByText(say('service-desk', 'states.accepted')).first()).toBeVisible();
    await lanes(director, phone, language, request);

    await step(desk, request, 'complete', async (form) => form.locator('[name=result]').fill('兹证明该企业在孵。'));
    await phone.goto(`/my/requests/${request}`);
    await phone.locator('a[href^="/my/documents/"]').first().click();
    await expect(phone.getByText('兹证明该企业在孵。')).toBeVisible();

    const { rows: papers } = await database.query<{ code: string; number: string }>("select code, number from documents where subject_type = 'request' and subject_id = $1", [request]);
    const stranger = await freshPage({ ...options, phone: true });
    await stranger.goto(`/verify/${papers[0]?.code ?? ''}`);
    await expect(stranger.getByText(papers[0]?.number ?? 'no number')).toBeVisible();
    await expect(stranger.getByText(say('documents', 'verify.matches')).first()).toBeVisible();
    await expect(stranger.getByText(company.name)).toHaveCount(0);

    await rate(phone, request, 1);
    await step(desk, request, 'contact', async (form) => form.locator('[name=note]').fill('已电话致歉，企业说等得久。'));
    await step(desk, request, 'contact', async (form) => form.locator('[name=note]').fill('已安排专人跟进。'));
    await rate(phone, request, 4);
    await desk.goto(`/desk/requests/${request}`);
    await expect(desk.getByText(say('service-desk', 'grades.g1')).first()).toBeVisible();
    await expect(desk.getByText(say('service-desk', 'grades.g4')).first()).toBeVisible();
    if (runsScripts(desk)) expect.soft(await findings(desk)).toEqual([]);
  });
}

test('filing on behalf of what a few characters leave open: which company and which item is one click each', async ({ signInAs, database }) => {
  const say = wordsIn('zh-CN');
  const { rows: [company] } = await database.query<Company>(
    'select c.id, c.name from memberships m join persons p on p.id = m.person_id join companies c on c.center_id = m.center_id and c.id = m.company_id where p.phone = $1 order by m.started_at limit 1',
    [phoneOf('company_owner')],
  );
  const desk = await signInAs('liaison');
  await desk.goto('/desk/requests/new');
  await desk.locator('main [name=q]').fill('兰州');
  await desk.getByRole('button', { name: say('service-desk', 'behalf.begin'), exact: true }).click();
  await expect(desk.locator('main ul a[href*="company="]').first()).toBeVisible();
  await desk.goto(`/desk/requests/new?company=${company?.id ?? ''}`);
  expect.soft(await findings(desk)).toEqual([]);
  await desk.locator('main').getByRole('link', { name: '咨询', exact: true }).click();
  await desk.locator('[name=title]').fill('社保补缴');
  await desk.locator('[name=body]').fill('三月的社保怎么补。');
  await desk.locator('main form:has([name=channel]) button[type=submit]').click();
  await desk.waitForURL(/\/desk\/requests\/[0-9a-f-]{36}/);
  await expect(desk.getByText(say('service-desk', 'states.confirming')).first()).toBeVisible();
});

test('what is to be put right, and supervision past its day, stand on today’s desk and lead to their forms', async ({ signInAs }) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const say = wordsIn(language);
    const director = await signInAs('director', { language });
    await director.goto('/desk');
    await expect(director.getByRole('heading', { name: say('service-desk', 'today.supervisionPassed') })).toBeVisible();
    await expect(director.getByRole('heading', { name: say('service-desk', 'today.repairs') })).toBeVisible();
    expect.soft(await findings(director)).toEqual([]);
    const desk = await signInAs('liaison', { language });
    await desk.goto('/desk');
    await desk.locator('main a[href$="?do=contact#act"]').first().click();
    await expect(desk.locator('#act [name=note]')).toBeVisible();
  }
});

test('a call answered on the spot is one save', async ({ signInAs }) => {
  const say = wordsIn('zh-CN');
  const desk = await signInAs('liaison', { javaScript: false });
  await desk.goto('/desk/requests/spot?q=兰州');
  await desk.locator('main ul a[href*="company="]').first().click();
  await desk.locator('[name=question]').fill('停车怎么办？');
  await desk.locator('[name=answer]').fill('到资产部登记。');
  await desk.locator('main form:has([name=answer]) button[type=submit]').click();
  await expect(desk.getByText(/FW-2026-\d{6}/).first()).toBeVisible();
  await desk.goto('/desk/requests?show=spot&sort=submitted&dir=desc');
  await expect(desk.getByText('停车怎么办？').first()).toBeVisible();
  await expect(desk.locator('main table').getByText(say('service-desk', 'states.completed')).first()).toBeVisible();
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`a bad rating of a round that was taken up again is put right on a card of its own, then read there: ${language}`, again(language), async ({ signInAs, database }) => {
    const say = wordsIn(language);
    const { rows: [company] } = await database.query<Company>(
      'select c.id, c.name from memberships m join persons p on p.id = m.person_id join companies c on c.center_id = m.center_id and c.id = m.company_id where p.phone = $1 order by m.started_at limit 1',
      [phoneOf('company_owner')],
    );
    const [desk, phone] = [await signInAs('liaison', { language }), await signInAs('company_owner', { language, phone: true })];
    const question = `第几轮${Date.now()}`;
    await desk.goto(`/desk/requests/spot?company=${company?.id ?? ''}`);
    await desk.locator('[name=question]').fill(question);
    await desk.locator('[name=answer]').fill('到资产部登记。');
    await desk.locator('main form:has([name=answer]) button[type=submit]').click();
    await expect(desk.getByText(/FW-2026-\d{6}/).first()).toBeVisible();
    const { rows: [filed] } = await database.query<{ id: string }>('select id from requests where title like $1 or body like $1', [`%${question}%`]);
    const request = filed?.id ?? '';
    await rate(phone, request, 1);
    await step(desk, request, 'reopen', async (form) => form.locator('[name=reason]').fill('答非所问，重新办理。'));

    const title = say('service-desk', 'file.repairEarlier', { round: 1 });
    const card = (page: Page) => page.locator('section.card', { has: page.getByRole('heading', { name: title, exact: true }) });
    await expect(card(desk)).toBeVisible();
    expect.soft(await findings(desk)).toEqual([]);
    await card(desk).getByRole('link', { name: say('service-desk', 'act.contact') }).click();
    await desk.locator('#act [name=note]').fill('已致电说明。');
    await desk.locator('#act button[type=submit]').click();
    await expect(card(desk).getByText('已致电说明。')).toBeVisible();
    await card(desk).getByRole('link', { name: say('service-desk', 'act.repairDone') }).click();
    await expect(desk.locator('#act').getByText(say('service-desk', 'act.repairEarlierNote'))).toBeVisible();
    await desk.locator('#act [name=note]').fill('已换人答复。');
    await desk.locator('#act button[type=submit]').click();
    await expect(card(desk).getByText('已换人答复。')).toBeVisible();
    await expect(card(desk).getByRole('link')).toHaveCount(0);
    await desk.goto(`/desk/requests/${request}?do=contact&round=1`);
    await expect(desk.locator('#act')).toHaveCount(0);
    await phone.goto(`/my/requests/${request}`);
    await expect(card(phone).getByText('已换人答复。')).toBeVisible();
    expect.soft(await findings(phone)).toEqual([]);
  });
}
