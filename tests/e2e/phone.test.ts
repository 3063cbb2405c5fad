import type { FrameLocator, Page } from '@playwright/test';
import { languages } from '../../src/contract/languages.js';
import { readMessages } from '../support/readMessages.js';
import { expect, findings, test } from './sandbox.js';

const few = ['amina', 'diego', 'miriam', 'cora'];
const moreThanSix = ['ruth', 'yusuf', 'hugo'];

for (const width of [390, 320]) {
  for (const alias of [...few, ...moreThanSix]) {
    test(`at ${width} pixels the list of ${alias} starts within the first 220`, async ({ page, openAs }) => {
      await page.setViewportSize({ width: width + 40, height: 900 });
      const tab = await openAs(alias, { width: 'phone' });

      await expectPeopleSoon(page, tab, width, moreThanSix.includes(alias) ? 'Search people' : undefined);
      expect(await findings(page)).toEqual([]);
    });
  }
}

for (const { tag } of languages) {
  test(`at 320 pixels a list of nine people starts within the first 220 in ${tag}`, async ({
    page,
    openAs,
  }) => {
    await page.setViewportSize({ width: 360, height: 900 });
    const tab = await openAs('ruth', { width: 'phone', locale: tag.toLowerCase() });

    await expectPeopleSoon(page, tab, 320, readMessages(tag).later.find.search);
  });
}

/** Measures once everything above the list is there. */
async function expectPeopleSoon(page: Page, tab: FrameLocator, width: number, search?: string) {
  await tab.locator('html').evaluate((html) => html.ownerDocument.fonts.ready.then(() => undefined));
  await page.locator('#tab').evaluate((frame, px) => {
    frame.style.width = `${px}px`;
  }, width);
  const panel = tab.getByRole('tabpanel');
  await expect(panel.getByRole('region').getByRole('button').first()).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  if (search !== undefined)
    await expect(tab.getByRole('button', { name: search, exact: true })).toBeVisible();
  const first = panel.getByRole('list').first().getByRole('listitem').first();
  const top = await first.evaluate((card) => card.getBoundingClientRect().top + scrollY);

  expect(await tab.locator('html').evaluate(() => innerWidth)).toBe(width);
  expect(await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  expect(top).toBeLessThanOrEqual(220);
}

for (const locale of ['en-us', 'ar-sa']) {
  test(`on a phone a button next to the tabs opens the search, in ${locale}`, async ({ openAs, page }) => {
    const { find } = readMessages(locale === 'ar-sa' ? 'ar' : 'en').later;
    const tab = await openAs('ruth', { width: 'phone', locale });
    const button = tab.getByRole('button', { name: find.search, exact: true });
    const search = tab.getByRole('searchbox', { name: find.search });
    const people = tab.getByRole('tabpanel').getByRole('list').first().getByRole('listitem');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expect(tab.getByRole('search')).toHaveCount(0);
    const [tabs, beside] = await Promise.all([tab.getByRole('tablist').boundingBox(), button.boundingBox()]);
    expect(locale === 'ar-sa').toBe((beside?.x ?? 0) < (tabs?.x ?? 0));

    await tab.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(search).toBeFocused();
    expect(await findings(page)).toEqual([]);

    await page.keyboard.type('kovar');
    const count = tab.getByRole('status').filter({ hasText: find.found({ count: 1, total: 9 }) });
    await expect(count).toBeVisible();
    await button.click();
    // The result count stays visible while the search is closed.
    await expect(tab.getByRole('search')).toHaveCount(0);
    await expect(count).toBeVisible();
    await expect(people.first()).toContainText('Hana Kovář');
    expect(await findings(page)).toEqual([]);
  });
}

test('on a phone clearing the filters focuses the button that opens them', async ({ openAs }) => {
  const tab = await openAs('ruth', { width: 'phone' });
  const button = tab.getByRole('button', { name: 'Search people' });
  await button.click();
  await tab.getByRole('searchbox', { name: 'Search people' }).fill('nobody at all');
  await button.click();
  await tab.getByRole('button', { name: 'Clear filters' }).click();

  await expect(button).toBeFocused();
  await expect(tab.getByRole('button', { name: 'Hana Kovář' })).toBeVisible();
});

test('on a phone the summary line opens the findings', async ({ openAs }) => {
  const tab = await openAs('amina', { width: 'phone' });
  const line = tab.getByRole('region', { name: 'Worth a look' }).getByRole('button').first();
  await expect(tab.locator('li[data-finding]')).toHaveCount(0);
  await line.click();

  await expect(tab.locator('li[data-finding="inactive"]')).toBeVisible();
});

test('the list ends with its confirmation at every width', async ({ openAs }) => {
  for (const width of ['desktop', 'phone'] as const) {
    const tab = await openAs('amina', { width });
    // Another test may have confirmed the list.
    const confirm = tab.getByRole('button', { name: /^Confirm (this list|again)$/ });
    await expect(confirm).toBeVisible({ timeout: 60_000 });
    const last = tab.getByRole('button', { name: 'Lars Hedlund' });
    const [confirmTop, lastTop] = await Promise.all(
      [confirm, last].map((each) => each.evaluate((element) => element.getBoundingClientRect().top)),
    );

    expect(confirmTop).toBeGreaterThan(lastTop ?? Infinity);
  }
});

test('on a phone the summary says how much has changed, and the list ends with the changes', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('tess', { width: 'phone' });
  await tab.getByRole('button', { name: 'Confirm this list' }).click({ timeout: 60_000 });
  await expect(tab.getByText(/^Confirmed at /)).toBeVisible();
  await page.getByRole('button', { name: 'End a delegation' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(tab.getByText(/^As of .* · 1 change since you confirmed on /)).toBeVisible();
  await expect(tab.getByRole('region', { name: /^1 change since you confirmed on / })).toBeVisible();
});

test('on a phone a changed permission is in its card, with its old value', async ({ openAs, page }) => {
  const tab = await openAs('jonas', { width: 'phone' });
  await tab.getByRole('button', { name: 'Confirm this list' }).click({ timeout: 60_000 });
  await expect(tab.getByText(/^Confirmed at /)).toBeVisible();
  await expect(tab.locator('li:has(> del)')).toHaveCount(0);
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  const card = tab.getByRole('listitem').filter({ has: tab.getByRole('button', { name: 'Diego Marenco' }) });
  await expect(card.locator('li:has(> del)')).toHaveText(['Receive calls YesNo']);
  await expect(tab.locator('li:has(> del)')).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
});
