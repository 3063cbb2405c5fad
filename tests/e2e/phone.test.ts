import { readMessages } from '../support/readMessages.js';
import { expect, findings, test } from './sandbox.js';
import { confirmList, setTabWidth } from './tab.js';

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

test('on a phone the summary opens the findings, and clearing filters keeps focus', async ({ openAs }) => {
  const tab = await openAs('ruth', { width: 'phone' });
  const button = tab.getByRole('button', { name: 'Search people' });
  await expect(tab.locator('li[data-finding]')).toHaveCount(0);
  await tab.getByRole('region', { name: 'Worth a look' }).getByRole('button').first().click();
  await expect(tab.locator('li[data-finding="inactive"]')).toBeVisible();
  await button.click();
  await tab.getByRole('searchbox', { name: 'Search people' }).fill('nobody at all');
  await button.click();
  await tab.getByRole('button', { name: 'Clear filters' }).click();

  await expect(button).toBeFocused();
  await expect(tab.getByRole('button', { name: 'Hana Kovář' })).toBeVisible();
});

test('the list ends with its confirmation at every width', async ({ openAs, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const tab = await openAs('amina', { width: 'phone' });
  const confirm = tab.getByRole('button', { name: 'Confirm this list' });
  await expect(confirm).toBeVisible();
  for (const width of [390, 1000]) {
    await setTabWidth(page, width);
    await expect(tab.getByRole('rowheader')).toHaveCount(width === 390 ? 0 : 3);
    const last = tab.getByRole('button', { name: 'Lars Hedlund' });
    const [confirmTop, lastTop] = await Promise.all(
      [confirm, last].map((each) => each.evaluate((element) => element.getBoundingClientRect().top)),
    );
    expect(confirmTop).toBeGreaterThan(lastTop ?? Infinity);
  }
});

test('on a phone a card shows the old value, and the list ends with changes', async ({ openAs, page }) => {
  const tab = await openAs('jonas', { width: 'phone' });
  await confirmList(tab);
  await expect(tab.locator('li:has(> del)')).toHaveCount(0);
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(tab.getByText(/^As of .* · 1 change since you confirmed on /)).toBeVisible();
  await expect(tab.getByRole('region', { name: /^1 change since you confirmed on / })).toBeVisible();

  const card = tab.getByRole('listitem').filter({ has: tab.getByRole('button', { name: 'Diego Marenco' }) });
  await expect(card.locator('li:has(> del)')).toHaveText(['Receive calls YesNo']);
  await expect(tab.locator('li:has(> del)')).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
});
