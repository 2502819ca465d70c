import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium } from '@playwright/test';
import pg from 'pg';
import { origin, serverState } from '@/e2e/fixtures/place';
import { type Language, openSession, phoneOf } from '@/e2e/fixtures/test';
import { addressesOf, listPages, passages, portalOf, type Visitor } from '@/e2e/routes';
import { ensureBrowser } from '../house/browser';
import { contactSheet, type Shot } from './contact-sheet';

const FOLDER = resolve('shots');
const WIDTHS = [1440, 390] as const;
const THEMES = ['light', 'dark'] as const;
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** npm run shots [-- --role=liaison --path=/desk --language=en]: every page as everybody who may enter it, on one sheet. */
export async function main(_command: string, args: string[]): Promise<void> {
  const { values: only } = parseArgs({ args, options: { role: { type: 'string' }, path: { type: 'string' }, language: { type: 'string' } } });
  const patterns = listPages().filter((pattern) => !passages.includes(pattern) && pattern.startsWith(only.path ?? '/'));
  const visitors = [...new Set(patterns.flatMap((pattern) => portalOf(pattern)))].filter((visitor) => only.role === undefined || visitor === only.role);
  const languages = LANGUAGES.filter((language) => only.language === undefined || language.startsWith(only.language));
  const server = await ensureServer();
  const database = new pg.Client({ connectionString: serverState().ownerUrl });
  await database.connect();
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: QUIET });
  const shots: Shot[] = [];
  try {
    if (Object.keys(only).length === 0) rmSync(FOLDER, { recursive: true, force: true });
    for (const visitor of visitors) {
      for (const language of languages) {
        const context = await browser.newContext({ locale: language });
        if (visitor !== 'nobody') await openSession(database, context, phoneOf(visitor));
        await context.addCookies([{ name: 'locale', value: language, url: origin }]);
        for (const pattern of patterns.filter((one) => portalOf(one).includes(visitor))) {
          shots.push(...(await photograph(context, database, pattern, visitor, language)));
        }
        await context.close();
        console.log(`${visitor} ${language}: ${shots.filter((shot) => shot.visitor === visitor && shot.language === language).length}`);
      }
    }
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, 'index.html'), contactSheet(shots));
    console.log(`${shots.length} pictures: ${join(FOLDER, 'index.html')}`);
  } finally {
    await browser.close();
    await database.end();
    server?.kill('SIGTERM');
  }
}

/** A page is asked for once; its widths and themes are only the window's. */
async function photograph(context: BrowserContext, database: pg.Client, pattern: string, visitor: Visitor, language: Language): Promise<Shot[]> {
  const shots: Shot[] = [];
  const page = await context.newPage();
  const addresses = await addressesOf(database, pattern, visitor).catch((error: unknown) => {
    console.error(String(error));
    return [];
  });
  for (const [index, address] of addresses.entries()) {
    const response = await page.goto(`${origin}${address}`, { waitUntil: 'load' });
    const status = response?.status() ?? 0;
    // Refused is as everybody's: one picture of it is enough, and not here.
    if (status === 403) continue;
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        const name = pattern === '/' ? 'home' : pattern.slice(1).replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '');
        const file = join(visitor, `${name}${addresses.length > 1 ? `-${index + 1}` : ''}-${language}-${width}-${theme}.png`);
        await page.screenshot({ path: join(FOLDER, file), fullPage: true });
        shots.push({ file, pattern, address, visitor, language, width, theme, status });
      }
    }
  }
  await page.close();
  return shots;
}

/** The server of the end-to-end tests: the one that runs, or one of our own. */
async function ensureServer(): Promise<ChildProcess | null> {
  const answers = () => fetch(`${origin}/api/health`).then(({ ok }) => ok, () => false);
  if (await answers()) return null;
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/fixtures/serve.ts'], { stdio: 'inherit' });
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error('the server did not start');
    await new Promise((done) => setTimeout(done, 500));
  }
  return child;
}
