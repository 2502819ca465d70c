import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { memberRoles, type Role } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { access, endpoints, mayEnter, visitors } from '../access';
import { origin } from '../fixtures/place';
import { expect, test } from '../fixtures/test';
import { addressesOf, isMadeByJourney, listPages } from '../routes';
import { cookieOf, foreignCookie } from './sessions';

/** Answers as the server gives them, redirects not followed. */
async function ask(address: string, cookie?: string): Promise<{ status: number; location: string }> {
  const response = await fetch(`${origin}${address}`, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } });
  await response.body?.cancel();
  return { status: response.status, location: response.headers.get('location') ?? '' };
}

function listEndpoints(): string[] {
  return readdirSync(join(process.cwd(), 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`${sep}route.ts`))
    .map((file) => `/${file.split(sep).slice(0, -1).filter((part) => !part.startsWith('(')).join('/')}`)
    .sort();
}

test('every page and every address of the API is named in the table of who may enter', () => {
  expect(listPages().filter((pattern) => access[pattern] === undefined)).toEqual([]);
  expect(listEndpoints().filter((pattern) => endpoints[pattern] === undefined)).toEqual([]);
});

test('the table names nothing that is gone', () => {
  expect(Object.keys(access).filter((pattern) => !listPages().includes(pattern))).toEqual([]);
  expect(Object.keys(endpoints).filter((pattern) => !listEndpoints().includes(pattern))).toEqual([]);
});

const takesId = (pattern: string) => /\[(?!token|code|year|kind|indicator|\.\.\.)/.test(pattern);
const exportsAnId = (pattern: string) => pattern.startsWith('/api/exports/') && !/\[batch\]/.test(pattern);
/** The part of an export's address that names what is taken along. */
const KINDS: Readonly<Record<string, string>> = { '/api/exports/sheets/[kind]': 'contacts', '/api/exports/personal/[kind]/[person]': 'contact' };

/** Somebody who may enter, so that an address with an id in it can be found. */
const somebody = (pattern: string): Role => {
  const rule = access[pattern];
  return typeof rule === 'object' ? (rule[0] ?? 'director') : 'director';
};

for (const pattern of listPages()) {
  const rule = access[pattern];
  if (rule === undefined || rule === 'passage') continue;

  test(`${pattern} opens for those it is meant for and nobody else`, async ({ database }) => {
    test.setTimeout(180_000);
    // Where the demo has no row, everybody who may enter is told that there is none.
    const [example = pattern.replace(/\[[^\]]+\]/g, () => newId())] = await addressesOf(database, pattern, rule === 'anybody' || rule === 'signed-in' ? 'nobody' : somebody(pattern));
    const nobody = await ask(example);
    if (rule === 'anybody') expect(nobody.status, 'nobody').toBeLessThan(400);
    else expect(nobody, 'nobody').toMatchObject({ status: 307, location: expect.stringContaining('/sign-in') });
    for (const role of visitors) {
      const cookie = await cookieOf(database, role);
      const allowed = mayEnter(rule, role);
      const [own = example] = allowed && takesId(pattern) ? await addressesOf(database, pattern, role).catch(() => []) : [example];
      const { status, location } = await ask(own, cookie);
      if (!allowed) expect(status, `${role} at ${own}`).toBe(403);
      else if (status === 307) expect(location, `${role} at ${own}`).not.toMatch(/sign-in|choose/);
      else expect(status, `${role} at ${own}`).toBe(isMadeByJourney(pattern) ? 404 : 200);
    }
  });
}

for (const pattern of listEndpoints().filter(exportsAnId)) {
  const rule = endpoints[pattern];
  if (rule === undefined) continue;
  test(`${pattern} gives its sheet to those who may have it`, async ({ database }) => {
    const { rows: [contact] } = await database.query<{ id: string }>("select k.id from company_contacts k join centers c on c.id = k.center_id and c.slug = 'lanzhou' order by k.id limit 1");
    const address = pattern.replace('[kind]', KINDS[pattern] ?? 'companies').replace('[person]', contact?.id ?? '');
    expect((await ask(address)).status).not.toBe(200);
    for (const role of visitors) {
      const { status } = await ask(address, await cookieOf(database, role));
      expect(status, role).toBe(mayEnter(rule, role) ? 200 : 403);
    }
    if (address.includes(contact?.id ?? '-')) expect((await ask(address, await foreignCookie(database, 'director'))).status, 'of another center').toBe(404);
  });
}

// ── What belongs to another center isn't there ───────────────────────────────────────────────────────────────

const foreigners = memberRoles;

for (const pattern of listPages().filter(takesId)) {
  const rule = access[pattern];
  if (typeof rule !== 'object') continue;
  test(`${pattern} of another center is not found, and neither is one that never was`, async ({ database }) => {
    test.setTimeout(120_000);
    const addresses = await addressesOf(database, pattern, somebody(pattern));
    for (const role of foreigners.filter((one) => rule.includes(one))) {
      const cookie = await foreignCookie(database, role);
      for (const address of addresses) expect((await ask(address, cookie)).status, `${role} at ${address}`).toBe(404);
      const unknown = pattern.replace(/\[[^\]]+\]/g, () => newId());
      expect((await ask(unknown, cookie)).status, `${role} at ${unknown}`).toBe(404);
      const nonsense = pattern.replace(/\[[^\]]+\]/g, "1' or '1'='1");
      expect((await ask(nonsense, cookie)).status, `${role} at ${nonsense}`).toBe(404);
    }
  });
}

test('files, long work and results of imports of another center are not found', async ({ database }) => {
  const ids = { file: newId(), task: newId(), batch: newId() };
  const cookies = { own: await cookieOf(database, 'director'), foreign: await foreignCookie(database, 'director') };
  const { rows } = await database.query<{ center: string; member: string }>(
    `select m.center_id as center, m.id as member from memberships m join centers c on c.id = m.center_id where c.slug = 'lanzhou' and m.role = 'director' limit 1`,
  );
  const [mine] = rows;
  if (mine === undefined) throw new Error('the demo has no director');
  const sha = ids.file.replaceAll('-', '').padEnd(64, '0');
  await database.query(`insert into file_contents (center_id, sha256, size, type, created_at) values ($1, $2, 1, 'text/csv', now())`, [mine.center, sha]);
  await database.query(
    `insert into files (center_id, id, sha256, name, subject_type, subject_id, given_by, audience) values ($1, $2, $3, 'a.csv', 'import', $4, $5, 'center')`,
    [mine.center, ids.file, sha, ids.batch, mine.member],
  );
  await database.query(`insert into import_batches (center_id, id, kind, file_id, state) values ($1, $2, 'companies', $3, 'checked')`, [mine.center, ids.batch, ids.file]);
  await database.query(`insert into tasks (center_id, id, kind, membership_id, payload, state) values ($1, $2, 'companies.export', $3, '{}', 'done')`, [mine.center, ids.task, mine.member]);
  expect((await ask(`/api/tasks/${ids.task}`, cookies.own)).status).toBe(200);
  expect((await ask(`/desk/imports/${ids.batch}`, cookies.own)).status).toBe(200);
  for (const address of [`/api/tasks/${ids.task}`, `/api/files/${ids.file}`, `/api/exports/imports/${ids.batch}`, `/desk/imports/${ids.batch}`]) {
    expect((await ask(address, cookies.foreign)).status, address).toBe(404);
  }
});
