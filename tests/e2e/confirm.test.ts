import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { confirmationsPerPage } from '../../src/contract/confirmation.js';
import type { DelegationList } from '../../src/contract/delegation.js';
import { confirmationPath, listPath } from '../../src/contract/paths.js';
import { confirmList, listen, recordPuts, tabOf } from './tab.js';
import { expect, findings, findingsInAllThemes, refuseWith, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

test.slow();

test('confirms a list, reviews its changes, prints and deletes the history', async ({ openAs, page }) => {
  const puts = recordPuts(page);
  const tab = await openAs('diego');
  await expect(tab.getByText('Not confirmed yet. Check the rows, then confirm.')).toBeVisible();
  // First visit: nothing is confirmed yet.
  await expect(
    tab.getByText(/Microsoft 365 says of your call delegations, and changes nothing there\.$/),
  ).toBeVisible();
  const heard = await listen(page);

  await confirmList(tab);
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
  await confirmList(tab);
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
    const counted = Object.assign(globalThis, { prints: 0 });
    window.print = () => {
      counted.prints += 1;
    };
  });
  const prints = () => tabOf(page).evaluate(() => (globalThis as unknown as { prints: number }).prints);
  // The browser does not report the end of the first print.
  for (const press of [1, 2]) {
    await drawer.getByRole('button', { name: 'Print' }).click();
    await expect.poll(prints).toBe(press);
  }
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
  await expect(drawer.getByRole('button', { name: 'Keep' })).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(drawer).toBeHidden();
  await expect(tab.getByText('Not confirmed yet. Check the rows, then confirm.')).toBeFocused();
  expect(await heard()).toContainEqual(expect.stringMatching(/^Deleted\./));
});

test('repeated Enter creates one record, which has its date after midnight', async ({ openAs, page }) => {
  await page.clock.install();
  // A server without notifications.
  await page.route('**/api/notifications', (route) =>
    route.fulfill({ json: { available: false, on: false, problem: null } }),
  );
  const puts = recordPuts(page);
  const tab = await openAs('lars');
  const confirm = tab.getByRole('button', { name: 'Confirm this list' });
  await expect(confirm).toBeEnabled();
  await confirm.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter');
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Confirm again' }).dblclick();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  await expect(tab.getByRole('switch')).toHaveCount(0);
  await expect(tab.getByRole('button', { name: 'Notifications' })).toHaveCount(0);

  await tab.getByRole('button', { name: 'History', exact: true }).click();
  await expect(tab.getByRole('dialog').getByText('The list as it was')).toHaveCount(1);
  expect(new Set(puts.map(({ id }) => id)).size).toBe(2);
  await page.keyboard.press('Escape');
  await page.clock.fastForward('24:00:00');
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText(/^Confirmed on .*Nothing has changed since/)).toBeVisible();
});

test('cannot confirm a list with hidden entries or entries without a name', async ({ openAs, page }) => {
  const puts = recordPuts(page);
  let tab = await openAs('ruth');
  const confirm = tab.getByRole('button', { name: 'Confirm this list' });
  await expect(confirm).toBeEnabled();
  await tab.getByRole('searchbox').fill('zzz');
  await expect(tab.getByText('Show everybody, then confirm.')).toBeVisible();
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  expect(await findings(page)).toEqual([]);
  await tab.getByRole('button', { name: 'Show everybody' }).click();
  await expect(tab.getByText(/^Not confirmed /)).toBeFocused();
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');

  tab = await openAs('cora');
  await expect(tab.getByText('Some names can’t be shown, so this list')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(tab.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(puts).toEqual([]);
});

test('confirms nothing unseen, and a retry after a failure creates one record', async ({ openAs, page }) => {
  const puts = recordPuts(page);
  const tab = await openAs('sofia');
  const confirm = tab.getByRole('button', { name: 'Confirm this list' });
  const confirmed = tab.getByText(/^Confirmed at /);
  await expect(confirm).toBeEnabled();
  await page.getByRole('button', { name: 'Change a right' }).click();
  await confirm.click();
  await expect(tab.getByRole('alert')).toContainText('The list has changed Check the new list');
  await expect(confirmed).toBeHidden();

  for (const [code, text] of [
    ['consent_required', 'This app needs your administrator’s approval'],
    ['throttled', 'Microsoft is asking us to wait'],
  ] as const) {
    await page.route('**/api/confirmations/*/*', refuseWith(code, { retryAfter: 1, scopes: [] }));
    await confirm.click();
    await expect(tab.getByRole('alert')).toContainText(text);
    await expect(confirm).toBeFocused();
    await page.unroute('**/api/confirmations/*/*');
  }
  // After throttling the page retries by itself.
  await expect(confirmed).toBeFocused();
  expect(new Set(puts.map(({ id }) => id)).size).toBe(2);
});

test('without a database the lists work, and confirming waits for it', async ({ openAs, page }) => {
  const paths = /\/api\/(confirmations|counterparts)\//;
  await page.route(paths, refuseWith('store_unavailable'));
  const tab = await openAs('amina');

  await expect(tab.getByRole('rowheader')).toHaveCount(3);
  await expect(tab.getByText('Confirming isn’t available right now')).toBeVisible();
  await expect(tab.locator('[data-other-side]')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.unroute(paths);

  // The page asks again after at most 15 s.
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toBeVisible({ timeout: 30_000 });
});

test('an unchanged entry can be marked as not expected', async ({ openAs, page }) => {
  const puts = recordPuts(page);
  const tab = await openAs('beatrice');
  await confirmList(tab);
  const notRight = tab.getByRole('button', { name: 'Something isn’t right' });
  const everybody = tab.getByRole('region', { name: 'What did you not expect?' });
  const unexpected = { name: 'I didn’t expect this' };
  const stillWrong = tab.locator('li[data-finding="stillWrong"]');
  await expect(everybody).toHaveCount(0);
  await notRight.click();
  await expect(everybody).toBeFocused();
  await expect(everybody.getByRole('radio', { name: 'That’s right', checked: true })).toHaveCount(5);
  const buttons = await everybody.getByRole('button').count();
  await everybody.getByRole('radio', unexpected).first().check();
  // A button leads to the change of this entry.
  await expect(everybody.getByRole('button')).toHaveCount(buttons + 1);
  expect(await findingsInAllThemes(page)).toEqual([]);

  // Cancel discards the mark.
  await tab.getByRole('button', { name: 'Cancel' }).click();
  await expect(everybody).toHaveCount(0);
  await expect(notRight).toBeFocused();
  await notRight.click();
  await expect(everybody.getByRole('radio', { ...unexpected, checked: true })).toHaveCount(0);
  await everybody.getByRole('radio', unexpected).first().check();
  await confirmList(tab);
  expect(puts.map(({ wrong }) => wrong.length)).toEqual([0, 1]);
  await expect(stillWrong).toBeVisible();

  // The mark is also possible next to a change. A change clears earlier marks.
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();
  const changes = tab.getByRole('region', { name: /^1 change since/ });
  await expect(changes.getByRole('radiogroup')).toHaveCount(1);
  await expect(stillWrong).toHaveCount(0);
  await notRight.click();
  await expect(everybody.getByRole('radiogroup')).toHaveCount(4);
  await everybody.getByRole('radio', unexpected).last().check();
  await expect(tab.getByText('0 of 1 checked')).toBeVisible();
  await changes.getByRole('radio', { name: 'That’s right' }).check();
  await confirmList(tab, 'Confirm the new list');
  expect(puts[2]?.wrong).toHaveLength(1);
  expect(puts[2]?.wrong).not.toEqual(puts[1]?.wrong);
});

test('the history loads older confirmations on request, and the export loads all of them', async ({
  openAs,
  openHost,
  page,
  sandbox: { callApi },
}) => {
  await openAs('diego');
  const list = (await (await callApi('diego', listPath('delegates'))).json()) as DelegationList;
  const more = confirmationsPerPage.default;
  for (let count = 0; count <= 2 * more; count += 1) {
    // The same marks within five minutes would create no second record.
    const wrong = count % 2 === 0 ? [] : list.value.slice(0, 1).map(({ id }) => id);
    const body = { fingerprint: list.fingerprint, wrong };
    const answer = await callApi('diego', confirmationPath('delegates', randomUUID()), 'PUT', body);
    expect(answer.status).toBe(201);
  }
  const tab = await openHost('diego');
  await tab.getByRole('button', { name: 'History', exact: true }).click();
  const records = tab.getByRole('dialog').getByText('The list as it was');
  await expect(records).toHaveCount(more);
  await tab.getByRole('button', { name: 'Show more' }).click();
  await expect(records).toHaveCount(2 * more);
  await expect(tab.getByText('First confirmation.')).toHaveCount(0);

  const download = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Download all (CSV file)' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.match(/"Amina Okafor"/g)).toHaveLength(2 * more + 1);
  await expect(tab.getByText('First confirmation.')).toBeVisible();
});
