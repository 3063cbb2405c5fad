import type { FrameLocator } from '@playwright/test';
import { giveTheTabAllRoom } from '../giveTheTabAllRoom.js';
import { expect, test } from '../sandbox.js';
import { expectOurWords } from './expectOurWords.js';
import { carrier, speakPseudo } from './pseudoLanguage.js';

/** Users with a short list, a long one, special cases, or a problem. */
const people = ['amina', 'ruth', 'miriam', 'priya', 'bilal'];

async function lookAround(tab: FrameLocator): Promise<void> {
  const closed = tab.locator('main details:not([open]) > summary, button[aria-expanded=false]:not([role])');
  while ((await closed.count()) > 0) await closed.first().click();
}

test.beforeEach(async ({ page }) => {
  await speakPseudo(page);
  await giveTheTabAllRoom(page);
});

for (const alias of people) {
  test(`in the pseudo-language every text that ${alias} sees fits and is translated`, async ({
    openAs,
    page,
    sandboxUrl,
  }) => {
    const tab = await openAs(alias, { locale: carrier });
    await expect(tab.locator('h1, h2').first()).toContainText('[');
    await lookAround(tab);
    await expectOurWords({ page, tab, sandboxUrl });
  });
}
