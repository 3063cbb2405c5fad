import { expect, findingsInAllThemes, test } from './sandbox.js';
import { isolated } from '../support/isolated.js';

const idOf = (number: number) => `a1de4f1c-0000-4000-8000-${String(number).padStart(12, '0')}`;

test('details describe each permission in a sentence, its limits, and that two people support each other', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('kenji');
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

  await drawer.getByRole('button', { name: 'Chat' }).click();
  await expect(page.getByText('Teams would open a chat with Sofia Ribeiro')).toBeVisible();
  await drawer.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.getByText('Teams would call Sofia Ribeiro')).toBeVisible();
  await drawer.getByRole('button', { name: 'Profile card' }).click();
  await expect(page.getByText('Teams would show the profile card of Sofia Ribeiro')).toBeVisible();
});

test('the keyboard opens details, Escape closes them, and the focus returns to the row', async ({
  openAs,
  page: host,
}) => {
  const tab = await openAs('amina');
  const name = tab.getByRole('button', { name: 'Miriam Feld' });
  await name.focus();
  await host.keyboard.press('Enter');
  await expect(tab.getByRole('dialog')).toContainText(
    `You can make calls on behalf of ${isolated('Miriam Feld')}.`,
  );
  const page = tab.locator('#root');
  await expect(page).toHaveAttribute('aria-hidden', 'true');
  await host.keyboard.press('Escape');

  await expect(tab.getByRole('dialog')).toBeHidden();
  await expect(page).not.toHaveAttribute('aria-hidden');
  await expect(name).toBeFocused();
});

test('a deep link opens the details of the linked person', async ({ openAs }) => {
  const tab = await openAs('amina', { subPageId: `delegators/${idOf(4)}` });

  await expect(tab.getByRole('dialog')).toContainText('Lars Hedlund');
});

test('a deep link to a delegation that has ended says so', async ({ openAs }) => {
  const tab = await openAs('amina', { subPageId: `delegates/${idOf(6)}` });

  await expect(tab.getByRole('dialog')).toContainText('This delegation no longer exists.');
});

test('details say where a permission does not work and that it has no effect while inactive', async ({
  openAs,
}) => {
  const onPhone = await openAs('amina', { width: 'phone', subPageId: `delegators/${idOf(2)}` });
  await expect(onPhone.getByText('Not on the device you’re using now.')).toHaveCount(2);

  const inactive = await openAs('amina', { subPageId: `delegators/${idOf(4)}` });
  await expect(inactive.getByText('Not at the moment.')).toHaveCount(2);
});

test('a link to a delegation opens it for its two people and for no one else', async ({ openAs }) => {
  const subPageId = `between/${idOf(2)}/${idOf(1)}`;
  for (const [reader, list, other] of [
    ['diego', 'Your delegates', 'Amina Okafor'],
    ['amina', 'People you support', 'Diego Marenco'],
  ] as const) {
    const tab = await openAs(reader, { subPageId });

    await expect(tab.getByRole('dialog')).toContainText(other);
    await tab.getByRole('dialog').press('Escape');
    await expect(tab.getByRole('tab', { name: list })).toHaveAttribute('aria-selected', 'true');
  }
  const tab = await openAs('kenji', { subPageId });
  await expect(tab.getByText('This link is about a delegation between other people.')).toBeVisible();
  await expect(tab.getByRole('dialog')).toHaveCount(0);
});

test('an incomplete link says so and shows the list', async ({ openAs }) => {
  const tab = await openAs('amina', { subPageId: 'delegators/' });

  await expect(tab.getByText('This link isn’t complete.')).toBeVisible();
  await expect(tab.getByRole('rowheader')).toHaveCount(3);
});

test('details that differ when they are read again update the list', async ({ openAs, page }) => {
  const tab = await openAs('jonas');
  const row = tab.getByRole('row', { name: /Diego Marenco/ });
  await expect(row.getByRole('cell').nth(1)).toHaveText('Yes');
  await page.getByRole('button', { name: 'Change a right' }).click();
  await row.getByRole('button', { name: 'Diego Marenco' }).click();
  const drawer = tab.getByRole('dialog');

  await expect(drawer).toContainText(`You can’t receive calls on behalf of ${isolated('Diego Marenco')}.`);
  // No query by role: an open dialog hides the rest of the page from assistive technology.
  await expect(tab.locator('tr', { hasText: 'Diego Marenco' }).locator('td').nth(1)).toHaveText('No');
  await drawer.press('Escape');
  await expect(row.getByRole('button', { name: 'Diego Marenco' })).toBeFocused();
});

test('details of a delegation that has just ended keep the name, and the list loses the row', async ({
  openAs,
  page,
}) => {
  const tab = await openAs('kenji');
  await page.getByRole('button', { name: 'End a delegation' }).click();
  await tab.getByRole('button', { name: 'Sofia Ribeiro' }).click();
  const drawer = tab.getByRole('dialog');

  await expect(drawer).toContainText('This delegation no longer exists.');
  await expect(drawer.getByRole('heading')).toContainText('Sofia Ribeiro');
  await expect(tab.locator('tr', { hasText: 'Sofia Ribeiro' })).toHaveCount(0);
  await drawer.press('Escape');
  await expect(tab.getByRole('tab', { selected: true })).toBeFocused();
});

test('a link to a delegation that has ended names the other person', async ({ openAs }) => {
  const tab = await openAs('amina', { subPageId: `delegates/${idOf(6)}` });

  await expect(tab.getByRole('dialog').getByRole('heading')).not.toContainText('About this delegation');
});

test('closing details opened by a link focuses the row, or the tab if there is no row', async ({
  openAs,
}) => {
  const there = await openAs('amina', { subPageId: `delegators/${idOf(4)}` });
  await there.getByRole('dialog').press('Escape');
  await expect(there.getByRole('button', { name: 'Lars Hedlund' })).toBeFocused();

  const gone = await openAs('amina', { subPageId: `delegates/${idOf(6)}` });
  await gone.getByRole('dialog').press('Escape');
  await expect(gone.getByRole('tab', { selected: true })).toBeFocused();
});

test('the focus returns to the row after a request sent from its details', async ({ openAs }) => {
  const tab = await openAs('amina');
  await tab.getByRole('button', { name: 'Miriam Feld' }).click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Ask for a change' }).click();
  await expect(tab.getByRole('dialog')).toContainText('What should change?');
  await tab.getByRole('dialog').press('Escape');

  await expect(tab.getByRole('button', { name: 'Miriam Feld' })).toBeFocused();
});

test('the details’ header copies the link, and a deleted or blocked account offers no way to make contact', async ({
  openAs,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await openAs('nadia');
  const row = tab.getByRole('row').filter({ hasText: 'Account blocked' });
  await row.getByRole('button').click();
  const drawer = tab.getByRole('dialog');
  const copy = drawer.getByRole('button', { name: 'Copy link' });
  await expect(copy).toHaveAttribute('title', 'Copy link');
  await copy.click();
  await expect(drawer.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('between');
  for (const name of ['Chat', 'Call', 'Email'])
    await expect(drawer.getByRole('button', { name, exact: true })).toHaveCount(0);
  expect(await findingsInAllThemes(page)).toEqual([]);
});
