import { expect, test } from '@playwright/test';
import { pause } from '@/db/embedded/processes';
import { asClient } from '@/db/embedded/roles';
import { demoPassword } from '@/db/seed/logins';
import { newId } from '@/lib/kernel/ids';
import { wordsIn } from '../journeys/words';
import { ownerUrlOf, removeHouse, somewhere, startHouse } from './house';
import { PlainBrowser } from './plain-browser';

const ROWS = 10_000;

test('kill -9 of everything in the middle of an import of ten thousand rows leaves none of them; it is taken up again and writes all', async () => {
  test.setTimeout(600_000);
  const where = await somewhere();
  let house = await startHouse(where);
  const browser = new PlainBrowser(`http://localhost:${where.port}`);
  expect(await browser.signIn('13900000002', demoPassword)).toBe(true);
  const ask = async <R extends object>(sql: string, values: unknown[] = []) =>
    asClient(ownerUrlOf(where), async (client) => (await client.query<R>(sql, values)).rows[0]);
  const written = async () => (await ask<{ count: number }>(`select count(*)::int as count from companies where name like '试航%'`))?.count;

  const batch = newId();
  const page = `/desk/imports/${batch}`;
  const rows = Array.from({ length: ROWS }, (_, number) => `试航第${number}号科技有限公司,兰州市城关区雁滩路 ${number} 号`);
  const file = new File([`企业名称,地址\n${rows.join('\n')}\n`], '台账.csv', { type: 'text/csv' });
  const upload = await browser.form(`/desk/imports/new?batch=${batch}`, 'type="file"');
  expect((await browser.post('/api/files', { ...upload, files: file })).status).toBe(303);
  const state = async () => (await ask<{ state: string }>('select state from import_batches where id = $1', [batch]))?.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('checked');
  const confirm = await browser.form(page, wordsIn('zh-CN')('imports', 'confirm', { count: ROWS }));
  expect((await browser.post(page, confirm)).status).toBe(303);

  // In the middle: some rows are written in a transaction that is still open.
  const progress = async () => (await ask<{ done: number }>(`select t.done from tasks t join import_batches b on b.task_id = t.id where b.id = $1 and t.kind = 'imports.apply'`, [batch]))?.done ?? 0;
  for (const end = Date.now() + 60_000; (await progress()) === 0 && Date.now() < end; ) await pause(10);
  await house.killTree();
  house = await startHouse(where);
  expect(await state()).toBe('confirmed');
  expect(await written()).toBe(0);

  // The run that fell silent is taken over; whoever waits sees it on the page.
  await expect.poll(state, { timeout: 180_000, intervals: [500] }).toBe('applied');
  expect(await written()).toBe(ROWS);
  expect((await browser.get(page)).text).toContain(wordsIn('zh-CN')('imports', 'applied', { fresh: ROWS, changed: 0 }));
  const entries = await ask<{ batches: number; rows: number }>(
    `select (select count(*)::int from entries where name = 'import.applied' and subject_id = $1) as batches,
            (select count(*)::int from entries e join companies c on c.center_id = e.center_id and c.id = e.company_id
              where e.name = 'company.created' and c.name like '试航%') as rows`,
    [batch],
  );
  expect(entries).toEqual({ batches: 1, rows: ROWS });
  expect(await house.stop()).toBe(0);
  removeHouse(where);
});
