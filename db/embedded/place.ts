import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, canReach, chooseAccount } from './account';
import { type Binaries, copyBinaries, findBinaries } from './binaries';
import type { Cluster } from './cluster';
import { StartupError } from './startup-error';

const RECORD = 'postgres-home';
/** For root only, when the user PostgreSQL runs as can't get at our own folder. */
const SYSTEM_PLACES = ['/var/lib/dianxiaoer', '/opt/dianxiaoer', '/var/tmp/dianxiaoer'];

/**
 * Where the cluster of this data folder lives and who runs it. In the data folder itself, unless we are root and the
 * folder lies where an unprivileged user can't go: then below /var/lib, which the data folder remembers.
 * @throws StartupError
 */
export function placeCluster(dataFolder: string): Cluster {
  mkdirSync(dataFolder, { recursive: true });
  const real = realpathSync(dataFolder);
  const record = join(real, RECORD);
  const remembered = existsSync(record) ? readFileSync(record, 'utf8').trim() : null;
  const binaries = findBinaries();
  const ownHome = remembered ?? real;
  const account = chooseAccount(join(ownHome, 'postgres'));
  if (account === null) {
    refuseForeign(join(ownHome, 'postgres'));
    chmodSync(real, 0o700);
    return clusterIn(ownHome, binaries, account);
  }
  // Passable but not readable for others: the server reaches its own folder in it and nothing else.
  chmodSync(real, 0o711);
  if (remembered === null && canReach(account, real)) return clusterIn(real, reachable(binaries, account), account);
  // A name of its own: a clone made again in the same place, or a deleted data folder, begins anew.
  const home = remembered ?? join(systemPlace(account), randomBytes(8).toString('hex'));
  if (remembered === null) writeFileSync(record, `${home}\n`);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  chmodSync(home, 0o711);
  return clusterIn(home, reachable(binaries, account), account);
}

/** The binaries, or a copy of them where the account can run them. */
export function reachable(binaries: Binaries, account: Account | null): Binaries {
  if (account === null || canReach(account, binaries.postgres)) return binaries;
  return copyBinaries(binaries, systemPlace(account));
}

function clusterIn(home: string, binaries: Binaries, account: Account | null): Cluster {
  return { binaries, account, home, dataDir: join(home, 'postgres') };
}

function systemPlace(account: Account): string {
  for (const place of SYSTEM_PLACES) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 });
      chmodSync(place, 0o755);
    } catch {
      continue;
    }
    if (canReach(account, place)) return place;
  }
  throw new StartupError('noReachablePlace', { places: SYSTEM_PLACES.join(', ') });
}

function refuseForeign(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  try {
    readFileSync(join(dataDir, 'PG_VERSION'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new StartupError('dataForeign', { path: dataDir });
  }
}
