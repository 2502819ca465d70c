import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { origin, TOLD_AGAIN } from './e2e/fixtures/place';

// Debian's own browser where it is installed; otherwise the one Playwright brought.
const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Without these Chromium talks to its maker at every start; the tests, like the product, need nobody outside. */
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// `*.full.ts`, and the stories told again in English, are what doesn't fit into a quarter of an hour.
const SPECS = /\.spec\.ts$/;
const again = new RegExp(TOLD_AGAIN);
const full = [
  { name: 'full', testMatch: /\.full\.ts$/ },
  { name: 'again', testMatch: SPECS, grep: again },
];

export default defineConfig({
  testDir: 'e2e',
  projects: process.env.E2E_FULL === '1' ? full : [{ name: 'quick', testMatch: SPECS, grepInvert: again }],
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A browser on a busy machine misses a step now and then; what fails twice is broken.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  use: {
    baseURL: origin,
    // A trace of every test costs a third of their time; ask for it where something fails: E2E_TRACE=1.
    trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: { args: quiet, ...(installed === undefined ? {} : { executablePath: installed }) },
  },
  webServer: {
    command: 'node --import tsx e2e/fixtures/serve.ts',
    url: `${origin}/api/health`,
    timeout: 600_000,
    reuseExistingServer: true,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
