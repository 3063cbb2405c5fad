import { expect, test } from './rawTab.js';

/** Life cycle of the emulated Teams client, tested without the product's tab. */

const errorPage = 'There was a problem reaching this app';

test('Teams replaces a tab that reports a failure with its own error page', async ({ openRaw, page }) => {
  const tab = await openRaw('amina');
  await tab.tell('appInitialization.failure', 'AuthFailed', 'a message that Teams does not show');

  await expect(page.getByRole('heading', { name: errorPage })).toBeVisible();
  await expect(tab.frame.getByRole('heading')).toBeHidden();
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'replaced');
  await tab.tell('appInitialization.success', '2.58.0');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'replaced');

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
  await expect(page.locator('body')).not.toHaveAttribute('data-tab-state');
});

test('Teams gives up on a tab that reports no result for 30 seconds', async ({ openRaw, page }) => {
  await page.clock.install();
  const tab = await openRaw('amina');
  await tab.tell('appInitialization.appLoaded', '2.58.0');
  await page.clock.fastForward(28_000);
  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
  await page.clock.fastForward(2_000);

  await expect(page.getByRole('heading', { name: errorPage })).toBeVisible();
});

test('an expected failure keeps the tab’s page and stops the timeout', async ({ openRaw, page }) => {
  await page.clock.install();
  const tab = await openRaw('amina', { loadingSeconds: '5' });
  await tab.tell('appInitialization.expectedFailure', 'Other', 'a reason');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
  await page.clock.fastForward(60_000);

  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
});

test('a suspended tab loses its handlers, and a resume passes two values', async ({ openRaw, page }) => {
  const tab = await openRaw('amina', { subPageId: 'delegators/1' });
  for (const name of ['beforeUnload', 'load', 'themeChange']) await tab.tell('registerHandler', name);
  await tab.tell('appInitialization.success', '2.58.0');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'success');

  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByRole('button', { name: 'Come back' }).click();
  await expect
    .poll(async () => (await tab.events()).map(({ func }) => func))
    .toEqual(['beforeUnload', 'load']);
  const [, resumed] = await tab.events();
  const [sent] = resumed?.args ?? [];
  expect(Object.keys(sent as object)).toEqual(['entityId', 'contentUrl']);
  expect((sent as { contentUrl: string }).contentUrl).toMatch(/\/tab\?theme=dark&subPageId=delegators%2F1$/);

  // Handlers that were not registered again receive nothing.
  await page.getByLabel('Theme').selectOption('contrast');
  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByRole('button', { name: 'Come back' }).click();
  await expect(tab.frame.getByRole('heading', { name: 'Raw tab' })).toBeVisible();
  await expect.poll(tab.events).toEqual([]);
});

test('getContext returns the old deep link until the tab has resumed', async ({ openRaw, page }) => {
  const tab = await openRaw('amina', { subPageId: 'delegators/1' });
  for (const name of ['beforeUnload', 'load']) await tab.tell('registerHandler', name);
  await tab.tell('appInitialization.success', '2.58.0');
  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByLabel('Deep link').fill('delegators/2');
  await page.getByLabel('Deep link').press('Enter');

  await expect.poll(async () => (await tab.events()).length).toBe(2);
  const [, resumed] = await tab.events();
  expect((resumed?.args[0] as { contentUrl: string }).contentUrl).toContain('subPageId=delegators%2F2');
  expect((await tab.ask('getContext'))[0]).toMatchObject({ subEntityId: 'delegators/1' });
  await tab.tell('appInitialization.success', '2.58.0');
  expect((await tab.ask('getContext'))[0]).toMatchObject({ subEntityId: 'delegators/2' });
});
