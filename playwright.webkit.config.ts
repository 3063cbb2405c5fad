import { defineConfig } from '@playwright/test';

/** Playwright only runs these tests. They drive WebKit through its own driver, see tests/webkit/window.ts. */
export default defineConfig({
  testDir: 'tests/webkit',
  timeout: 90_000,
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
