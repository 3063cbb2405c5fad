import { readFile } from 'node:fs/promises';
import { expect, findingsInAllThemes, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

/** The embedded database makes itself at the sandbox's first start, which takes seconds. */
const starting = { timeout: 60_000 };

test.slow();

test('the whole story: confirm, see what changed, confirm again, look back, forget', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('diego');
  const change = page.getByRole('button', { name: 'Change a right' });
  const refresh = tab.getByRole('button', { name: 'Refresh' });
  const today = new Date().toLocaleDateString('en-us', { dateStyle: 'long' });
  await expect(tab.getByText('Checked these 2 people?')).toBeVisible(starting);
  expect(await findingsInAllThemes(page)).toEqual([]);

  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText('Confirmed today')).toBeVisible();

  await change.click();
  await page.getByRole('button', { name: 'End a delegation' }).click();
  await refresh.click();
  await expect(tab.getByText(`2 changes since you confirmed on ${today}`)).toBeVisible();
  await expect(
    tab.getByText(`${isolated('Amina Okafor')} can no longer make calls on your behalf.`),
  ).toBeVisible();
  // Gone from the list, but still known to the directory.
  await expect(tab.getByText(`${isolated('Jonas Brandt')} can no longer act for you.`)).toBeVisible();
  await expect(tab.getByRole('row', { name: /Amina Okafor/ })).toContainText('Changed');
  expect(await findingsInAllThemes(page)).toEqual([]);

  await tab.getByRole('button', { name: 'Confirm the new list' }).click();
  await expect(tab.getByText('Confirmed today')).toBeVisible();
  await expect(tab.getByRole('row', { name: /Amina Okafor/ })).not.toContainText('Changed');

  const history = tab.getByRole('button', { name: 'History', exact: true });
  await history.click();
  const drawer = tab.getByRole('dialog');
  await expect(drawer.getByRole('listitem').first()).toContainText(
    `${isolated('Amina Okafor')} can no longer make calls on your behalf.`,
  );
  await expect(drawer).toContainText('First confirmation.');
  expect(await findingsInAllThemes(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await drawer.getByRole('button', { name: 'Export history to CSV' }).click();
  const rows = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(8);
  expect(rows[5]).toMatch(/^"\d{4}-.*Z","Amina Okafor can no longer make calls on your behalf\."$/);
  await page.keyboard.press('Escape');
  await expect(history).toBeFocused();

  await history.click();
  await drawer.getByRole('button', { name: 'Delete my history' }).click();
  await drawer.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(drawer).toBeHidden();
  await expect(tab.getByText('Checked this person?')).toBeVisible();
});

test('a list that changed while it was looked at is shown anew, and nothing unseen is confirmed', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('sofia');
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toBeEnabled(starting);
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();

  await expect(tab.getByText('The list has changed')).toBeVisible();
  await expect(tab.getByText('Confirmed today')).toBeHidden();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText('Confirmed today')).toBeVisible();
});

test('without its store the lists work, and the page says that confirming does not until it does', async ({
  openAs,
  page,
}) => {
  await page.route('**/api/confirmations/**', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'store_unavailable', correlationId: 'x' }),
    }),
  );
  const tab = await openAs('amina');

  await expect(tab.getByRole('rowheader')).toHaveCount(3);
  await expect(tab.getByText('Confirming isn’t available right now')).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await page.unroute('**/api/confirmations/**');

  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toBeVisible(starting);
});
