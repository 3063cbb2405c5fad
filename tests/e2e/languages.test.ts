import type { FrameLocator, Page } from '@playwright/test';
import { languages } from '../../src/contract/languages.js';
import { readMessages } from '../support/readMessages.js';
import { allConfirmationsPath } from '../../src/contract/paths.js';
import { showEveryKind } from './everyKind.js';
import { expect, findings, languageRules, starting, test } from './sandbox.js';
import { giveTheTabAllRoom } from './giveTheTabAllRoom.js';
import { callApi } from './screens.js';
import { expectPeopleSoon, openDisclosures, whatIsShown, type Shown } from './whatIsShown.js';

test.slow();
// Text that fits in the widest font also fits in Segoe UI.
test.use({ font: 'wide' });

/** Text that does not fit its place. */
const faultsIn = ({ sidewaysScroll, cutOff, brokenWords, wrappedLabels }: Shown): string[] => [
  ...(sidewaysScroll > 0 ? [`scrolls sideways by ${sidewaysScroll} px`] : []),
  ...cutOff.map((text) => `cut off: ${text}`),
  ...brokenWords.map((word) => `broken: ${word}`),
  ...wrappedLabels.map((text) => `in two lines: ${text}`),
];

async function expectThatItFits(
  page: Page,
  tab: FrameLocator,
  where: string,
  widths: readonly number[] = [1280, 768, 320],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .configure({ soft: true })
      .poll(async () => ({ where, width, faults: faultsIn(await whatIsShown(tab)) }), { timeout: 5_000 })
      .toEqual({ where, width, faults: [] });
  }
}

for (const { tag, direction } of languages) {
  test(`in ${tag} the list starts early at 320 pixels, and at every width no word is broken or cut off`, async ({
    openAs,
    page,
    sandboxUrl,
  }) => {
    const { first, later } = readMessages(tag);
    const { find, confirm, history } = later;
    await callApi({ page, sandboxUrl, person: 'ruth', look: {} }, allConfirmationsPath, 'DELETE');
    await giveTheTabAllRoom(page);
    await page.setViewportSize({ width: 320, height: 900 });
    const tab = await openAs('ruth', { locale: tag.toLowerCase() });
    await expect(tab.locator('html')).toHaveAttribute('lang', new RegExp(`^${tag}\\b`));
    await expect(tab.locator('html')).toHaveAttribute('dir', direction);
    await expect(tab.getByRole('button', { name: find.search, exact: true })).toBeVisible();
    // The widest font needs more room.
    await expectPeopleSoon(tab, 320, 240);
    await showEveryKind(page, sandboxUrl);
    await tab.getByRole('button', { name: first.refresh, exact: true }).click();
    await expect(tab.locator('[data-person]').nth(9)).toBeVisible();
    await openDisclosures(tab);
    expect(await findings(page, languageRules)).toEqual([]);
    await expectThatItFits(page, tab, 'delegators');
    await tab.getByRole('tab', { selected: false }).click();
    await openDisclosures(tab);
    await expectThatItFits(page, tab, 'delegates', [320]);

    await page.unrouteAll();
    await tab.getByRole('tab', { selected: false }).click();
    await tab.getByRole('button', { name: first.refresh, exact: true }).click();
    await tab.locator('[data-person]').first().click();
    await expect(tab.getByRole('dialog').locator('dl')).toBeVisible();
    await expectThatItFits(page, tab, 'details', [320]);
    await page.keyboard.press('Escape');

    await tab.getByRole('button', { name: confirm.confirm, exact: true }).click(starting);
    await tab.getByRole('button', { name: history.open, exact: true }).click();
    await tab.getByRole('dialog').getByText(history.record).first().click();
    await expectThatItFits(page, tab, 'history', [320]);

    await openAs('priya', { locale: tag.toLowerCase() });
    await openDisclosures(tab);
    await expectThatItFits(page, tab, 'problem');
  });
}
