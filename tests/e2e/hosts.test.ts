import { expect, test } from './sandbox.js';

const hosts = [
  ['TeamsModern', 'Microsoft Teams', ['Chat', 'Call', 'Profile card', 'Email']],
  ['Outlook', 'Outlook', ['Profile card', 'Email']],
  ['Office', 'Microsoft 365', ['Profile card', 'Email']],
] as const;

for (const [host, name, contacts] of hosts) {
  test(`${name} is named when it returns no token, and details offer what it can do`, async ({
    openAs,
    page,
  }) => {
    await page.route('**/sso-token*', (route) => route.abort('connectionreset'));
    const tab = await openAs('kenji', { host });
    await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
    await expect(tab.getByRole('heading', { name: 'We couldn’t sign you in' })).toBeVisible();
    await expect(tab.getByText(`sign out of ${name} and sign back in`)).toBeVisible();
    await page.unroute('**/sso-token*');
    await tab.getByRole('button', { name: 'Try again' }).click();

    await tab.getByRole('button', { name: 'Sofia Ribeiro' }).click();
    const drawer = tab.getByRole('dialog');
    await expect(drawer).toContainText('You support each other.');
    const offered = drawer.getByRole('button', { name: /^(Chat|Call|Profile card|Email)$/ });
    await expect(offered).toHaveText([...contacts]);
  });
}
