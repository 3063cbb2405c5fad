import type { Page } from '@playwright/test';
import { idOf } from '../../src/sandbox/tenant.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

const contacts = { name: /^(Chat|Call|Profile card|Email)$/ };

test('details describe each permission in a sentence, and its limits', async ({ openAs, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await openAs('kenji');
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(
    'You can act for 1 person · 1 delegate can act for you',
  );
  await tab.getByRole('tab', { name: 'Your delegates' }).click();
  await expect(tab.getByRole('table', { name: 'Your delegates' })).toContainText('Sofia Ribeiro');
  await tab.getByRole('tab', { name: 'People you support' }).click();
  await tab.getByRole('button', { name: 'Sofia Ribeiro' }).click();
  const drawer = tab.getByRole('dialog');

  await expect(drawer).toContainText(`You can join active calls on behalf of ${isolated('Sofia Ribeiro')}.`);
  await expect(drawer).toContainText('not on Mac or mobile');
  await expect(drawer).toContainText('You support each other');
  // The page stays visible: only the backdrop that covers its heading has a colour.
  const colours = await tab.locator('h1').evaluate((heading) => {
    const { left, top } = heading.getBoundingClientRect();
    const stack = document.elementsFromPoint(left + 4, top + 4);
    return stack.slice(0, stack.indexOf(heading)).map((element) => getComputedStyle(element).backgroundColor);
  });
  expect(colours.filter((colour) => colour !== 'rgba(0, 0, 0, 0)')).toEqual(['rgba(0, 0, 0, 0.4)']);
  await expect(drawer).toContainText('May 6, 2025');
  await expect(drawer.getByText(idOf(8))).toBeHidden();
  await drawer.getByText('For support').click();
  await expect(drawer.getByText(idOf(8))).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);

  const copy = drawer.getByRole('button', { name: 'Copy link' });
  await expect(copy).toHaveAttribute('title', 'Copy link');
  await copy.click();
  await expect(drawer.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('between');
  await drawer.getByRole('button', { name: 'Chat' }).click();
  await expect(page.getByText('Teams would open a chat with Sofia Ribeiro')).toBeVisible();
  await drawer.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.getByText('Teams would call Sofia Ribeiro')).toBeVisible();
  await drawer.getByRole('button', { name: 'Profile card' }).click();
  await expect(page.getByText('Teams would show the profile card of Sofia Ribeiro')).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Email' })).toBeVisible();
});

test('the keyboard opens details, and Escape returns to the row', async ({ openAs, page: host }) => {
  const tab = await openAs('amina');
  const name = tab.getByRole('button', { name: 'Miriam Feld' });
  const drawer = tab.getByRole('dialog');
  const page = tab.locator('#root');
  await name.focus();
  await host.keyboard.press('Enter');
  await expect(drawer).toContainText(`You can make calls on behalf of ${isolated('Miriam Feld')}.`);
  await expect(page).toHaveAttribute('aria-hidden', 'true');
  await host.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page).not.toHaveAttribute('aria-hidden');
  await expect(name).toBeFocused();

  await name.click();
  await drawer.getByRole('button', { name: 'Ask for a change' }).click();
  await expect(drawer).toContainText('What should change?');
  await drawer.press('Escape');
  await expect(name).toBeFocused();
});

/** Opens another deep link in the open tab. */
async function follow(page: Page, link: string): Promise<void> {
  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByLabel('Deep link').fill(link);
  await page.getByLabel('Deep link').press('Enter');
}

test('deep links lead to an entry, its end, or the list', async ({ openAs, page }) => {
  const ring = /0px 0px 0px 1px inset/;
  const tab = await openAs('amina', { subPageId: `delegators/${idOf(4)}` });
  const drawer = tab.getByRole('dialog');
  await expect(drawer).toContainText('Lars Hedlund');
  await expect(drawer.getByText('Not at the moment.')).toHaveCount(2);
  // The focus has no ring until a key is pressed.
  const first = drawer.getByRole('button').first();
  await expect(first).toBeFocused();
  await expect(first).not.toHaveCSS('box-shadow', ring);
  await page.keyboard.press('Shift');
  await expect(first).toHaveCSS('box-shadow', ring);
  await drawer.press('Escape');
  await expect(tab.getByRole('button', { name: 'Lars Hedlund' })).toBeFocused();

  await follow(page, `delegates/${idOf(6)}`);
  await expect(drawer).toContainText('This delegation no longer exists.');
  await expect(drawer.getByRole('heading').first()).toContainText('Noor Haddad');
  await drawer.press('Escape');
  await expect(tab.getByRole('tab', { selected: true })).toBeFocused();

  await follow(page, `between/${idOf(2)}/${idOf(1)}`);
  await expect(drawer).toContainText('Diego Marenco');
  await drawer.press('Escape');
  await expect(tab.getByRole('tab', { name: 'People you support' })).toHaveAttribute('aria-selected', 'true');

  await follow(page, 'delegators/');
  await expect(tab.getByText('This link isn’t complete.')).toBeVisible();
  await expect(tab.getByRole('rowheader').first()).toBeVisible();

  await follow(page, `between/${idOf(2)}/${idOf(3)}`);
  await expect(tab.getByText('This link is about a delegation between other people.')).toBeVisible();
  await expect(drawer).toHaveCount(0);
});

test('newer details update the list, and an ended delegation keeps its name', async ({ openAs, page }) => {
  const tab = await openAs('jonas');
  const row = tab.getByRole('row', { name: /Diego Marenco/ });
  const name = row.getByRole('button', { name: 'Diego Marenco' });
  await expect(row.getByRole('cell').nth(1)).toHaveText('Yes');
  await page.getByRole('button', { name: 'Change a right' }).click();
  await name.click();
  const drawer = tab.getByRole('dialog');
  await expect(drawer).toContainText(`You can’t receive calls on behalf of ${isolated('Diego Marenco')}.`);
  // No query by role: an open dialog hides the rest of the page from assistive technology.
  await expect(tab.locator('tr', { hasText: 'Diego Marenco' }).locator('td').nth(1)).toHaveText('No');
  await drawer.press('Escape');
  await expect(name).toBeFocused();

  await page.getByRole('button', { name: 'End a delegation' }).click();
  await tab.getByRole('button', { name: 'Victor Lang' }).click();
  await expect(drawer).toContainText('This delegation no longer exists.');
  await expect(drawer.getByRole('heading')).toContainText('Victor Lang');
  await expect(tab.locator('tr', { hasText: 'Victor Lang' })).toHaveCount(0);
  await drawer.press('Escape');
  await expect(tab.getByRole('tab', { selected: true })).toBeFocused();
});

for (const { look, offered } of [
  { look: { calling: 'forbidden', mail: 'none' }, offered: ['Chat', 'Profile card'] },
  { look: { calling: 'silent', chat: 'none', width: 'phone' }, offered: ['Call', 'Profile card', 'Email'] },
] as const) {
  test(`details offer ${offered.join(', ')} in a host with ${JSON.stringify(look)}`, async ({ openAs }) => {
    const tab = await openAs('kenji', { ...look, subPageId: `delegators/${idOf(8)}` });
    const drawer = tab.getByRole('dialog');
    await expect(drawer.getByText('For support')).toBeVisible();
    if ('width' in look) await expect(drawer.getByText('Not on the device you’re using now.')).toHaveCount(2);
    await expect(drawer.getByRole('button', contacts)).toHaveText([...offered]);
  });
}

for (const [host, name] of [
  ['Outlook', 'Outlook'],
  ['Office', 'Microsoft 365'],
] as const) {
  test(`${name} is named without a token, and details offer what it can do`, async ({ openAs, page }) => {
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
    await expect(drawer.getByRole('button', contacts)).toHaveText(['Profile card', 'Email']);
  });
}
