import { readFile } from 'node:fs/promises';
import { countPuts } from './countPuts.js';
import { listen, tabOf } from './listen.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

/** The embedded database makes itself at the sandbox's first start, which takes seconds. */
const starting = { timeout: 60_000 };

test.slow();

test('the whole story: confirm, judge what changed, look back, print, forget', async ({ openAs, page }) => {
  const puts = countPuts(page);
  const tab = await openAs('diego');
  await expect(tab.getByText('Not confirmed yet. Check the rows, then confirm.')).toBeVisible(starting);
  // Whoever opens it for the first time.
  await expect(
    tab.getByText(/Microsoft 365 says of your call delegations, and changes nothing there\.$/),
  ).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  const heard = await listen(page);

  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(await heard()).toContainEqual(expect.stringMatching(/^Confirmed at /));

  await page.getByRole('button', { name: 'Change a right' }).click();
  await page.getByRole('button', { name: 'End a delegation' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();
  const panel = tab.getByRole('region', { name: /^2 changes since you confirmed on .*\d:\d\d/ });
  await expect(panel).toContainText(
    `${isolated('Amina Okafor')} can no longer make calls on your behalf. (Yes → No)`,
  );
  // Gone from the list, but still known to the directory.
  await expect(panel).toContainText(`${isolated('Jonas Brandt')} can no longer act for you.`);
  expect(await heard()).toContainEqual(
    expect.stringMatching(/^2 changes since .*Amina Okafor can no longer make calls on your behalf\./),
  );
  const row = tab.getByRole('row', { name: /Amina Okafor/ });
  await expect(row).toContainText('Changed');
  // In the very cell, and in no other.
  await expect(row.locator('td:has(del)')).toHaveText(['YesNo']);
  expect(await findingsInAllThemes(page)).toEqual([]);

  const confirm = tab.getByRole('button', { name: 'Confirm the new list' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await expect(confirm).toHaveAccessibleDescription('0 of 2 checked');
  await confirm.press('Enter');
  await panel
    .getByRole('radiogroup', { name: /Amina Okafor/ })
    .getByRole('radio', { name: 'I didn’t expect this' })
    .check();
  await expect(tab.getByText('1 of 2 checked')).toBeVisible();
  await panel
    .getByRole('radiogroup', { name: /Jonas Brandt/ })
    .getByRole('radio', { name: 'That’s right' })
    .check();
  await expect(tab.getByText('All checked. You can confirm now.')).toBeVisible();
  expect(puts).toHaveLength(1);
  await confirm.click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(puts[1]?.wrong).toHaveLength(1);
  await expect(tab.getByRole('row', { name: /Amina Okafor/ })).not.toContainText('Changed');

  // What was not right stays so, unless the reader says otherwise.
  await tab.getByRole('button', { name: 'Confirm again' }).click();
  await expect(tab.getByRole('radio', { name: 'I didn’t expect this' })).toBeChecked();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  expect(puts[2]?.wrong).toEqual(puts[1]?.wrong);

  const history = tab.getByRole('button', { name: 'History', exact: true });
  await history.click();
  const drawer = tab.getByRole('dialog');
  await expect(drawer).toContainText('First confirmation.');
  const records = drawer.getByText('The list as it was');
  // The same list, marked in the same way within minutes, is the same confirmation.
  await expect(records).toHaveCount(2);
  await records.first().click();
  await expect(drawer.getByRole('row', { name: /Amina Okafor/ })).toContainText('Not expected');
  expect(await findingsInAllThemes(page)).toEqual([]);

  await tabOf(page).evaluate(() => {
    window.print = () => undefined;
  });
  await drawer.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = tab.locator('[data-record]');
  await expect(paper).toContainText('Your delegates');
  await expect(paper).toContainText(/diego@/);
  await expect(paper).toContainText(/Confirmed on .*\d:\d\d.*(GMT|UTC)/);
  // Not by its role: what is beside a dialog is hidden from assistive technology.
  await expect(paper.locator('tr', { hasText: 'Amina Okafor' })).toContainText('Not expected');
  await expect(drawer).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await tabOf(page).evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);

  const download = page.waitForEvent('download');
  await drawer.getByRole('button', { name: 'Download CSV file' }).click();
  const rows = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(rows.slice(0, 3).join()).toMatch(/Your delegates.*diego@.*(GMT|UTC)/);
  expect(rows.at(-1)).toMatch(/^"\d{4}-\d\d-\d\d \d\d:\d\d","Amina Okafor","No",.*"Not expected"/);
  await page.keyboard.press('Escape');
  await expect(history).toBeFocused();

  await history.click();
  await drawer.getByRole('button', { name: 'Delete my history' }).click();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(drawer).toBeHidden();
  await expect(tab.getByText('Not confirmed yet. Check the rows, then confirm.')).toBeFocused();
  expect(await heard()).toContainEqual(expect.stringMatching(/^Deleted\./));
});

test('one press is one record, however often Enter is pressed', async ({ openAs, page }) => {
  const puts = countPuts(page);
  const tab = await openAs('lars');
  const confirm = tab.getByRole('button', { name: 'Confirm this list' });
  await expect(confirm).toBeEnabled(starting);
  await confirm.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter');
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Confirm again' }).dblclick();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();

  await tab.getByRole('button', { name: 'History', exact: true }).click();
  await expect(tab.getByRole('dialog').getByText('The list as it was')).toHaveCount(1);
  expect(new Set(puts.map(({ id }) => id)).size).toBe(2);
});

test('nobody is confirmed who is hidden by a search, or has no name', async ({ openAs, page }) => {
  const puts = countPuts(page);
  let tab = await openAs('ruth');
  const confirm = tab.getByRole('button', { name: 'Confirm this list' });
  await expect(confirm).toBeEnabled(starting);
  await tab.getByRole('searchbox').fill('a');
  await tab.getByRole('searchbox').fill('zzz');
  await expect(tab.getByText('Show everybody, then confirm.')).toBeVisible();
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  expect(await findingsInAllThemes(page)).toEqual([]);
  await tab.getByRole('button', { name: 'Show everybody' }).click();
  await expect(tab.getByText('Not confirmed yet.')).toBeFocused();
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');

  tab = await openAs('cora');
  await expect(tab.getByText('Some names can’t be shown, so this list')).toBeVisible(starting);
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(tab.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(puts).toEqual([]);
});

test('a list that changed while it was looked at is shown anew, and nothing unseen is confirmed', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('sofia');
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toBeEnabled(starting);
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();

  await expect(tab.getByRole('alert')).toContainText('The list has changed Check the new list');
  await expect(tab.getByText(/^Confirmed at /)).toBeHidden();
  await tab.getByRole('button', { name: 'Confirm this list' }).click();
  await expect(tab.getByText(/^Confirmed at /)).toBeVisible();
});

// Each as somebody else, since what is confirmed stays so for the whole file.
for (const [alias, code, status, said, wayOut] of [
  ['diego', 'throttled', 429, 'Microsoft is asking us to wait', undefined],
  ['miriam', 'consent_required', 403, 'This app needs your administrator’s approval', 'Confirm this list'],
] as const) {
  test(`confirming that fails (${code}) says why, and the way out leads to one record`, async ({
    openAs,
    page,
  }) => {
    const puts = countPuts(page);
    const tab = await openAs(alias);
    const confirm = tab.getByRole('button', { name: 'Confirm this list' });
    await expect(confirm).toBeEnabled(starting);
    await page.route('**/api/confirmations/*/*', (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code, correlationId: 'x', retryAfter: 1, scopes: [] }),
      }),
    );
    await confirm.click();
    await expect(tab.getByRole('alert')).toContainText(said);
    await expect(confirm).toBeFocused();
    await page.unroute('**/api/confirmations/*/*');
    // Where the page has to wait, it tries again by itself.
    if (wayOut !== undefined) await tab.getByRole('button', { name: wayOut }).click();

    await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
    expect(new Set(puts.map(({ id }) => id)).size).toBe(1);
  });
}

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
