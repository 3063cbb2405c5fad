import type { Page } from '@playwright/test';
import { confirmList, tabOf } from './tab.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Reads the clipboard in the host's page. The tab's frame may only write to it. */
async function readCopied(page: Page): Promise<string> {
  await page.bringToFront();
  await page.locator('body').evaluate(() => window.focus());
  return await page.evaluate(() => navigator.clipboard.readText());
}

const unavailable = ['Print', 'Download CSV file', 'Download all (CSV file)'];

test('offers to copy the lists on iOS, not to download or print them', async ({ openAs, page }) => {
  const tab = await openAs('diego', { width: 'iphone' });
  const copied = tab.getByRole('status').filter({ hasText: 'Copied' });
  await confirmList(tab);
  await tab.getByRole('button', { name: 'Copy as table' }).click();
  await expect(copied).toBeVisible();
  expect(await readCopied(page)).toMatch(/^Person\tEmail\tTitle\t[^]*\nAmina Okafor\t/);

  await tab.getByRole('button', { name: 'History', exact: true }).click();
  const drawer = tab.getByRole('dialog');
  await drawer.getByText('The list as it was').first().click();
  await expect(drawer.getByRole('button', { name: 'Copy as table' })).toBeVisible();
  await drawer.getByRole('button', { name: 'Copy all as table' }).click();
  await expect(drawer.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await readCopied(page)).toMatch(/^When\tPerson\t[^]*\tAmina Okafor\t/);
  for (const name of unavailable)
    await expect(tab.getByRole('button', { name, includeHidden: true })).toHaveCount(0);
  expect(await findingsInAllThemes(page)).toEqual([]);
});

test('on Android the page offers no download, and can copy through Teams', async ({ openAs, page }) => {
  const tab = await openAs('amina', { width: 'phone' });
  await tabOf(page).evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await tab.getByRole('button', { name: 'Copy as table' }).click();

  await expect(tab.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Copied.' })).toBeVisible();
  for (const name of unavailable)
    await expect(tab.getByRole('button', { name, includeHidden: true })).toHaveCount(0);
});
