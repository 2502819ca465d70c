import { resolve } from 'node:path';
import { loadSecrets } from '@/db/embedded/secrets';
import { openEmbedded } from '@/db/embedded/service';

/**
 * Runs the embedded database alone and prints the environment the application would get; Ctrl-C ends it.
 * For tools that want a database without the application: migrations, a SQL console, an editor.
 */
const folder = resolve(process.env['DATA_DIR'] ?? './data');
const secrets = loadSecrets(`${folder}/secrets.json`);
const database = await openEmbedded(folder, secrets.passwords, (step) => console.error(`database: ${step}`));
database.watch();
console.log(`DATABASE_URL=${database.ownerUrl}
DATABASE_APP_URL=${database.appUrl}
DATA_DIR=${folder}
AUTH_SECRET=${secrets.authSecret}
AUDIT_SALT=${secrets.auditSalt}`);

const hold = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    clearInterval(hold);
    void database.close().then(() => process.exit(0));
  });
}
