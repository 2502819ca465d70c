import '@/db/testing/own-database';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { asClient } from '@/db/embedded/roles';
import { cloneTemplate } from '@/db/testing/clone';
import { assign, makeCenter, makeCompany, makeDepartment, makeMember } from '@/db/testing/factories';
import { BackupError, type CarriedSecrets } from './archive';
import { readBackup } from './read';
import { listTables, sumTable, type TableSum, WRITTEN_ALIKE } from './tables';
import { writeBackup } from './write';

const ownerUrl = process.env.DATABASE_URL ?? '';
const secrets = { authSecret: 'a'.repeat(32), auditSalt: 'b'.repeat(16) };
let folder: string;
let archive: string;
let headFile: string;
let serial = 0;
const made: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backup-'));
  archive = path.join(folder, 'all.tar.gz');
  const centerId = await makeCenter('引号"与\t制表\n换行\\N 😀');
  const departmentId = await makeDepartment(centerId);
  const companyId = await makeCompany(centerId, { name: "'; drop table companies; --" });
  const liaison = await makeMember(centerId, 'liaison', { departmentId });
  await makeMember(centerId, 'company_owner', { companyId });
  await assign(centerId, companyId, 'liaison', liaison.membershipId);
  // Rows enough that an archive cut or changed in its middle breaks off inside a table.
  await asClient(ownerUrl, (client) =>
    client.query(`insert into company_grams (center_id, gram, company_id) select $1, md5(n::text), $2 from generate_series(1, 20000) as n`, [centerId, companyId]),
  );
  await mkdir(path.join(folder, 'files', 'ab'), { recursive: true });
  await writeFile(path.join(folder, 'files', 'ab', 'cd'), Buffer.from([0, 255, 10, 13]));
  await writeFile(path.join(folder, 'files', '空'), '');
  await mkdir(path.join(folder, 'heads', centerId), { recursive: true });
  await writeFile(path.join(folder, 'heads', centerId, '2026-11-19.json'), '{"day":"2026-11-19"}\n');
  headFile = path.join('heads', centerId, '2026-11-19.json');
  await writeBackup({ ownerUrl, dataFolder: folder, secrets, now: new Date('2026-11-20T02:00:00Z') }, archive);
});

afterAll(async () => {
  await asClient(inject('superUrl'), async (client) => {
    for (const name of made) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  });
  await rm(folder, { recursive: true, force: true });
});

/** A migrated database without rows, and a folder for its files. */
async function emptyInstallation() {
  const name = `restored_${process.pid}_${++serial}`;
  const { ownerUrl } = await cloneTemplate(name);
  made.push(name);
  const kept: CarriedSecrets[] = [];
  return { ownerUrl, dataFolder: path.join(folder, name), kept, keepSecrets: (found: CarriedSecrets) => void kept.push(found) };
}

async function sums(url: string): Promise<Record<string, TableSum>> {
  return asClient(url, async (client) => {
    await client.query(`begin isolation level repeatable read; ${WRITTEN_ALIKE}`);
    const all: Record<string, TableSum> = {};
    for (const table of await listTables(client)) all[table.name] = await sumTable(client, table);
    await client.query('rollback');
    return all;
  });
}

/** Keys, triggers, policies and forced walls, in words. */
async function walls(url: string) {
  return asClient(url, async (client) => {
    const { rows } = await client.query(`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as wall from pg_constraint where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
      union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      order by 1`);
    return rows;
  });
}

it.runIf(process.platform === 'linux')('a disk that takes no more is named by what it says, and no half file stays', async () => {
  const target = path.join(folder, 'no-room.tar.gz');
  await symlink('/dev/full', `${target}.partial`);
  await expect(writeBackup({ ownerUrl, dataFolder: folder, secrets, now: new Date('2026-11-20T02:00:00Z') }, target)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect((await readdir(folder)).filter((name) => name.startsWith('no-room'))).toEqual([]);
});

describe('a backup', () => {
  it('restored into an empty installation has the same checksum in every table, the same files and the same walls', async () => {
    const target = await emptyInstallation();
    const wallsBefore = await walls(target.ownerUrl);
    const done = await readBackup(archive, target);

    const wanted = await sums(ownerUrl);
    expect(await sums(target.ownerUrl)).toEqual(wanted);
    expect(Object.values(wanted).filter(({ rows }) => rows > 0).length).toBeGreaterThanOrEqual(6);
    expect(done).toMatchObject({ tables: Object.keys(wanted).length, files: 2 });
    expect(await readFile(path.join(target.dataFolder, 'files', 'ab', 'cd'))).toEqual(Buffer.from([0, 255, 10, 13]));
    expect(await readFile(path.join(target.dataFolder, 'files', '空'), 'utf8')).toBe('');
    expect(await readFile(path.join(target.dataFolder, headFile), 'utf8')).toBe('{"day":"2026-11-19"}\n');
    expect(await walls(target.ownerUrl)).toEqual(wallsBefore);
    expect(target.kept).toEqual([secrets]);
  });

  it('is refused by an installation that holds data', async () => {
    const target = await emptyInstallation();
    await readBackup(archive, target);
    await expect(readBackup(archive, target)).rejects.toMatchObject({ code: 'notEmpty' });
  });

  /** One target for all that is refused: each refusal is shown to have left it as it was. */
  const refusing = { target: undefined as unknown as Awaited<ReturnType<typeof emptyInstallation>>, before: {} as Record<string, TableSum> };
  beforeAll(async () => {
    refusing.target = await emptyInstallation();
    refusing.before = await sums(refusing.target.ownerUrl);
  });

  it.each([0.1, 0.3, 0.5, 0.7, 0.9])('that was cut off after %d of it changes nothing', async (share) => {
    const cut = path.join(folder, `cut-${share}.tar.gz`);
    const whole = await readFile(archive);
    await writeFile(cut, whole);
    await truncate(cut, Math.floor(whole.length * share));
    const { target, before } = refusing;
    await expect(readBackup(cut, target)).rejects.toMatchObject({ code: 'damaged' });
    expect(await sums(target.ownerUrl)).toEqual(before);
    expect(target.kept).toEqual([]);
    await expect(readFile(path.join(target.dataFolder, 'files', 'ab', 'cd'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([0.1, 0.3, 0.5, 0.7, 0.9])('with a byte changed after %d of it is refused, and changes nothing', async (share) => {
    const changed = path.join(folder, `changed-${share}.tar.gz`);
    const bytes = await readFile(archive);
    const at = Math.floor(bytes.length * share);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(changed, bytes);
    const { target, before } = refusing;
    await expect(readBackup(changed, target)).rejects.toBeInstanceOf(BackupError);
    expect(await sums(target.ownerUrl)).toEqual(before);
  });

  it('from another version of the schema is refused', async () => {
    const target = await emptyInstallation();
    await asClient(target.ownerUrl, (client) =>
      client.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`),
    );
    await expect(readBackup(archive, target)).rejects.toMatchObject({ code: 'otherVersion' });
  });

  it('is of one moment: what is written meanwhile stays out of it', async () => {
    const other = path.join(folder, 'meanwhile.tar.gz');
    const before = await sums(ownerUrl);
    const writing = writeBackup({ ownerUrl, dataFolder: path.join(folder, 'none'), secrets, now: new Date() }, other);
    const [done] = await Promise.all([writing, makeCenter('后来的')]);
    const rows = (all: Record<string, TableSum>) => Object.values(all).reduce((total, sum) => total + sum.rows, 0);
    const target = await emptyInstallation();
    await readBackup(other, target);
    expect(rows(await sums(target.ownerUrl))).toBe(done.rows);
    // A center is written in two transactions: the moment lies before, between or after them.
    expect([0, 1, 2]).toContain(done.rows - rows(before));
  });
});
