import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BackupError } from '@/db/backup/archive';
import { readBackup } from '@/db/backup/read';
import { writeBackup } from '@/db/backup/write';
import { saveSecrets } from '@/db/embedded/secrets';
import { saysDiskFull } from '@/db/embedded/startup-error';
import { migrate } from '@/db/migrate';
import { both } from '../bootstrap/words.mjs';
import { dataFolder, type Installation, openInstallation, secretsFile } from '../house/installation';
import { explain, freeSpace, Problem } from '../house/problems';

/** `npm run backup -- FILE` and `npm run restore -- FILE`: all rows and files of an installation, in one archive. */
export async function main(command: string, args: string[]): Promise<void> {
  let house: Installation | undefined;
  try {
    const [name] = args;
    if (name === undefined || args.length !== 1) throw new Problem('fileMissing', { command });
    // npm changes into the project; a relative name is meant from where the command was typed.
    const file = resolve(process.env.INIT_CWD ?? '.', name);
    if (command === 'restore' && !existsSync(file)) throw new Problem('fileNotFound', { file });
    // A backup is most wanted when the disk of the data fills up; it is written to another one, which speaks for itself.
    house = await openInstallation(() => undefined, { writes: command === 'restore' });
    await migrate({ ownerUrl: house.ownerUrl, appUrl: house.appUrl });
    console.log(command === 'backup' ? await backUp(house, file) : await restore(house, file));
    await house.close();
    process.exit(0);
  } catch (error) {
    await house?.close().catch(() => undefined);
    explain(error, dataFolder());
  }
}

async function backUp(house: Installation, file: string): Promise<string> {
  const { AUTH_SECRET: authSecret = '', AUDIT_SALT: auditSalt = '' } = house.environment;
  const source = { ownerUrl: house.ownerUrl, dataFolder: house.dataFolder, secrets: { authSecret, auditSalt }, now: new Date() };
  const done = await written(dirname(file), () => writeBackup(source, file));
  const size = `${(statSync(file).size / 1024 / 1024).toFixed(1)} MB`;
  return both('notes.backupDone', { file, ...done, size }, '\n');
}

/** @throws Problem backupDiskFull: it is the disk of the archive that is full, not that of the data */
async function written<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    mkdirSync(folder, { recursive: true });
    return await work();
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw saysDiskFull(code) ? new Problem('backupDiskFull', { path: folder, free: freeSpace(folder) }) : error;
  }
}

async function restore(house: Installation, file: string): Promise<string> {
  const { secrets } = house;
  try {
    const done = await readBackup(file, {
      ownerUrl: house.ownerUrl,
      dataFolder: house.dataFolder,
      keepSecrets: ({ authSecret = secrets.authSecret, auditSalt = secrets.auditSalt }) =>
        saveSecrets(secretsFile(), { ...secrets, authSecret, auditSalt }),
    });
    return both('notes.restoreDone', { ...done }, '\n');
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    switch (error.code) {
      case 'damaged': throw new Problem('archiveDamaged', { file, reason: error.message });
      case 'otherVersion': throw new Problem('archiveOther', { file });
      case 'notEmpty': throw new Problem('restoreNotEmpty');
      case 'differs': throw new Problem('restoreDiffers', { tables: error.message });
    }
  }
}
