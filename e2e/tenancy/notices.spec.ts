import { newId } from '@/lib/kernel/ids';
import { origin } from '../fixtures/place';
import { expect, test } from '../fixtures/test';
import { cookieOf, foreignCookie } from './sessions';

async function ask(address: string, cookie: string): Promise<number> {
  const response = await fetch(`${origin}${address}`, { redirect: 'manual', headers: { cookie } });
  await response.body?.cancel();
  return response.status;
}

test('lists and answers of a notice leave the house for the center’s own desk alone', async ({ database }) => {
  const { rows: [notice] } = await database.query<{ id: string }>(
    "select n.id from notices n join centers c on c.id = n.center_id where c.slug = 'lanzhou' and n.state = 'sent' and n.wants_text order by n.id limit 1",
  );
  const { rows: [draft] } = await database.query<{ id: string }>("select id from notices where state = 'draft' order by id limit 1");
  const own = { auditor: await cookieOf(database, 'auditor'), company: await cookieOf(database, 'company_owner'), mentor: await cookieOf(database, 'mentor'), administrator: await cookieOf(database, 'administrator') };
  const foreign = await foreignCookie(database, 'director');
  for (const kind of ['sheet', 'answers']) {
    const address = `/api/notices/${notice?.id}/${kind}`;
    expect(await ask(address, own.auditor), address).toBe(200);
    for (const role of ['company', 'mentor', 'administrator'] as const) expect(await ask(address, own[role]), `${role} at ${address}`).toBe(403);
    expect(await ask(address, foreign), `another center at ${address}`).toBe(404);
    expect(await ask(`/api/notices/${newId()}/${kind}`, own.auditor)).toBe(404);
    expect(await ask(`/api/notices/${draft?.id}/${kind}`, own.auditor), 'a draft').toBe(404);
    expect(await ask(`/api/notices/nonsense/${kind}`, own.auditor)).toBe(404);
  }
});
