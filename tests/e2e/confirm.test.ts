import { readFile } from 'node:fs/promises';
import { countPuts } from './countPuts.js';
import { listen, tabOf } from './listen.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

/** The embedded database is created when the sandbox first starts, which takes seconds. */
const starting = { timeout: 60_000 };

test.slow();

test('confirms a list, reviews the changes, opens the history, prints a record and deletes all of it', async ({
  openAs,
  page,
}) => {
  const puts = countPuts(page);
  const tab = await openAs('diego');
  await expect(tab.getByText('Not confirmed yet. Check the rows, then confirm.')).toBeVisible(starting);
  // First visit: nothing is confirmed yet.
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
  // The delegate is no longer in the list but still has an account.
  await expect(panel).toContainText(`${isolated('Jonas Brandt')} can no longer act for you.`);
  expect(await heard()).toContainEqual(
    expect.stringMatching(/^2 changes since .*Amina Okafor can no longer make calls on your behalf\./),
  );
  const row = tab.getByRole('row', { name: /Amina Okafor/ });
  await expect(row).toContainText('Changed');
  // The change is marked in its own cell and in no other.
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

  // An entry marked as not expected stays so until the user changes it.
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
  // Confirming the same list with the same marks within minutes creates no second record.
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
  // No query by role: an open dialog hides the rest of the page from assistive technology.
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

test('creates one record, however often Enter is pressed', async ({ openAs, page }) => {
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

test('cannot confirm a list that a search hides in part or that has entries without a name', async ({
  openAs,
  page,
}) => {
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

test('shows a list again that has changed since it was loaded, and confirms nothing unseen', async ({
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

// Each case signs in as another user: confirmations persist for the whole file.
for (const [alias, code, status, problemText, wayOut] of [
  ['diego', 'throttled', 429, 'Microsoft is asking us to wait', undefined],
  ['miriam', 'consent_required', 403, 'This app needs your administrator’s approval', 'Confirm this list'],
] as const) {
  test(`a failed confirmation (${code}) gives its reason, and a retry creates one record`, async ({
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
    await expect(tab.getByRole('alert')).toContainText(problemText);
    await expect(confirm).toBeFocused();
    await page.unroute('**/api/confirmations/*/*');
    // After throttling the page retries by itself.
    if (wayOut !== undefined) await tab.getByRole('button', { name: wayOut }).click();

    await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
    expect(new Set(puts.map(({ id }) => id)).size).toBe(1);
  });
}

test('without a database the lists work, and the page says that confirming is unavailable until it recovers', async ({
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
