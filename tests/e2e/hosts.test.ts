import { expect, findings, test } from './sandbox.js';

const hosts = [
  ['TeamsModern', 'Microsoft Teams'],
  ['Outlook', 'Outlook'],
  ['Office', 'Microsoft 365'],
] as const;

for (const [host, name] of hosts) {
  test(`opens in ${name}`, async ({ openAs, page }) => {
    const tab = await openAs('kenji', { host });

    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(
      'You can act for 1 person · 1 delegate can act for you',
    );
    await tab.getByRole('button', { name: 'Sofia Ribeiro' }).click();
    await expect(tab.getByRole('dialog')).toContainText('You support each other.');
    expect(await findings(page)).toEqual([]);
  });

  test(`names ${name} when it returns no token`, async ({ openAs, page }) => {
    await page.route('**/sso-token*', (route) => route.abort('connectionreset'));
    const tab = await openAs('kenji', { host });
    await expect(tab.getByRole('heading', { name: 'We couldn’t sign you in' })).toBeVisible();
    await expect(tab.getByText(`sign out of ${name} and sign back in`)).toBeVisible();
    await page.unroute('**/sso-token*');
    await tab.getByRole('button', { name: 'Try again' }).click();

    await expect(tab.getByRole('heading', { level: 1 })).toContainText('You can act for 1 person');
  });
}
