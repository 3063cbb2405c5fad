import { isolated } from '../support/isolated.js';
import { expect, findings, test } from './sandbox.js';

const rights = ['Make calls', 'Receive calls', 'Pick up held calls', 'Join active calls', 'Change settings'];

test('an assistant sees the three executives whom she supports, with the right permissions', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('amina');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 2 people; 1 is inactive');
  await expect(tab.getByRole('tab', { name: 'People you support' })).toHaveAttribute('aria-selected', 'true');
  const table = tab.getByRole('table', { name: 'People you support' });
  await expect(table.getByRole('columnheader')).toHaveText(['Person', ...rights, 'Status']);
  await expect(table.getByRole('rowheader')).toContainText(['Diego Marenco', 'Miriam Feld', 'Lars Hedlund']);
  const miriam = table.getByRole('row', { name: /Miriam Feld/ });
  await expect(miriam).toContainText('VP Marketing · Marketing');
  await expect(miriam.getByRole('cell').nth(0)).toHaveText('Yes');
  await expect(miriam.getByRole('cell').nth(3)).toHaveText('No');
  await expect(miriam.getByRole('cell').nth(4)).toHaveText('Yes');
  await expect(
    miriam.getByTitle(`You can’t join active calls on behalf of ${isolated('Miriam Feld')}.`),
  ).toBeVisible();
  await expect(miriam).toContainText('Active');
  await expect(miriam).toContainText('Since Mar 2025');
  await expect(table.getByRole('row', { name: /Lars Hedlund/ })).toContainText('Inactive');
  expect(await findings(page)).toEqual([]);
});

test('an executive sees the delegates first', async ({ openAs }) => {
  const tab = await openAs('diego');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('2 delegates can act for you');
  const table = tab.getByRole('table', { name: 'Your delegates' });
  await expect(table.getByRole('rowheader')).toContainText(['Amina Okafor', 'Jonas Brandt']);
  const jonas = table.getByRole('row', { name: /Jonas Brandt/ });
  await expect(jonas.getByTitle(`${isolated('Jonas Brandt')} can receive calls on your behalf.`)).toHaveText(
    'Yes',
  );
  await expect(jonas.getByTitle(`${isolated('Jonas Brandt')} can’t make calls on your behalf.`)).toHaveText(
    'No',
  );
});

test('each list is one click away from the other', async ({ openAs }) => {
  const tab = await openAs('kenji');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(
    'You can act for 1 person · 1 delegate can act for you',
  );
  await expect(tab.getByRole('table', { name: 'People you support' })).toContainText('Sofia Ribeiro');
  await tab.getByRole('tab', { name: 'Your delegates' }).click();
  await expect(tab.getByRole('table', { name: 'Your delegates' })).toContainText('Sofia Ribeiro');
});

test('both lists say so if they are empty', async ({ openAs }) => {
  const tab = await openAs('noor');

  await expect(tab.getByText('You don’t support anyone')).toBeVisible();
  await tab.getByRole('tab', { name: 'Your delegates' }).click();
  await expect(tab.getByText('No one acts for you')).toBeVisible();
});

test('a delegate whose account is deleted is marked as such', async ({ openAs }) => {
  const tab = await openAs('miriam');
  const ghost = tab.getByRole('row', { name: /Unknown person/ });

  await expect(ghost).toContainText('This account was deleted.');
  await expect(ghost).toContainText('Account deleted');
});

test('data that Graph does not return is shown as not reported', async ({ openAs }) => {
  const tab = await openAs('victor');
  const row = tab.getByRole('row', { name: /Beatrice Sand/ });

  await expect(row.getByTitle(`You can make calls on behalf of ${isolated('Beatrice Sand')}.`)).toHaveText(
    'Yes',
  );
  // Four permissions and the status.
  await expect(row.getByText('Not reported', { exact: true })).toHaveCount(5);
  await expect(row.getByRole('cell').last()).toContainText('Not reported');
  await expect(row).toContainText('Start not reported');
});

test('without consent to names the list is shown and says which consent is missing', async ({ openAs }) => {
  const tab = await openAs('cora');

  await expect(tab.getByText('Names can’t be shown.')).toBeVisible();
  await expect(tab.getByRole('rowheader')).toContainText(['Name not available', 'Name not available']);
});

test('the theme follows the host without a reload', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  const background = () =>
    tab
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((element) => getComputedStyle(element).getPropertyValue('--colorNeutralBackground1').trim());

  expect(await background()).toBe('#ffffff');
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(background).toBe('#292929');
  await page.getByLabel('Theme').selectOption('contrast');
  await expect.poll(background).toBe('#000000');
  expect(await findings(page)).toEqual([]);
});

test('a refresh shows changes', async ({ openAs, page }) => {
  const tab = await openAs('jonas');
  const row = tab.getByRole('row', { name: /Diego Marenco/ });
  await expect(row.getByTitle(`You can receive calls on behalf of ${isolated('Diego Marenco')}.`)).toHaveText(
    'Yes',
  );
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(
    row.getByTitle(`You can’t receive calls on behalf of ${isolated('Diego Marenco')}.`),
  ).toHaveText('No');
  await page.getByRole('button', { name: 'Start over' }).click();
});

for (const width of ['desktop', 'tablet', 'phone'] as const) {
  test(`nothing scrolls sideways at the width of a ${width}`, async ({ openAs, page }) => {
    const tab = await openAs('jonas', { width });
    await expect(tab.getByText(/Hohenstein/).first()).toBeVisible();
    const overflow = await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

    expect(overflow).toBe(0);
    expect(await findings(page)).toEqual([]);
  });
}

test('permissions are chips at 320 pixels, and nothing scrolls sideways', async ({
  page,
  sandboxUrl,
  openAs,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const tab = await openAs('amina');
  expect(sandboxUrl).toContain('localhost');

  await expect(
    tab.getByRole('list', { name: 'People you support' }).getByText('Make calls', { exact: true }).first(),
  ).toBeVisible();
  expect(await tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
});

test('chevrons are mirrored in a right-to-left language', async ({ openAs }) => {
  const tab = await openAs('amina', { locale: 'ar' });

  const signs = tab.locator('tbody tr td:last-child svg');
  await expect(signs).toHaveCount(3);
  await expect(signs.first()).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)');
});

test('the selected list keeps its underline in forced colors', async ({ openAs, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const tab = await openAs('amina', { theme: 'contrast' });
  const lineOf = (selected: boolean) =>
    tab
      .getByRole('tab', { selected })
      .evaluate((element) => getComputedStyle(element, '::after').backgroundColor);

  expect(await tab.locator('html').evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  expect(await lineOf(true)).not.toBe(await lineOf(false));
  expect(await lineOf(true)).not.toBe(
    await tab.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  );
});

test('a tab under the pointer is legible in high contrast', async ({ openAs }) => {
  const tab = await openAs('amina', { theme: 'contrast' });
  for (const selected of [true, false]) {
    const pointedAt = tab.getByRole('tab', { selected });
    await pointedAt.hover();

    await expect(pointedAt).toHaveCSS('color', 'rgb(255, 255, 255)');
    await expect(pointedAt).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  }
});
