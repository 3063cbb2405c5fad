import type { FrameLocator, Page } from '@playwright/test';
import { languages } from '../../src/contract/languages.js';
import { readMessages } from '../support/readMessages.js';
import { expect, test } from './sandbox.js';
import { giveTheTabAllRoom } from './giveTheTabAllRoom.js';
import { whatIsShown, type Shown } from './whatIsShown.js';

const widths = [1280, 768, 390, 320];

/** Users whose lists have a deleted account, an inactive delegation, names and a status not reported, or a problem. */
const people = ['miriam', 'amina', 'cora', 'victor', 'priya'];

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

async function expectThatItFits(page: Page, tab: FrameLocator, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .configure({ soft: true })
      .poll(async () => ({ where, width, faults: faultsIn(await whatIsShown(tab)) }), { timeout: 5_000 })
      .toEqual({ where, width, faults: [] });
  }
}

for (const { tag } of languages) {
  test(`breaks or cuts off no word in ${tag} and never scrolls sideways, at any width`, async ({
    openAs,
    page,
  }) => {
    await giveTheTabAllRoom(page);
    for (const alias of people) {
      const tab = await openAs(alias, { locale: tag.toLowerCase() });
      await expect(tab.locator('h1, h2').first()).toBeVisible();
      const closed = tab.locator(
        'main details:not([open]) > summary, button[aria-expanded=false]:not([role])',
      );
      while ((await closed.count()) > 0) await closed.first().click();
      await expectThatItFits(page, tab, alias);
      const person = tab.locator('[data-person]').first();
      if ((await person.count()) === 0) continue;
      await person.click();
      await expect(tab.getByRole('dialog').locator('dl')).toBeVisible();
      await expectThatItFits(page, tab, `${alias}, details`);
    }

    const tab = await openAs('diego', { locale: tag.toLowerCase() });
    const { confirm, history } = readMessages(tag).later;
    const confirmThis = tab.getByRole('button', { name: confirm.confirm, exact: true });
    const openHistory = tab.getByRole('button', { name: history.open, exact: true });
    // The embedded database is created when the sandbox first starts.
    await expect(confirmThis.or(openHistory).first()).toBeVisible({ timeout: 60_000 });
    if (!(await openHistory.isVisible())) await confirmThis.click();
    await openHistory.click();
    await tab.getByRole('dialog').getByText(history.record).first().click();
    await expectThatItFits(page, tab, 'history');
  });
}
