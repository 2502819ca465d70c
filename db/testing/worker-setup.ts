import path from 'node:path';
import { tmpdir } from 'node:os';
import { cloneTemplate, workOn } from './clone';

/** Gives this worker its own clone of the migrated template before anything of the product is loaded. */
const name = `worker_${process.ppid}_${process.env.VITEST_POOL_ID ?? '0'}`;
workOn(await cloneTemplate(name));
process.env.DATABASE_POOL = '8';
process.env.AUTH_SECRET = 'a-secret-that-only-tests-know-of-32';
process.env.AUDIT_SALT = 'a-salt-for-tests';
process.env.DATA_DIR = path.join(tmpdir(), `dianxiaoer-${name}`);
process.env.LOG_LEVEL = 'silent';
