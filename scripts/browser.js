import { chromium } from '@playwright/test';
import { findBrowser } from './findPrograms.js';

/**
 * Launch options for the installed browser. They turn off its sandbox, which containers require, and its
 * background requests.
 */
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
