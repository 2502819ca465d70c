import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '@/db/embedded/lock';
import { Problem } from './problems';

const FOLDERS = ['app', 'components', 'lib', 'db', 'public'];
const FILES = /^(next\.config\.\w+|postcss\.config\.\w+|proxy\.ts|instrumentation(-client)?\.ts|package-lock\.json)$/;
const NOT_BUILT = /\.(test|full)\.tsx?$/;
const OUTPUT = process.env.NEXT_DIST_DIR ?? '.next';
const HALF_AN_HOUR = 30 * 60_000;

/** What the build is made from: the sources and the environment that is compiled into it. */
export function sourcesHash(root: string, environment: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify(environment)).update(process.version).update(compilerOptions(root));
  const add = (file: string) => hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  for (const name of readdirSync(root).filter((name) => FILES.test(name)).sort()) add(name);
  for (const folder of FOLDERS.filter((name) => existsSync(join(root, name)))) {
    const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name));
    for (const file of files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()) add(file.slice(root.length + 1));
  }
  return hash.digest('hex');
}

/** Next.js adds folders to `include` when it builds; only the options shape what is built. */
function compilerOptions(root: string): string {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as { compilerOptions?: { paths?: unknown; jsx?: unknown } };
  return JSON.stringify([compilerOptions?.paths, compilerOptions?.jsx]);
}

function isBuilt(root: string, hash: string): boolean {
  const stamp = join(root, OUTPUT, '.built-from');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/**
 * Builds the pages unless they were built from exactly these sources; true when it built.
 * Two starts of one clone don't build at once.
 * @throws Problem buildFailed, the compiler's words printed
 */
export async function ensureBuilt(root: string, environment: Record<string, string>, signal?: AbortSignal): Promise<boolean> {
  if (isBuilt(root, sourcesHash(root, environment))) return false;
  return withLock(join(root, 'node_modules', '.dianxiaoer-build.lock'), async () => {
    const hash = sourcesHash(root, environment);
    if (isBuilt(root, hash)) return false;
    rmSync(join(root, OUTPUT, '.built-from'), { force: true });
    await nextBuild(root, environment, signal);
    writeFileSync(join(root, OUTPUT, '.built-from'), hash);
    return true;
  }, HALF_AN_HOUR);
}

function nextBuild(root: string, environment: Record<string, string>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root, env: { ...process.env, ...environment, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const output = Buffer.concat(chunks).toString('utf8');
      process.stderr.write(`\n${output}\n`);
      reject(/ENOSPC|No space left/.test(output) ? Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }) : new Problem('buildFailed'));
    });
  });
}
