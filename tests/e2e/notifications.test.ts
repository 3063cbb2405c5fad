import type { FrameLocator, Page } from '@playwright/test';
import { isolated } from '../support/isolated.js';
import { expect, findingsInAllThemes, test } from './sandbox.js';

/** The embedded database is created when the sandbox first starts, which takes seconds. */
const starting = { timeout: 60_000 };
/** The first change is delivered within ten seconds. */
const soon = { timeout: 20_000 };

const offerName = 'Tell me in Teams when this changes';

test.slow();

/** Confirms the list, whether or not it was confirmed before. */
async function confirm(tab: FrameLocator): Promise<void> {
  const button = tab.getByRole('button', { name: /^Confirm (this list|again|the new list)$/ });
  await expect(button).toBeVisible(starting);
  await button.click();
  await expect(tab.getByText(/^Confirmed at /)).toBeFocused();
}

async function turnOffInSettings(page: Page, tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: /^(Notifications|The last notification didn’t reach you)$/ }).click();
  await tab.getByRole('dialog').getByRole('switch').uncheck();
  await expect(tab.getByText('Turned off. Everything that was kept for this is deleted.')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Opens another window with another user signed in. */
async function openWindowAs(page: Page, sandboxUrl: string, alias: string): Promise<Page> {
  const answer = await page.request.get(`${sandboxUrl}tenant.json`);
  const { people } = (await answer.json()) as { people: { id: string; alias: string }[] };
  const other = await page.context().newPage();
  await other.goto(`${sandboxUrl}?user=${people.find((person) => person.alias === alias)?.id ?? ''}`);
  await other.locator('body[data-tab-state=success]').waitFor(starting);
  return other;
}

test('Amina confirms and subscribes, Diego changes a permission and opens his tab, and Amina is notified', async ({
  openAs,
  page,
  sandboxUrl,
}) => {
  const tab = await openAs('amina');
  await confirm(tab);
  const offer = tab.getByRole('switch', { name: offerName });
  await expect(offer).not.toBeChecked();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await offer.press('Space');
  await expect(offer).toBeChecked();
  await expect(tab.getByText('You’ll be told in your Teams activity feed.')).toBeVisible();

  const diegos = await openWindowAs(page, sandboxUrl, 'diego');
  await diegos.getByRole('button', { name: 'Change a right' }).click();
  await expect(diegos.getByText(/Diego .* took the right “makeCalls” from Amina Okafor/)).toBeVisible();
  await diegos.frameLocator('#tab').getByRole('button', { name: 'Refresh' }).click();

  const toast = page.getByRole('region', { name: 'Toast' });
  await expect(toast.getByRole('button')).toContainText(
    'Call Delegates: changes to your call delegations',
    soon,
  );
  await expect(toast).toContainText('Something changed between you and someone you support.');
  await expect(toast).not.toContainText(/Diego|calls on/);
  await expect(page.getByRole('button', { name: 'Activity' })).toHaveAccessibleDescription('1');
  await expect(diegos.getByRole('button', { name: 'Activity' })).toHaveAccessibleDescription('');

  await page.getByRole('button', { name: 'Activity' }).click();
  await page.getByRole('region', { name: 'Activity' }).getByRole('button').click();
  await expect(page.getByRole('button', { name: 'Activity' })).toHaveAccessibleDescription('');
  const details = tab.getByRole('dialog', { name: /Diego/ });
  await expect(details.getByRole('heading')).toContainText(['Changed', 'Permissions', '']);
  await expect(details.getByRole('listitem').filter({ hasText: 'Yes' })).toHaveText(/make calls.*YesNo$/);
  await details.getByRole('button', { name: 'Close' }).click();
  const row = tab.getByRole('row', { name: /Diego/ });
  await expect(row).toContainText('Changed');
  await expect(row.locator('td:has(del)')).toHaveText(['YesNo']);
  await expect(tab.getByRole('region', { name: /^1 change since/ })).toContainText(
    new RegExp(`You can no longer make calls on behalf of ${isolated('Diego')[0] ?? ''}`),
  );
  await turnOffInSettings(page, tab);
  await diegos.close();
});

test('unsubscribing erases the data and ends the notifications', async ({ openAs, page, sandboxUrl }) => {
  const tab = await openAs('amina');
  const bell = tab.getByRole('button', { name: 'Notifications' });
  await expect(bell).toBeVisible(starting);
  await bell.press('Enter');
  const settings = tab.getByRole('dialog');
  await expect(settings).toContainText('It contains no names and no permissions.');
  await expect(settings).toContainText('nobody sees that you asked for it');
  await expect(settings).toContainText('When you turn it off, all of it is deleted at once.');
  await expect(settings.getByRole('link', { name: /Privacy/ })).toHaveAttribute('href', /#notifications$/);
  await settings.getByRole('switch').check();
  await expect(settings.getByText('You’ll be told in your Teams activity feed.')).toBeVisible();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await settings.getByRole('switch').uncheck();
  await expect(settings.getByText('Turned off. Everything that was kept')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bell).toBeFocused();

  const diegos = await openWindowAs(page, sandboxUrl, 'diego');
  await diegos.getByRole('button', { name: 'Change a right' }).click();
  await diegos.frameLocator('#tab').getByRole('button', { name: 'Refresh' }).click();
  await expect(diegos.frameLocator('#tab').getByText('Up to date')).toBeAttached();
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await diegos.close();
});

for (const { notifications, words } of [
  { notifications: 'notInstalled', words: /In Teams, add Call Delegates under Apps/ },
  { notifications: 'twice', words: undefined },
  { notifications: 'notPermitted', words: /In Teams, remove Call Delegates and add it again/ },
] as const) {
  test(`${notifications}: the tab ${words === undefined ? 'shows no problem, since notifications arrive' : 'says why no notification arrives and what to do'}`, async ({
    openAs,
    page,
    sandboxUrl,
  }) => {
    const tab = await openAs('amina', { notifications });
    await confirm(tab);
    await tab.getByRole('switch', { name: offerName }).check();
    await expect(tab.getByText('You’ll be told in your Teams activity feed.')).toBeVisible();
    const diegos = await openWindowAs(page, sandboxUrl, 'diego');
    await diegos.getByRole('button', { name: 'Change a right' }).click();
    await diegos.frameLocator('#tab').getByRole('button', { name: 'Refresh' }).click();
    if (words === undefined) {
      await expect(page.getByRole('button', { name: 'Activity' })).toHaveAccessibleDescription('1', soon);
      await turnOffInSettings(page, tab);
      return;
    }
    const bell = tab.getByRole('button', { name: 'The last notification didn’t reach you' });
    await expect(async () => {
      await page.reload();
      await expect(bell).toBeVisible({ timeout: 3_000 });
    }).toPass(starting);
    await bell.click();
    const settings = tab.getByRole('dialog');
    await expect(settings).toContainText(words);
    await settings.getByRole('button', { name: 'Send to my administrator' }).click();
    await expect(settings).toContainText('TeamsActivity.Send.User');
    expect(await findingsInAllThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await turnOffInSettings(page, tab);
    await expect(tab.getByRole('button', { name: 'Notifications' })).toBeVisible();
    await diegos.close();
  });
}

test('the page says that the database is unavailable and retries', async ({ openAs, page }) => {
  const tab = await openAs('amina');
  const bell = tab.getByRole('button', { name: 'Notifications' });
  await expect(bell).toBeVisible(starting);
  await bell.click();
  await page.route('**/api/notifications', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            code: 'store_unavailable',
            status: 503,
            title: '',
            detail: '',
            type: '',
            correlationId: 'c',
          }),
        })
      : route.fallback(),
  );
  const settings = tab.getByRole('dialog');
  await settings.getByRole('switch').click();
  await expect(settings.getByRole('alert')).toContainText('Notifications can’t be changed right now');
  await expect(settings.getByRole('switch')).not.toBeChecked();
  await page.unroute('**/api/notifications');
  await settings.getByRole('button', { name: 'Try again' }).click();
  await expect(settings.getByRole('switch')).toBeChecked();
  await expect(settings.getByRole('switch')).toBeFocused();
  await page.keyboard.press('Escape');
  await turnOffInSettings(page, tab);
});

test('notifications are in the language of the recipient’s tab', async ({ openAs, page, sandboxUrl }) => {
  const tab = await openAs('amina', { locale: 'de-de' });
  const bell = tab.getByRole('button', { name: 'Benachrichtigungen' });
  await expect(bell).toBeVisible(starting);
  await bell.click();
  await tab.getByRole('dialog').getByRole('switch').check();
  await expect(tab.getByText('Sie werden in Ihrem Aktivitätsfeed in Teams benachrichtigt.')).toBeVisible();
  const diegos = await openWindowAs(page, sandboxUrl, 'diego');
  await diegos.getByRole('button', { name: 'Change a right' }).click();
  await diegos.frameLocator('#tab').getByRole('button', { name: 'Refresh' }).click();
  const toast = page.getByRole('region', { name: 'Toast' });
  await expect(toast).toContainText('Zwischen Ihnen und einer Person, die Sie unterstützen', soon);
  await expect(toast).toContainText('Call Delegates: Änderungen an Ihren Anrufdelegierungen');
  await tab.getByRole('dialog').getByRole('switch').uncheck();
  await expect(tab.getByText('Ausgeschaltet.')).toBeVisible();
  await diegos.close();
});
