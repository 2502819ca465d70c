import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { both, fail } from './words.mjs';

const ROOM_TO_INSTALL = 600 * 1024 * 1024;

/**
 * Installs what package-lock.json says unless it is there already, however it came there.
 * Development packages stay once they are installed: `npm test` and `npm start` may alternate.
 */
export async function ensureInstalled(root, { dev }) {
  const wanted = packagesIn(`${root}/package-lock.json`);
  const installed = existsSync(`${root}/node_modules/.package-lock.json`)
    ? packagesIn(`${root}/node_modules/.package-lock.json`)
    : {};
  const withDev = dev || Object.values(installed).some((entry) => entry.dev === true);
  const missing = Object.entries(wanted).some(
    ([path, entry]) =>
      path !== '' && !entry.optional && !entry.devOptional && !entry.peer && (withDev || !entry.dev) &&
      installed[path]?.version !== entry.version,
  );
  if (!missing) return;

  refuseFullDisk(root, ROOM_TO_INSTALL);
  process.stdout.write(`${both('steps.install')} …`);
  const started = Date.now();
  const beat = setInterval(() => process.stdout.write(` ${Math.round((Date.now() - started) / 1000)} s`), 5000);
  // Not `npm ci`: it refuses a lock file that was written where the registry lacks other platforms' packages.
  // The locked versions are installed all the same, and the lock file stays as it is.
  const { code, output } = await npm(root, ['install', '--no-save', ...(withDev ? ['--include=dev'] : ['--omit=dev'])]);
  clearInterval(beat);
  process.stdout.write(code === 0 ? ` ✓ ${((Date.now() - started) / 1000).toFixed(1)} s\n` : '\n');
  if (code === 0) return;
  if (/ENOSPC|EDQUOT/.test(output)) refuseFullDisk(root, Number.POSITIVE_INFINITY);
  const reasons = output.split('\n').filter((line) => /^npm (error|ERR!) (?!code |errno |syscall |path )\S/.test(line));
  fail('installFailed', { reason: (reasons[0] ?? output.trim().split('\n').at(-1) ?? '').trim() });
}

/** Ends with a sentence when fewer than `bytes` are free where `path` lies. */
export function refuseFullDisk(path, bytes) {
  const { bavail, bsize } = statfsSync(path);
  if (bavail * bsize < bytes) fail('diskFull', { path, free: `${Math.floor((bavail * bsize) / 1024 / 1024)} MB` });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function npm(root, args) {
  // Under `npm start` npm says where it is; a bare `node scripts/run.mjs` looks for it.
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  // NODE_ENV=production would make npm leave the development packages out.
  const { NODE_ENV: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && first.length === 0,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; });
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
