import { readFile } from 'node:fs/promises';
import { isolated } from '../support/isolated.js';
import { readMessages } from '../support/readMessages.js';
import { listen, setTabWidth } from './tab.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

const rights = ['Make calls', 'Receive calls', 'Pick up held calls', 'Join active calls', 'Change settings'];

test('an assistant sees, downloads and prints the people she supports', async ({ openAs, page }) => {
  const tab = await openAs('amina');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 2 people; 1 is inactive');
  const table = tab.getByRole('table', { name: 'People you support' });
  await expect(table.getByRole('columnheader')).toHaveText(['Person', ...rights, 'Status']);
  await expect(table.getByRole('rowheader')).toContainText(['Diego Marenco', 'Miriam Feld', 'Lars Hedlund']);
  const miriam = table.getByRole('row', { name: /Miriam Feld/ });
  await expect(miriam).toContainText('VP Marketing · Marketing');
  await expect(miriam.getByRole('cell')).toContainText(['Yes', 'Yes', 'No', 'No', 'Yes', 'Active']);
  await expect(
    miriam.getByTitle(`You can’t join active calls on behalf of ${isolated('Miriam Feld')}.`),
  ).toBeVisible();
  await expect(miriam).toContainText('Since Mar 2025');
  await expect(table.getByRole('row', { name: /Lars Hedlund/ })).toContainText('Inactive');
  // A short list has no search.
  await expect(tab.getByRole('search')).toHaveCount(0);
  await expect(tab.getByText('Preview:')).toBeHidden();
  await tab.getByText('How to change who can act for whom').click();
  await expect(tab.getByText('Preview:')).toBeVisible();

  const confirmation = tab
    .getByRole('status')
    .locator('span')
    .filter({ hasText: 'Downloaded. If you can’t find the file, copy the table instead.' });
  const files: string[] = [];
  for (const press of [1, 2]) {
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Download CSV file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(
      /^People you support - amina@.*\.example - \d{4}-\d\d-\d\d\.csv$/,
    );
    files.push(await readFile(await file.path(), 'utf8'));
    // Each message is a new element, so that screen readers announce it again.
    await expect(confirmation.and(tab.locator(':not([data-press])'))).toBeVisible();
    await confirmation.evaluate((element, number) => {
      element.dataset['press'] = String(number);
    }, press);
  }
  await expect(tab.getByRole('button', { name: 'Copy as table' })).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  const [list, account, asOf, blank, head, first] = files[0]?.split('\r\n') ?? [];
  expect(list).toBe('\uFEFF"List","People you support"');
  expect(account).toMatch(/^"Account","amina@/);
  expect(asOf).toMatch(/^"As of",".+ (GMT|UTC).*"$/);
  expect(blank).toBe('');
  expect(head).toContain('"Person","Email","Title"');
  expect(first).toContain(
    '"Diego Marenco","diego@alder-finch.example","Chief Financial Officer","Finance","Yes"',
  );

  await page.emulateMedia({ media: 'print' });
  await expect(tab.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(tab.getByRole('button', { name: 'Refresh' })).toBeHidden();
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
});

test('a refresh says that a requested change has not happened yet', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  await tab.locator('li[data-finding="inactive"]').getByRole('button', { name: 'Ask for a change' }).click();
  const drawer = tab.getByRole('dialog');
  await expect(drawer).toContainText('my call delegation for you is inactive');
  expect(await findingsInAllThemes(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Open a chat' }).click();

  await expect(page.getByRole('region', { name: 'Draft' })).toContainText(
    'my call delegation for you is inactive',
  );
  await drawer.press('Escape');
  await expect(tab.getByText('What you asked for')).toHaveCount(0);
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab.getByText(/The delegation with .+ hasn’t changed yet\./)).toBeVisible();
});

test('an executive sees how to change a delegate’s permission', async ({ openAs, page }) => {
  const tab = await openAs('diego');
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('2 delegates can act for you');
  const table = tab.getByRole('table', { name: 'Your delegates' });
  await expect(table.getByRole('rowheader')).toContainText(['Amina Okafor', 'Jonas Brandt']);
  await tab.getByText('Will your calls reach someone?').click();
  await expect(
    tab.getByRole('listitem').filter({ hasText: 'If you use Copilot call delegation' }),
  ).toContainText('Copilot may answer before your delegates do. This page can’t see that.');
  await table.getByRole('rowheader').getByRole('button').first().click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Change permissions' }).click();
  const drawer = tab.getByRole('dialog', { name: /^Change what/ });
  await drawer.getByRole('checkbox', { name: 'Make calls' }).click();

  await expect(drawer.getByRole('listitem').filter({ hasText: 'Switch off “Make calls”.' })).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Send to my administrator' }).click();
  await expect(drawer).toContainText(
    /Set-CsUserCallingDelegate -Identity \S+ -Delegate \S+ -MakeCalls \$false/,
  );
});

test('a long list can be searched, filtered and sorted', async ({ openAs, page }) => {
  const tab = await openAs('ruth');
  const names = tab.getByRole('rowheader');
  const search = tab.getByRole('searchbox', { name: 'Search people' });
  await expect(names).toHaveCount(9);
  await search.fill('kovar');
  await expect(names).toHaveText([/Hana Kovář/]);
  await expect(tab.getByRole('status').filter({ hasText: '1 of 9 people' })).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await search.fill('nobody at all');
  await expect(tab.getByText('No one matches.')).toBeVisible();
  await tab.getByRole('switch', { name: 'Active only' }).click();
  await tab.getByRole('button', { name: 'Clear filters' }).click();
  await expect(names).toHaveCount(9);
  await expect(search).toBeFocused();
  await expect(tab.getByRole('switch', { name: 'Active only' })).not.toBeChecked();

  await tab.getByLabel('Permission').selectOption('Join active calls');
  await expect(names).toHaveCount(3);
  await tab.getByLabel('Permission').selectOption('Any permission');
  await tab.getByRole('switch', { name: 'Active only' }).click();
  await expect(names).toHaveCount(8);
  await tab.getByLabel('Sort by').selectOption('Name');
  await expect(names.first()).toContainText('Agnes Roy');
});

test('long and right-to-left names fit, and a refresh announces a change', async ({ openAs, page }) => {
  const tab = await openAs('jonas');
  await expect(tab.getByText(/Hohenstein/).first()).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Confirm this list' })).toBeEnabled();
  for (const width of [1024, 720, 320]) {
    await setTabWidth(page, width);
    await expect
      .poll(() => tab.locator('html').evaluate((html) => [innerWidth, html.scrollWidth - html.clientWidth]))
      .toEqual([width, 0]);
  }
  await setTabWidth(page, 'auto');
  const row = tab.getByRole('row', { name: /Diego Marenco/ });
  const right = (can: string) =>
    row.getByTitle(`You ${can} receive calls on behalf of ${isolated('Diego Marenco')}.`);
  await expect(right('can')).toHaveText('Yes');
  const heard = await listen(page);
  await page.getByRole('button', { name: 'Change a right' }).click();
  await tab.getByRole('button', { name: 'Refresh' }).click();

  await expect(right('can’t')).toHaveText('No');
  await expect(tab.getByText(/^The list has changed: 1 change\./)).toBeAttached();
  expect(await heard()).toContainEqual(
    'The list has changed: 1 change. You can no longer receive calls on behalf of Diego Marenco.',
  );
});

test('the page follows the host’s theme and has a value for every color', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  for (const [theme, background] of [
    ['default', '#ffffff'],
    ['dark', '#292929'],
    ['contrast', '#000000'],
  ] as const) {
    await page.getByLabel('Theme').selectOption(theme);
    await tab.locator(`html[data-theme="${theme}"]`).waitFor();
    const { asked, missing, shown } = await tab.getByRole('main').evaluate((main) => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
      const names = rules.flatMap(({ cssText }) => cssText.match(/(?<=var\()--\w+(?=\))/g) ?? []);
      const style = getComputedStyle(main);
      return {
        asked: new Set(names).size,
        missing: names.filter((name) => style.getPropertyValue(name) === ''),
        shown: style.getPropertyValue('--colorNeutralBackground1').trim(),
      };
    });
    expect(asked).toBeGreaterThan(100);
    expect(missing).toEqual([]);
    expect(shown).toBe(background);
    // Initials have a colored background.
    await expect(tab.getByText('LH', { exact: true })).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  }
  for (const selected of [true, false]) {
    const pointedAt = tab.getByRole('tab', { selected });
    await pointedAt.hover();
    await expect(pointedAt).toHaveCSS('color', 'rgb(255, 255, 255)');
    await expect(pointedAt).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  }

  // In forced colors the selected list keeps its underline.
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await tab.locator('html').evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const lineOf = (selected: boolean) =>
    tab
      .getByRole('tab', { selected })
      .evaluate((element) => getComputedStyle(element, '::after').backgroundColor);
  expect(await lineOf(true)).not.toBe(await lineOf(false));
  expect(await lineOf(true)).not.toBe(
    await tab.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  );
});

test('in Arabic the page is mirrored, and links to the Arabic privacy page', async ({ openAs, context }) => {
  const { manage } = readMessages('ar').later;
  const tab = await openAs('amina', { locale: 'ar-sa' });
  await expect(tab.getByRole('heading', { level: 1 })).toHaveCSS('text-align', 'right');
  const signs = tab.locator('tbody tr td:last-child svg');
  await expect(signs).toHaveCount(3);
  await expect(signs.first()).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)');
  await tab.getByText(manage.title).click();
  const opened = context.waitForEvent('page');
  await tab.getByRole('link', { name: manage.privacy }).click();
  const privacy = await opened;

  await expect(privacy.locator('html')).toHaveAttribute('lang', 'ar');
  // Services whose data the server reads and stores in addition to the lists.
  await expect(privacy.getByRole('main')).toContainText('Teams Phone');
});
