import { defineConfig } from '@playwright/test';
import browserTests from './playwright.config.js';

/** `npm run look`: takes pictures of the page. `npx playwright show-report` displays them side by side. */
export default defineConfig({
  ...browserTests,
  testDir: 'tests/pictures',
  timeout: 120_000,
  reporter: [['line'], ['html', { open: 'never' }]],
  use: { ...browserTests.use, screenshot: 'off' },
});
