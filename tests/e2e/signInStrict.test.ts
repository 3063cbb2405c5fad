import { expect, test, type Look } from './sandbox.js';

/** The strictest host: COOP severs the sign-in window from its opener. */
const strict: Look = { window: 'coop' };

test('consent with the keyboard ends with the focus on the result', async ({ openAs, page }) => {
  const tab = await openAs('priya', strict);
  await tab.getByRole('button', { name: 'I can approve it myself' }).focus();
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  await (await opened).getByRole('button', { name: 'Accept' }).press('Enter');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
  await expect(tab.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(tab.getByRole('rowheader')).toContainText(['Beatrice Sand']);
});

test('notices the consent in a window without its opener or a bridge', async ({ openAs, page }) => {
  await page.clock.install();
  const tab = await openAs('lotte', { ...strict, bridge: 'off' });
  const opened = page.waitForEvent('popup');
  const button = tab.getByRole('button', { name: 'I can approve it myself' });
  await button.click();
  const window = await opened;
  await window.getByRole('button', { name: 'Accept' }).waitFor();
  await expect(tab.getByText('Finish in the window, then come back here.')).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await window.getByRole('button', { name: 'Accept' }).click();
  await expect(window.getByText('Go back to Teams.', { exact: true })).toBeVisible();
  await page.clock.runFor('00:06');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
});

test('a host that honours claims satisfies the claims challenge', async ({ openAs, page }) => {
  const tab = await openAs('marcus', strict);
  await expect(tab.getByRole('heading', { name: 'Confirm that it’s you' })).toBeVisible();
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
});

test('Nested App Authentication helps where the host ignores claims', async ({ openAs, page }) => {
  const tab = await openAs('maren', strict);
  const signIn = tab.getByRole('button', { name: 'Sign in', exact: true });
  const opened = page.waitForEvent('popup');
  await signIn.click();
  const window = await opened;
  await window.getByRole('button', { name: 'Approve' }).click();

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 1 person');
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText('Confirm that it’s you')).toHaveCount(0);
});
