import type { Page } from '@playwright/test';
import { tabOf } from './listen.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const downloaded = 'Downloaded. If you can’t find the file, copy the table instead.';

test('the page reports each download and offers to copy the table', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  const confirmation = tab.getByRole('status').locator('span').filter({ hasText: downloaded });
  for (const press of [1, 2]) {
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Download CSV file' }).click();
    await download;
    // Each message is a new element, so that screen readers announce it again.
    await expect(confirmation.and(tab.locator(':not([data-press])'))).toBeVisible();
    await confirmation.evaluate((element, number) => {
      element.dataset['press'] = String(number);
    }, press);
  }
  await expect(tab.getByRole('button', { name: 'Copy as table' })).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
});

for (const [client, width] of [
  ['Android', 'phone'],
  ['iOS', 'iphone'],
] as const) {
  test(`offers to copy the lists on ${client}, not to download or print them`, async ({ openAs, page }) => {
    const tab = await openAs('diego', { width });
    const confirm = tab.getByRole('button', { name: /^Confirm (this list|again)$/ });
    await expect(confirm).toBeVisible({ timeout: 60_000 });
    await confirm.click();
    await expect(tab.getByText(/^Confirmed at /)).toBeVisible();
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

    for (const each of ['Print', 'Download CSV file', 'Download all (CSV file)']) {
      await expect(tab.getByRole('button', { name: each, includeHidden: true })).toHaveCount(0);
    }
    expect(await findingsInAllThemes(page)).toEqual([]);
  });
}

/** Reads the clipboard in the host's page. The tab's frame may only write to it. */
async function readCopied(page: Page): Promise<string> {
  await page.bringToFront();
  await page.locator('body').evaluate(() => {
    window.focus();
  });
  return await page.evaluate(() => navigator.clipboard.readText());
}

test('copies through Teams where the browser refuses to', async ({ openAs, page }) => {
  const tab = await openAs('amina', { width: 'iphone' });
  await tabOf(page).evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await tab.getByRole('button', { name: 'Copy as table' }).click();

  await expect(tab.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Copied.' })).toBeVisible();
});

test('prints a record once for each press, even if the browser does not report the end of printing', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('lars');
  const confirm = tab.getByRole('button', { name: /^Confirm (this list|again)$/ });
  await expect(confirm).toBeVisible({ timeout: 60_000 });
  await confirm.click();
  await expect(tab.getByText(/^Confirmed at /)).toBeVisible();
  await tab.getByRole('button', { name: 'History', exact: true }).click();
  const drawer = tab.getByRole('dialog');
  await drawer.getByText('The list as it was').first().click();
  await tabOf(page).evaluate(() => {
    const counted = globalThis as unknown as { prints: number };
    counted.prints = 0;
    window.print = () => {
      counted.prints += 1;
    };
  });
  const prints = () => tabOf(page).evaluate(() => (globalThis as unknown as { prints: number }).prints);
  const press = drawer.getByRole('button', { name: 'Print' });

  await press.click();
  await expect.poll(prints).toBe(1);
  // A change of theme renders the page again.
  await page.getByLabel('Theme').selectOption('dark');
  await tab.locator('html[data-theme="dark"]').waitFor();
  await drawer.getByRole('button', { name: 'Copy all as table' }).click();
  await expect(drawer.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await prints()).toBe(1);
  await press.click();
  await expect.poll(prints).toBe(2);
});

test('a deleted delegate is removed before the settings are shown', async ({ openAs }) => {
  const tab = await openAs('miriam');
  const finding = tab.locator('li[data-finding="accountGone"]');
  await finding.getByRole('button', { name: 'Send to my administrator' }).click();
  const message = finding.getByRole('group').last();

  await expect(message).toContainText(
    /these lines remove them and then show the settings:\s+Remove-CsUserCallingDelegate -Identity \S+ -Delegate \S+\s+Get-CsUserCallingSettings -Identity \S+\s+If the last line fails/,
  );
});

test('a deleted delegator has no command, but steps for an administrator', async ({ openAs }) => {
  const tab = await openAs('tess');
  const finding = tab.locator('li[data-finding="accountGone"]');
  await finding.getByRole('button', { name: 'Send to my administrator' }).click();
  const message = finding.getByRole('group').last();

  await expect(message).toContainText('deleted less than 30 days ago, please restore them');
  await expect(message).toContainText(/Object IDs of these accounts: \S+999/);
  await expect(message).not.toContainText('PowerShell');
});

test('the steps to end a delegation name the delete button and no tab that may be missing', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('diego');
  await tab.getByRole('rowheader').getByRole('button').first().click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Change permissions' }).click();
  const drawer = tab.getByRole('dialog', { name: /^Change what/ });
  await drawer.getByRole('radio', { name: 'This person should no longer be a delegate' }).click();
  const steps = drawer.getByRole('listitem');

  await expect(steps.nth(1)).toHaveText(
    'Choose Calls and go to Manage delegates. If there is a tab called Your delegates, open it.',
  );
  await expect(steps.nth(2)).toContainText('choose the bin next to the name');
  await expect(steps).toHaveCount(4);
  expect(await findingsInAllThemes(page)).toEqual([]);
});

test('says that Copilot may answer first to a user who checks whether calls reach a person', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('diego');
  await tab.getByText('Will your calls reach someone?').click();

  await expect(
    tab.getByRole('listitem').filter({ hasText: 'If you use Copilot call delegation' }),
  ).toContainText('Copilot may answer before your delegates do. This page can’t see that.');
  expect(await findingsInAllThemes(page)).toEqual([]);
});
