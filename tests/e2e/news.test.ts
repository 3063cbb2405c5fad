import { isolated } from '../support/isolated.js';
import { confirmList, listen } from './tab.js';
import { expect, findings, test } from './sandbox.js';

test.slow();

test('a change in the other list is announced and marked at its tab', async ({ openAs, page }) => {
  const tab = await openAs('kenji');
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toBeEnabled();
  const other = tab.getByRole('tab', { name: /^Your delegates/ });
  await expect(other).toHaveAccessibleName(/^Your delegates ?1$/);
  const heard = await listen(page);
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(other).toHaveAccessibleName(/Something has changed$/);
  expect(await heard()).toContainEqual('Something has changed under “Your delegates”.');
  expect(await findings(page)).toEqual([]);
  await other.click();
  await expect(other).toHaveAccessibleName(/^Your delegates ?1$/);
  await confirmList(tab);
  await tab.getByRole('tab', { name: /^People you support/ }).click();
  await expect(tab.getByText('Not confirmed yet.')).toBeVisible();
  await expect(other).toHaveAccessibleName(/^Your delegates ?1$/);

  // A difference from the confirmation stays marked.
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(other).toHaveAccessibleName(/Something has changed$/);
  await other.click();
  await expect(tab.getByRole('heading', { name: /^1 change since you confirmed/ })).toBeVisible();
  await tab.getByRole('tab', { name: /^People you support/ }).click();
  await expect(other).toHaveAccessibleName(/Something has changed$/);
});

test('an empty list says who was removed from it', async ({ openAs, page }) => {
  const tab = await openAs('sofia');
  await tab.getByRole('tab', { name: /^Your delegates/ }).click();
  await confirmList(tab);
  await page.getByRole('button', { name: 'End a delegation' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(tab.getByText(`${isolated('Kenji Watanabe')} can no longer act for you.`)).toBeVisible();
  await expect(tab.getByRole('heading', { name: 'No one acts for you', exact: true })).toBeVisible();
});

test('a refresh says that it is offline, and a retry keeps the focus', async ({ openAs, page, context }) => {
  const tab = await openAs('amina');
  await expect(tab.getByText('How to change who can act for whom')).toBeVisible();
  const heard = await listen(page);
  await page.route('**/api/delegat*', (route) => route.abort('internetdisconnected'));
  await context.setOffline(true);
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByRole('alert')).toContainText('You’re offline');
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
  expect(await heard()).toContainEqual(
    expect.stringMatching(/^You’re offline .*Couldn’t refresh\. Showing the list from /),
  );
  const again = tab.getByRole('button', { name: 'Try again' });
  await again.focus();
  await context.setOffline(false);
  await expect(again).toBeVisible();
  await page.unroute('**/api/delegat*');
  await again.press('Enter');

  await expect(again).toHaveCount(0);
  await expect(tab.getByRole('tab', { selected: true })).toBeFocused();
});
