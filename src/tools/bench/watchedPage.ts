import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from '@playwright/test';

const watcher = fileURLToPath(new URL('../../../src/tools/bench/inPage.js', import.meta.url));

/** A new page, in all frames of which inPage.js watches; closed afterwards. */
export async function withWatchedPage<Result>(
  browser: Browser,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: watcher });
    return await use(page);
  } finally {
    await context.close();
  }
}

/** @throws {Error} when the window of Teams does not show the tab */
export function tabOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => new URL(candidate.url()).pathname === '/tab');
  if (frame === undefined) throw new Error('The tab is not framed.');
  return frame;
}
