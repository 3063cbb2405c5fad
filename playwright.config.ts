import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.js';

// For the tests, the browser and the server alike.
process.env['TZ'] = 'UTC';

/** Runs the machine's own Chromium, Chrome or Edge in front of the sandbox. */
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
