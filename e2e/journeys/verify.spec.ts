import { expect, test } from '../fixtures/test';
import { wordsIn } from './words';

test('anybody with a paper can ask whether it is genuine: by its code, or by number and check code', async ({ freshPage, database }) => {
  const say = wordsIn('zh-CN');
  const { rows: [paper] } = await database.query<{ code: string; number: string; check_code: string; party: string; center_id: string }>(
    "select d.code, d.number, d.check_code, d.party, d.center_id from documents d join centers s on s.id = d.center_id and s.slug = 'lanzhou' where d.kind = 'result' order by d.number limit 1",
  );
  const page = await freshPage({ javaScript: false, phone: true });
  await page.goto(`/verify/${paper?.code}`);
  await expect(page.getByText(say('documents', 'verify.matches')).first()).toBeVisible();
  await expect(page.getByText(paper?.number ?? '')).toBeVisible();
  await expect(page.getByText(paper?.party ?? '')).toHaveCount(0);

  await page.goto('/verify');
  if (await page.locator('[name=center]').count()) await page.locator('[name=center]').selectOption(paper?.center_id ?? '');
  await page.locator('[name=number]').fill(paper?.number ?? '');
  await page.locator('[name=check]').fill('WRONG1');
  await page.locator('main button[type=submit]').click();
  await expect(page.getByText(say('documents', 'verify.unknownTitle'))).toBeVisible();
  await page.locator('[name=check]').fill((paper?.check_code ?? '').toLowerCase());
  await page.locator('main button[type=submit]').click();
  await expect(page.getByText(say('documents', 'verify.matches')).first()).toBeVisible();

  expect((await page.goto('/verify/0000000000000000000000'))?.status()).toBe(404);
});
