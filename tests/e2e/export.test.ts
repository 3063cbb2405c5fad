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

test('on a phone the lists can be copied, also through Teams, but not downloaded or printed', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('diego', { width: 'iphone' });
  await confirmList(tab);
  await tab.getByRole('button', { name: 'Copy as table' }).click();
  await expect(tab.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await readCopied(page)).toMatch(/^Person\tEmail\tTitle\t[^]*\nAmina Okafor\t/);

  await tab.getByRole('button', { name: 'History', exact: true }).click();
  const drawer = tab.getByRole('dialog');
  await drawer.getByText('The list as it was').first().click();
  await expect(drawer.getByRole('button', { name: 'Copy as table' })).toBeVisible();
  await drawer.getByRole('button', { name: 'Copy all as table' }).click();
  await expect(drawer.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await readCopied(page)).toMatch(/^When\tPerson\t[^]*\tAmina Okafor\t/);
  for (const name of ['Print', 'Download CSV file', 'Download all (CSV file)'])
    await expect(tab.getByRole('button', { name, includeHidden: true })).toHaveCount(0);
  expect(await findingsInAllThemes(page)).toEqual([]);

  // The browser's clipboard is denied, so Teams copies.
  await tabOf(page).evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await drawer.getByRole('button', { name: 'Copy all as table' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Copied.' })).toBeVisible();
});
