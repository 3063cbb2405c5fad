import { chromium } from '@playwright/test';
import { findBrowser } from './findPrograms.js';
import { thisMachine } from './machine.js';

/** Where Playwright's download of Chromium lies, or would lie. */
export const playwrightsOwn = () => chromium.executablePath();

/**
 * What Playwright starts: this machine's browser, as a container can run it, and without talk of its own on the network.
 *
 * @throws when there is no browser.
 */
export function launchOptions() {
  const executablePath = findBrowser(thisMachine, playwrightsOwn());
  if (executablePath === undefined)
    throw new Error('There is no browser here; `npm test` gets one, or says how.');
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
