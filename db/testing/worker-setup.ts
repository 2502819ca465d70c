import path from 'node:path';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { inject } from 'vitest';

/** Gives this worker its own clone of the migrated template before anything of the product is loaded. */
const worker = process.env.VITEST_POOL_ID ?? '0';
const name = `worker_${process.ppid}_${worker}`;

const server = new pg.Client({ connectionString: inject('superUrl') });
await server.connect();
const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
if (rowCount === 0) {
  const template = new URL(inject('ownerUrl')).pathname.slice(1);
  await server.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} owner dxe_owner`);
}
await server.end();

const on = (url: string) => {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.toString();
};
process.env.DATABASE_URL = on(inject('ownerUrl'));
process.env.DATABASE_APP_URL = on(inject('appUrl'));
process.env.DATABASE_POOL = '8';
process.env.AUTH_SECRET = 'a-secret-that-only-tests-know-of-32';
process.env.AUDIT_SALT = 'a-salt-for-tests';
process.env.DATA_DIR = path.join(tmpdir(), `dianxiaoer-${name}`);
process.env.LOG_LEVEL = 'silent';
