import { chromium } from '@playwright/test';
import { findBrowser } from './findPrograms.js';

/** The launch options for this machine's browser: without a sandbox, as a container requires, and without its own requests. */
export function launchOptions() {
  const executablePath = findBrowser(chromium.executablePath());
  if (executablePath === undefined) throw new Error('No browser found. `npm test` installs one.');
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
