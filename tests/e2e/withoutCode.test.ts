import type { Route } from '@playwright/test';
import { expect, findings, insteadOf, test } from './sandbox.js';

const screenOfProblems = 'toHostReason';
const refusal = 'Call delegation isn’t turned on for you';
const lists = /\/api\/delegat(?:or|e)s$/;
const abort = (route: Route) => route.abort('internetdisconnected');

test('a plain message replaces a problem’s screen that does not load', async ({ openAs, page }) => {
  await insteadOf(page, screenOfProblems, abort);
  const tab = await openAs('elena');
  await expect(page.locator('body')).toHaveAttribute('data-tab-state', 'failure');
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(refusal);
  await expect(tab.getByRole('alert')).toContainText('Your administrator can change that.');
  await expect(tab.getByRole('button')).toHaveText(['Try again']);
  await expect(tab.locator('#skeleton')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.unrouteAll();
  await tab.getByRole('button', { name: 'Try again' }).click();

  await expect(tab.getByRole('button', { name: 'Send to my administrator' })).toBeVisible();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(refusal);
});

test('a page that is offline from the start recovers by itself', async ({ page, context, openHost }) => {
  const waiting: Route[] = [];
  await page.route(lists, (route) => waiting.push(route), { times: 2 });
  const tab = await openHost('amina');
  await expect(tab.locator('#root main')).toBeAttached();
  await expect.poll(() => waiting.length).toBe(2);
  await context.setOffline(true);
  await Promise.all(waiting.map(abort));
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You’re offline');
  expect(await findings(page)).toEqual([]);
  await tab.getByRole('button', { name: 'Try again' }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You’re offline');
  await context.setOffline(false);

  await expect(tab.getByRole('heading', { level: 1 })).toContainText('You can act for');
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
});

test('the skeleton stays for a limited time until a problem’s screen loads', async ({ page, openHost }) => {
  await page.clock.install();
  const asked: Route[] = [];
  await insteadOf(page, screenOfProblems, (route) => asked.push(route));
  const tab = await openHost('elena');
  await expect.poll(() => asked.length).toBe(1);
  await expect(tab.locator('#skeleton')).toBeVisible();
  await expect(tab.getByRole('heading', { name: refusal })).toHaveCount(0);
  await page.clock.fastForward('00:05');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(refusal);
  await expect(tab.locator('#skeleton')).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a plain message replaces the list that failed, next to the other list', async ({ page, openHost }) => {
  await insteadOf(page, screenOfProblems, abort);
  await page.route('**/api/delegates', abort);
  const tab = await openHost('amina');
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
  await tab.getByRole('tab', { name: /Your delegates/ }).click();
  await expect(tab.getByRole('heading', { level: 2 })).toHaveText('Can’t reach the server');
  await page.unroute('**/api/delegates');
  await tab.getByRole('button', { name: 'Try again' }).click();

  await expect(tab.getByText('No one acts for you')).toBeVisible();
  await expect(tab.getByRole('tab', { name: /Your delegates/ })).toBeFocused();
});

test('an offline refresh shows one line if its screen does not load', async ({ page, context, openHost }) => {
  await insteadOf(page, 'oldListStays', abort);
  const tab = await openHost('amina');
  await expect(tab.getByRole('button', { name: 'Download CSV file' })).toBeVisible();
  await context.setOffline(true);
  await tab.getByRole('button', { name: 'Refresh' }).click();
  const line = tab.getByRole('alert').filter({ hasText: 'You’re offline' });
  await expect(line).toBeVisible();
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
  await context.setOffline(false);

  await expect(line).toHaveCount(0);
  await expect(tab.getByRole('rowheader').first()).toBeVisible();
});
