import { defineConfig } from '@playwright/test';

/** Only runs the tests: what they drive is WebKit's own driver, see tests/webkit/window.ts. */
export default defineConfig({
  testDir: 'tests/webkit',
  timeout: 90_000,
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
