import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Problem } from './problems';

/** Without the windows that nobody looks at here: a test takes two thirds of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';
const PLACES = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser of the end-to-end tests: CHROMIUM_PATH, the system's own, or the one Playwright keeps. */
export async function findBrowser(): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  const system = PLACES.find((path) => existsSync(path));
  if (system !== undefined) return system;
  const { chromium } = await import('@playwright/test');
  const kept = chromium.executablePath();
  return existsSync(kept) ? kept : null;
}

/**
 * Finds the browser, or installs one: Debian's with Chinese type where we may, Playwright's where we may not.
 * @throws Problem browserMissing
 */
export async function ensureBrowser(): Promise<string> {
  const found = await findBrowser();
  const given = Boolean(process.env.CHROMIUM_PATH);
  if (found !== null && (given || found === SHELL || !mayInstallFromDebian())) return found;
  if (given) throw new Problem('browserMissing', { reason: process.env.CHROMIUM_PATH ?? '' });
  // What was found will do where its lighter sister can't be had.
  const reason = installFromDebian() ?? (found === null ? installFromPlaywright() : null);
  const installed = await findBrowser();
  if (installed === null) throw new Problem('browserMissing', { reason: reason ?? '' });
  return installed;
}

const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

function mayInstallFromDebian(): boolean {
  return existsSync('/usr/bin/apt-get') && (asRoot.length === 0 || run(['sudo', '-n', 'true']) === null);
}

/** Null when it worked. */
function installFromDebian(): string | null {
  if (!mayInstallFromDebian()) return 'apt-get';
  // Stale lists name versions that are gone.
  const lists = run([...asRoot, 'apt-get', 'update']);
  return run([...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', 'chromium-headless-shell', 'fonts-noto-cjk']) ?? (existsSync(SHELL) ? null : lists);
}

function installFromPlaywright(): string | null {
  return run([process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

function run([command = '', ...args]: string[]): string | null {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 });
  if (status === 0) return null;
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? `${command} ${status}`;
}
