import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartupError } from './startup-error';

/** Whom PostgreSQL runs as. Null: as ourselves. */
export interface Account {
  uid: number;
  gid: number;
}

const OWN_USER = 'dianxiaoer-pg';

/**
 * PostgreSQL refuses to run as root. As root we hand it to the owner of the data if there is any,
 * to an existing `postgres` user, to one we make, or to nobody.
 * @throws StartupError noUnprivilegedUser
 */
export function chooseAccount(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const account = lookUp('postgres') ?? lookUp(OWN_USER) ?? make() ?? lookUp('nobody');
  if (account === null) throw new StartupError('noUnprivilegedUser');
  return account;
}

/** Whether that user can really do `test -x path`, asked of the system itself: modes, ACLs and mounts included. */
export function canReach(account: Account, path: string): boolean {
  const { status } = spawnSync('test', ['-x', path], { ...account, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

function lookUp(name: string): Account | null {
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return null;
  }
}

function make(): Account | null {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', OWN_USER]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_USER]],
  ];
  for (const [command, args] of attempts) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return lookUp(OWN_USER);
  }
  return null;
}
