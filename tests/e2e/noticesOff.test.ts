import { expect, test } from './sandbox.js';

test.use({ notifications: 'off' });

test.slow();

test('a server without notifications shows nothing about them', async ({ openAs, page }) => {
  const answered = page.waitForResponse('**/api/notifications');
  const tab = await openAs('amina');
  expect(await (await answered).json()).toEqual({ available: false, on: false, problem: null });
  await tab.getByRole('button', { name: 'Confirm this list' }).click({ timeout: 60_000 });
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
  await expect(tab.getByRole('group').getByText('How to change who can act for whom')).toBeVisible();
  await expect(tab.getByRole('switch')).toHaveCount(0);
  await expect(tab.getByRole('button', { name: 'Notifications' })).toHaveCount(0);
  await expect(tab.getByRole('alert')).toHaveCount(0);
});
