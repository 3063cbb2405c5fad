import type { Browser, Page } from '@playwright/test';
import type { Shot } from './Shot.js';

export type Surroundings = {
  /** CSS pixels; a picture grows to what the page needs. */
  readonly height: number;
  readonly style: string;
};

/** The frame as wide as the window: what is looked at is the page, not the host around it. */
export const frameOnly: Surroundings = {
  height: 900,
  style: `
  .controls, header, .rail, .tabs { display: none !important; }
  .shell { display: block !important; }
  iframe { display: block; width: 100vw !important; height: 100vh !important; }`,
};

/** A Teams window, without the sandbox's own bar. */
export const teamsWindow: Surroundings = { height: 720, style: '.controls { display: none !important; }' };

/** A window of its own for one look, and what is written to its console meanwhile. */
export async function openWindow(
  browser: Browser,
  { theme, width, language }: Shot,
  { height, style }: Surroundings,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height },
    colorScheme: theme === 'default' ? 'light' : 'dark',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
    reducedMotion: 'reduce',
    hasTouch: width < 600,
  });
  await context.route('**/host.css', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}${style}` });
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('popup', (popup) => void popup.close());
  return { page, complaints };
}

/** An answer that is an error is what many of these people are there for; the list of host domains is on the network. */
const isExpected = (text: string): boolean =>
  /the server responded with a status of|validDomains|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/.test(
    text,
  );
