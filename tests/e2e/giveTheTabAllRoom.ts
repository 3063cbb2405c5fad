import type { Page } from '@playwright/test';
import { frameOnly } from '../../src/tools/look/openWindow.js';

/** From here on the tab is as wide as the window: what is measured is the page, not the host around it. */
export async function giveTheTabAllRoom(page: Page): Promise<void> {
  await page.route('**/host.css', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}${frameOnly.style}` });
  });
}
