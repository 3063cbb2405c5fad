import { listPath, notificationsPath } from '../../src/contract/paths.js';
import { readMessages } from '../support/readMessages.js';
import { expect, findings, findingsInAllThemes, refuseWith, test } from './sandbox.js';
import { confirmList } from './tab.js';
import type { Sandbox } from './withSandbox.js';

/** The first change is delivered within ten seconds. */
const soon = { timeout: 20_000 };

test.slow();

/** Diego changes a permission and opens his list. */
async function changeAsDiego({ change, callApi }: Sandbox): Promise<void> {
  await change('diego', 'right');
  await callApi('diego', listPath('delegates'));
}

test('Amina subscribes, and is notified after Diego changes a right', async ({ openAs, page, sandbox }) => {
  const tab = await openAs('amina');
  await confirmList(tab);
  const offer = tab.getByRole('switch', { name: 'Tell me in Teams when this changes' });
  await expect(offer).not.toBeChecked();
  expect(await findingsInAllThemes(page)).toEqual([]);
  await offer.press('Space');
  await expect(offer).toBeChecked();
  await expect(tab.getByText('You’ll be told in your Teams activity feed.')).toBeVisible();

  await changeAsDiego(sandbox);
  const toast = page.getByRole('region', { name: 'Toast' });
  await expect(toast.getByRole('button')).toContainText(
    'Call Delegates: changes to your call delegations',
    soon,
  );
  await expect(toast).toContainText('Something changed between you and someone you support.');
  await expect(toast).not.toContainText(/Diego|calls on/);
  await expect(page.getByRole('button', { name: 'Activity' })).toHaveAccessibleDescription('1');

  await page.getByRole('button', { name: 'Activity' }).click();
  await page.getByRole('region', { name: 'Activity' }).getByRole('button').click();
  await expect(page.getByRole('button', { name: 'Activity' })).toHaveAccessibleDescription('');
  const details = tab.getByRole('dialog', { name: /Diego/ });
  await expect(details.getByRole('heading')).toContainText(['Changed', 'Permissions', '']);
  await expect(details.getByRole('listitem').filter({ hasText: 'Yes' })).toHaveText(/make calls.*YesNo$/);
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(details).toBeHidden();
});

test('in German: subscribing is retried, and a notification arrives', async ({ openAs, page, sandbox }) => {
  const { notifications, tryAgain } = { ...readMessages('de').later, ...readMessages('de').first };
  const tab = await openAs('amina', { locale: 'de-de' });
  const bell = tab.getByRole('button', { name: notifications.title });
  await expect(bell).toBeVisible();
  await bell.press('Enter');
  const settings = tab.getByRole('dialog');
  const choice = settings.getByRole('switch');
  for (const text of [notifications.how, notifications.others, notifications.kept])
    await expect(settings).toContainText(text);
  await expect(settings.locator('a[href$="#notifications"]')).toBeVisible();

  const path = `**${notificationsPath}`;
  await page.route(path, (route) =>
    route.request().method() === 'PUT' ? refuseWith('store_unavailable')(route) : route.fallback(),
  );
  await choice.click();
  await expect(settings.getByRole('alert')).toContainText(notifications.unavailable.title);
  await expect(choice).not.toBeChecked();
  await page.unroute(path);
  await settings.getByRole('button', { name: tryAgain }).click();
  await expect(choice).toBeChecked();
  await expect(choice).toBeFocused();
  expect(await findings(page)).toEqual([]);

  await changeAsDiego(sandbox);
  const toast = page.getByRole('region', { name: 'Toast' });
  await expect(toast).toContainText('Zwischen Ihnen und einer Person, die Sie unterstützen', soon);
  await expect(toast).toContainText('Call Delegates: Änderungen an Ihren Anrufdelegierungen');
  await choice.uncheck();
  await expect(settings.getByText(notifications.off)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bell).toBeFocused();
  const answer = await sandbox.callApi('amina', notificationsPath);
  expect(await answer.json()).toEqual({ available: true, on: false, problem: null });
});

test('the tab says why no notification arrives, and what helps', async ({ openAs, page, sandbox }) => {
  const tab = await openAs('amina', { notifications: 'notInstalled' });
  const bell = tab.getByRole('button', { name: 'The last notification didn’t reach you' });
  const settings = tab.getByRole('dialog');
  await tab.getByRole('button', { name: 'Notifications' }).click();
  await settings.getByRole('switch').check();
  await expect(settings.getByText('You’ll be told in your Teams activity feed.')).toBeVisible();
  await changeAsDiego(sandbox);
  await expect
    .poll(async () => (await (await sandbox.callApi('amina', notificationsPath)).json()) as unknown, soon)
    .toEqual({ available: true, on: true, problem: 'notInstalled' });
  await page.reload();
  await bell.click();
  await expect(settings).toContainText(/In Teams, add Call Delegates under Apps/);
  await settings.getByRole('button', { name: 'Send to my administrator' }).click();
  await expect(settings).toContainText('TeamsActivity.Send.User');
  expect(await findingsInAllThemes(page)).toEqual([]);

  await page.route(`**${notificationsPath}`, (route) =>
    route.fulfill({ json: { available: true, on: true, problem: 'notPermitted' } }),
  );
  await page.reload();
  await bell.click();
  await expect(settings).toContainText(/In Teams, remove Call Delegates and add it again/);
});
