import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.js';

// Applies to the tests, the browser and the server.
process.env['TZ'] = 'UTC';

/** Runs the installed Chromium, Chrome or Edge against the sandbox. */
export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: launchOptions(),
  },
});
